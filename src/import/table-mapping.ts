import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import type { CsvRow } from './csv-records.ts';
import { fieldsOfTable, plainHeader, type TableKind } from './table-fields.ts';

/** Which field is in which columns, from 0: their texts are joined, of all else the first one that is filled counts. */
export type Mapping = ReadonlyMap<string, readonly number[]>;

/** A header with what it means. */
export interface Header {
  readonly row: CsvRow;
  readonly mapping: Mapping;
  /** All columns have the names that rel gives them itself: what it wrote is read back. */
  readonly isOurs: boolean;
}

/** As it was typed: `--map column=field`. */
export interface MapWish {
  readonly column: string;
  /** Empty where the column is to be left out. */
  readonly field: string;
}

/** Throws RelError('usage') for what is no `column=field`, or names no field of this table. */
export function readWish(word: string, kind: TableKind): MapWish {
  const at = word.lastIndexOf('=');
  const [column, field] = [word.slice(0, at).trim(), word.slice(at + 1).trim()];
  if (at < 1 || column === '')
    throw new RelError('usage', `--map ${word} is no column=field`, 'type --map "Start time=on"');
  const fields = Object.keys(fieldsOfTable(kind));
  const known =
    field === '' ? '' : fields.find((each) => each.toLowerCase() === field.toLowerCase());
  if (known !== undefined) return { column, field: known };
  const near = nearWords(field, fields);
  throw new RelError(
    'usage',
    `--map ${word}: ${kind} have no ${field}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}They have ${fields.join(', ')}`,
  );
}

/** The names of rel’s own columns for that table; of one that it does not write, none. */
export type OwnColumns = readonly string[];

/** Which money a column is in: a journal knows one. */
const CURRENCY = /(?<=\S)\s{0,3}[([]?(?:in\s)?(?<!\p{L})(?:EUR|USD|GBP|CHF|\p{Sc})[)\]]?$/iu;

const plainColumn = (cell: string): string => plainHeader(cell.trim().replace(CURRENCY, ''));

/** What the header says, and what was typed, which goes first. */
export function mapHeader(
  row: CsvRow,
  kind: TableKind,
  wishes: readonly MapWish[],
  own: OwnColumns,
): Header {
  const isOurs =
    row.cells.includes('id') &&
    row.cells.length > 2 &&
    row.cells.every((cell) => own.includes(cell));
  const columns = row.cells.map(plainColumn);
  const taken = new Set<number>();
  const mapping = new Map<string, number[]>();
  for (const wish of wishes) {
    const column = columnNamed(wish.column, row.cells, columns);
    if (column === undefined) continue;
    taken.add(column);
    const columnsOfField = mapping.get(wish.field) ?? [];
    if (wish.field !== '' && !columnsOfField.includes(column))
      mapping.set(wish.field, [...columnsOfField, column]);
  }
  const fields = Object.entries(fieldsOfTable(kind));
  // A field’s own name first, then its other names in their order: a better one is taken from no other field.
  const rounds = isOurs ? 1 : 1 + Math.max(...fields.map(([, { called }]) => called.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { called }] of fields) {
      const sought = round === 0 ? plainHeader(name) : called[round - 1];
      if (sought === undefined || mapping.has(name)) continue;
      const column = columns.findIndex((each, index) => each === sought && !taken.has(index));
      if (column < 0) continue;
      taken.add(column);
      mapping.set(name, [column]);
    }
  }
  if (isOurs) return { row, mapping, isOurs };
  const wished = new Set(wishes.map(({ field }) => field));
  for (const [name, { called, isSeveral }] of fields) {
    const columnsOfField = mapping.get(name);
    if (isSeveral !== true || columnsOfField === undefined || wished.has(name)) continue;
    const names = new Set([plainHeader(name), ...called]);
    const further = columns.flatMap((each, index) =>
      taken.has(index) || !isOneOf(each, names) ? [] : [index],
    );
    for (const column of further) taken.add(column);
    mapping.set(name, [...columnsOfField, ...further]);
  }
  return { row, mapping, isOurs };
}

/** Whether it is one of the names, but for a number: `email2address` is one of `email1address`. */
const isOneOf = (column: string, names: ReadonlySet<string>): boolean =>
  names.has(column) || names.has(column.replace(/\d/, '1')) || names.has(column.replace(/\d/, ''));

/** By its name, in any case, or by its number from 1. */
function columnNamed(
  name: string,
  cells: readonly string[],
  columns: readonly string[],
): number | undefined {
  const exact = cells.findIndex((cell) => cell.trim() === name);
  if (exact >= 0) return exact;
  const alike = columns.indexOf(plainColumn(name));
  if (alike >= 0 && plainColumn(name) !== '') return alike;
  const number = /^\d{1,4}$/.test(name) ? Number(name) : NaN;
  return number >= 1 && number <= cells.length ? number - 1 : undefined;
}

/** Throws RelError('usage') for a column that was typed and is not there. */
export function refuseStrangeColumns(wishes: readonly MapWish[], { row }: Header): void {
  const columns = row.cells.map(plainColumn);
  const wrong = wishes.find(({ column }) => columnNamed(column, row.cells, columns) === undefined);
  if (wrong === undefined) return;
  const near = nearWords(wrong.column, row.cells);
  throw new RelError(
    'usage',
    `line ${row.line}: there is no column ${wrong.column}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}There are ${row.cells.join(', ')}`,
  );
}
