import type { Json } from '../journal/fields.ts';
import type { Row } from './tables.ts';

const complete = (columns: readonly string[], row: Row): Readonly<Record<string, Json>> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** One array of objects, a line each; every column is there, null where it is empty. */
export function* jsonOf(columns: readonly string[], rows: readonly Row[]): Iterable<string> {
  yield '[';
  for (const [index, row] of rows.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(complete(columns, row))}`;
  yield rows.length === 0 ? ']\n' : '\n]\n';
}

/** One object a line. */
export function* jsonLinesOf(columns: readonly string[], rows: readonly Row[]): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(complete(columns, row))}\n`;
}
