import { parseDay, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Page } from './page.ts';
import { type Step, stepText } from './step-text.ts';
import { wrapped } from './finding-text.ts';
import { visible } from './visible.ts';

/** One change of the journal, as the history shows it. */
export interface ShownChange {
  readonly command: string;
  /** When, with offset. */
  readonly at: string;
  readonly stands: boolean;
  readonly reverses:
    { readonly does: 'undo' | 'redo'; readonly commands: readonly string[] } | undefined;
  readonly steps: readonly Step[];
}

const MOST_STEPS = 5;
const RECORDED = { came: 'added', went: 'deleted' };

/** Every change with its time, its command and what it did. */
export function historyText(changes: readonly ShownChange[], earlier: number, page: Page): string {
  const lines = changes.flatMap((change) => [
    `${page.paint('quiet', timeText(change.at))}  ${page.paint('strong', cutCommand(change.command, page))}${change.stands ? '' : page.paint('warn', '  (undone)')}`,
    ...bodyOf(change).flatMap((text) => indented(text, page)),
  ]);
  const more =
    earlier === 0
      ? []
      : [page.paint('quiet', `${earlier} earlier: --last ${earlier + changes.length}`)];
  return [...more, ...lines, ''].join('\n');
}

function bodyOf({ reverses, steps }: ShownChange): readonly string[] {
  if (reverses === undefined && steps.length === 0)
    return ['somebody was erased for good; who it was is not kept'];
  if (reverses === undefined) return stepLines(steps, RECORDED, MOST_STEPS);
  const did = reverses.does === 'undo' ? 'took back' : 'brought back';
  return reverses.commands.map((command) => `${did}: ${visible(command)}`);
}

/** A line each; of many the first ones, and how many more there are. @param count where `steps` are only the first ones */
export function stepLines(
  steps: readonly Step[],
  verbs: typeof RECORDED,
  most: number,
  count = steps.length,
): readonly string[] {
  const shown = count > most + 1 ? steps.slice(0, most) : steps;
  const more = count - shown.length;
  return [...shown.map((step) => stepText(step, verbs)), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** Three blanks before each line. */
export const indented = (text: string, page: Page): readonly string[] =>
  wrapped(text, Math.max(20, page.width - 3)).map((line) => `   ${line}`);

const cutCommand = (command: string, page: Page): string => {
  const [first = '', ...rest] = wrapped(visible(command), Math.max(20, page.width - 24));
  return rest.length === 0 ? first : `${first} …`;
};

/** `Mon 16 Nov 2026 14:30` on the clock of the seller at that time. */
function timeText(at: string): string {
  const day = parseDay(at.slice(0, 10));
  return day === undefined ? at : `${spokenWeekday(day)} ${spokenDay(day)} ${at.slice(11, 16)}`;
}
