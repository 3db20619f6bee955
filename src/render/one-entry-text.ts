import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import type { Standing } from '../journal/promises.ts';
import { entryText } from './entry-text.ts';
import { wrapped } from './finding-text.ts';
import { type Page, sign } from './page.ts';
import { outcomeText } from './promise-outcome.ts';
import { pad, visible } from './visible.ts';

/** An entry, and what it has to do with others. */
export interface OneEntry {
  readonly entry: Recorded;
  readonly asOf: Day;
  /** Every field that was stored. */
  readonly fields: Readonly<Record<string, Json>>;
  /** Of a promise, what became of it. */
  readonly standing: Standing | undefined;
  /** What it speaks of, and what speaks of it. */
  readonly about: Recorded | undefined;
  readonly answers: readonly Recorded[];
}

const FIELD_WIDTH = 12;
const INDENT = '  ';

/** One entry: its sentence, what became of it, then every field. */
export function oneEntryText(
  { entry, asOf, fields, standing, about, answers }: OneEntry,
  page: Page,
): string {
  const day = `${spokenWeekday(entry.on)} ${spokenDay(entry.on)}`;
  const head = `#${entry.seq} ${day}, ${visible(entry.customer)}: ${entryText(entry)}`;
  const { arrow } = sign(page);
  const told = [
    ...(standing === undefined ? [] : [outcomeText(standing, asOf)]),
    ...(about === undefined ? [] : [`about #${about.seq}: ${entryText(about)}`]),
    ...answers.map((each) => `#${each.seq} ${spokenDay(each.on)}: ${entryText(each)}`),
  ];
  const values = Object.entries(fields).flatMap(([field, value]) => {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    return wrapped(visible(shown), Math.max(10, page.width - FIELD_WIDTH - INDENT.length)).map(
      (line, index) => `${INDENT}${pad(index === 0 ? field : '', FIELD_WIDTH)}${line}`,
    );
  });
  return `${[
    ...wrapped(head, page.width),
    ...told.flatMap((text) =>
      wrapped(`${arrow} ${text}`, page.width - 5).map((line, index) =>
        index === 0 ? `   ${line}` : `     ${line}`,
      ),
    ),
    ...values,
  ].join('\n')}\n`;
}
