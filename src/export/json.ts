import type { Json } from '../journal/fields.ts';
import type { Row } from './tables.ts';

const complete = (columns: readonly string[], row: Row): Readonly<Record<string, Json>> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** One array of objects, a line each; every column is there, null where it is empty. */
export function* jsonOf(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  let before = '[\n';
  for (const row of rows) {
    yield `${before}${JSON.stringify(complete(columns, row))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One object a line. */
export function* jsonLinesOf(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(complete(columns, row))}\n`;
}
