import { formatDay, spokenDay } from '../journal/days.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { visible } from './visible.ts';

type Lesson = Recorded<EntryOf<'lesson'>>;

const INDENT = '  ';

/** What was learned before where the same rules fired; nothing where there is nothing. */
export function lessonsText(lessons: readonly Lesson[], page: Page): string {
  if (lessons.length === 0) return '';
  const lines = lessons.flatMap(({ text, rule, customer, on, seq }) =>
    wrapped(
      visible(`“${text}” (${rule ?? 'no rule'}, from ${customer}, ${spokenDay(on)}, #${seq})`),
      page.width - INDENT.length,
    ).map((line) => INDENT + line),
  );
  return ['', page.paint('strong', 'Learned before'), ...lines, ''].join('\n');
}

export const lessonJson = ({ id, seq, customer, on, rule, text }: Lesson) => ({
  entry: id,
  number: seq,
  customer,
  on: formatDay(on),
  rule: rule ?? null,
  text,
});
