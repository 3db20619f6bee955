import type { Day } from '../../journal/days.ts';
import type { Page } from '../page.ts';
import { columns, pad } from '../visible.ts';
import type { Sign } from './signs.ts';
import type { Timescale } from './timescale.ts';

/** One row of a picture: a word, what lies on the days, and what it adds up to. */
export interface Lane {
  readonly label: string;
  /** One for each column; undefined where there is nothing. */
  readonly signs: readonly (Sign | undefined)[];
  /** From the longest form to the shortest. */
  readonly sums: readonly string[];
}

export const LABEL_WIDTH = 11;
const GAP = ' ';

interface Placed {
  readonly on: Day;
  readonly sign: Sign;
}

/** The signs on their days; where two share a column the later one in the list is seen. */
export function onDays(
  placed: readonly Placed[],
  { at, columns: count }: Timescale,
): Lane['signs'] {
  const signs = Array.from<Sign | undefined>({ length: count });
  for (const { on, sign: each } of placed) {
    const column = at(on);
    if (column !== undefined) signs[column] = each;
  }
  return signs;
}

/** The row as a line; what it adds up to stands behind it where there is room. */
export function laneLine({ label, signs, sums }: Lane, page: Page): string {
  const row = signs.map((each) => (each === undefined ? ' ' : page.paint(each.role, each.text)));
  const line = page.paint('quiet', pad(label, LABEL_WIDTH)) + row.join('');
  const sum = fitting(sums, page.width - columns(line) - GAP.length);
  return (line + GAP + page.paint('quiet', sum)).trimEnd();
}

/** The first of the texts that has room, from the longest to the shortest. */
export const fitting = (texts: readonly string[], room: number): string =>
  texts.find((each) => columns(each) <= room) ?? '';
