import { stringify } from 'csv-stringify/sync';
import type { Json } from '../journal/fields.ts';
import type { Row } from './tables.ts';

export interface CsvOptions {
  /** A byte order mark first, for spreadsheets that guess the encoding. */
  readonly bom: boolean;
  /** A quote before what a spreadsheet would take for a formula. */
  readonly spreadsheet: boolean;
}

/** Rows of which one piece is made at a time. */
const PIECE = 1000;

/** RFC 4180 (CRLF), the header first; lists are joined by semicolons. */
export function* csvOf(
  columns: readonly string[],
  rows: readonly Row[],
  { bom, spreadsheet }: CsvOptions,
): Iterable<string> {
  const shared = { record_delimiter: 'windows', escape_formulas: spreadsheet } as const;
  yield stringify([columns], { ...shared, escape_formulas: false, bom });
  for (let start = 0; start < rows.length; start += PIECE) {
    const cells = rows
      .slice(start, start + PIECE)
      .map((row) => columns.map((column) => cell(row[column])));
    yield stringify(cells, shared);
  }
}

function cell(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((item: Json) => cell(item)).join(';');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
