import { wrapAnsi } from 'fast-wrap-ansi';
import type { Page, Role } from './page.ts';
import { pad, visible } from './visible.ts';

/** What a look at one side of the journal came to. */
export interface Check {
  readonly check: string;
  readonly state: 'ok' | 'look' | 'broken';
  /** What was found, one sentence. */
  readonly message: string;
  /** What to type or do next; null where nothing is to be done. */
  readonly next: string | null;
}

const ROLES: Readonly<Record<Check['state'], Role>> = { ok: 'good', look: 'warn', broken: 'bad' };
const STATE_WIDTH = 8;
const NAME_WIDTH = 11;
const INDENT = ' '.repeat(STATE_WIDTH + NAME_WIDTH);

/** A line a check, with the next step under it. @param last what all of it comes to */
export function doctorText(
  journal: string,
  checks: readonly Check[],
  last: string,
  page: Page,
): string {
  const lines = checks.flatMap(({ check, state, message, next }) => {
    const lead = `${page.paint(ROLES[state], pad(state, STATE_WIDTH))}${pad(check, NAME_WIDTH)}`;
    const [first = '', ...others] = wrapped(message, page);
    return [
      `${lead}${first}`,
      ...others.map((line) => INDENT + line),
      // A command is never broken in two: it is there to be pasted.
      ...(next === null ? [] : [`${INDENT}${page.paint('strong', visible(next))}`]),
    ];
  });
  return `${[page.paint('strong', visible(journal)), ...lines, last].join('\n')}\n`;
}

const wrapped = (text: string, page: Page): readonly string[] =>
  wrapAnsi(visible(text), Math.max(20, page.width - INDENT.length), { trim: true }).split('\n');
