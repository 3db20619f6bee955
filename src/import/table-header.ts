import { RelError } from '../journal/error.ts';
import type { CsvRow } from './csv-records.ts';
import { fieldsOfTable, NEEDED, plainHeader, type TableKind } from './table-fields.ts';
import {
  type Header,
  mapHeader,
  type MapWish,
  type OwnColumns,
  refuseStrangeColumns,
} from './table-mapping.ts';

/** What was said of a table beforehand that tells its columns. */
export interface HeaderWishes {
  readonly kind: TableKind;
  /** Typed: each names a column that must be there. */
  readonly maps: readonly MapWish[];
  /** Known of such files: passed over where they are not there. */
  readonly usual: readonly MapWish[];
  /** Fields that are said of all rows. */
  readonly constants: Readonly<Record<string, string>>;
  readonly own: OwnColumns;
}

/** Banks write whose account it is, and since when, above their tables. */
export const PREAMBLE_ROWS = 40;

/** The first row that has all that is needed is the header; what stands above it is passed over. */
export function headerIn(
  rows: Generator<CsvRow, void>,
  { kind, maps, usual, own, constants }: HeaderWishes,
): { readonly header: Header; readonly others: Iterable<CsvRow> } {
  const above: CsvRow[] = [];
  while (above.length < PREAMBLE_ROWS) {
    const next = rows.next();
    if (next.done === true) break;
    const row = next.value;
    const header = mapHeader(row, kind, [...maps, ...usual], own);
    if (lacking(header, kind, constants).length === 0) {
      refuseStrangeColumns(maps, header);
      return { header, others: rows };
    }
    above.push(row);
  }
  const header = mostLikeHeader(above.map((row) => mapHeader(row, kind, [...maps, ...usual], own)));
  if (header === undefined)
    throw new RelError('usage', 'there is nothing in this table', 'a table begins with its header');
  refuseStrangeColumns(maps, header);
  const missing = lacking(header, kind, constants);
  const { line, cells } = header.row;
  throw new RelError(
    'usage',
    `line ${line}: no column is known for ${missing.join(', ')} of ${kind}; the columns are ${cells.filter((cell) => cell.trim() !== '').join(', ')}`,
    `say which: ${missing.map((field) => `--map "${likelyColumn(header, kind, field) ?? 'COLUMN'}=${field}"`).join(' ')}`,
  );
}

/** What a shell takes between double quotes as it is. */
const TYPEABLE = /^[\p{L}\p{N}\p{Sc} .,:;/()&%+-]+$/u;
const WORDS_BETWEEN = /[^\p{L}\p{N}]+/u;

/** A column of which a word could mean the field: `Kunde / Ort` a customer. No more than a proposal. */
function likelyColumn({ row, mapping }: Header, kind: TableKind, field: string) {
  const taken = new Set([...mapping.values()].flat());
  const names = new Set([plainHeader(field), ...(fieldsOfTable(kind)[field]?.called ?? [])]);
  const isLikely = (cell: string): boolean =>
    TYPEABLE.test(cell) && cell.split(WORDS_BETWEEN).some((word) => names.has(plainHeader(word)));
  return row.cells.find((cell, column) => !taken.has(column) && isLikely(cell))?.trim();
}

/** The row of which most is known, else the one with most names: a title stands alone. */
function mostLikeHeader(headers: readonly Header[]): Header | undefined {
  const filled = ({ row }: Header): number => row.cells.filter((cell) => cell.trim() !== '').length;
  let best = headers[0];
  for (const each of headers) {
    if (best === undefined || each.mapping.size < best.mapping.size) continue;
    if (each.mapping.size > best.mapping.size || filled(each) > filled(best)) best = each;
  }
  return best;
}

/** Instead of a customer: an activity may be filed under a person alone. */
const INSTEAD: Readonly<Record<string, string>> = { customer: 'person' };

/** Which fields it would need that no column has; a person’s name may stand in two. */
export function lacking(
  { mapping }: Header,
  kind: TableKind,
  constants: Readonly<Record<string, string>>,
): readonly string[] {
  const has = (field: string): boolean => mapping.has(field) || Object.hasOwn(constants, field);
  const missing = NEEDED[kind].filter((field) => !has(field) && !has(INSTEAD[field] ?? field));
  if (kind !== 'people' || has('name') || has('lastName') || has('firstName')) return missing;
  return [...missing, 'name'];
}
