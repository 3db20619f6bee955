/** How a table is written. */
export interface Dialect {
  readonly delimiter: string;
  /** Characters before the table: the `sep=;` that one spreadsheet writes. */
  readonly skip: number;
  /** Lines before it. */
  readonly lines: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const ROWS_LOOKED_AT = 100;
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/**
 * The separator that cuts most of the first rows into the same number of cells; with several, the one that makes more of
 * them. What stands in quotes is not counted.
 * @param begin the first part of the text, as much as is at hand
 */
export function dialectOf(begin: string): Dialect {
  const said = SEPARATOR_LINE.exec(begin);
  if (said?.[1] !== undefined) return { delimiter: said[1], skip: said[0].length, lines: 1 };
  const rows = bareRows(begin);
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...regularity(rows, delimiter) }));
  const [best] = scores.sort((a, b) => b.rows - a.rows || b.cells - a.cells);
  return { delimiter: best?.delimiter ?? ',', skip: 0, lines: 0 };
}

/** The first rows without what they have in quotes. */
function bareRows(begin: string): readonly string[] {
  const bare = begin.replace(/"(?:[^"]|"")*("|$)/g, '');
  const rows = bare.split(/\r\n|\n|\r/);
  // The last one may be cut off.
  const whole = rows.length > 1 ? rows.slice(0, -1) : rows;
  return whole.filter((row) => row.trim() !== '').slice(0, ROWS_LOOKED_AT);
}

/** How many rows have the most frequent number of cells, and how many cells that is; none where it is one. */
function regularity(
  rows: readonly string[],
  delimiter: string,
): { readonly rows: number; readonly cells: number } {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const cells = row.split(delimiter).length;
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || b - a);
  return most === undefined ? { rows: 0, cells: 0 } : { rows: most[1], cells: most[0] };
}
