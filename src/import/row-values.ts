import type { Json } from '../journal/fields.ts';
import { readDateCell } from './column-dates.ts';
import { type Formats, readCell } from './table-cells.ts';
import { fieldsOfTable, type TableKind } from './table-fields.ts';
import type { Mapping } from './table-mapping.ts';

/** What a row says, by field; an empty cell says nothing. */
export type Values = Readonly<Record<string, Json | undefined>>;

/** The text that a row has there, '' where it has none. */
export function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}

export const withoutFields = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)));

/** The cells of each field, as they stand in a row. */
export type FieldCells = Readonly<Record<string, string>>;

/** What `rel export --spreadsheet` puts a quote before. */
const GUARDED = /^'(?='*\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|'*[\t\r\n])/;
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** Whether a cell begins as no cell does in a table where formulas were made harmless. */
export const isFormula = (cell: string): boolean => FORMULA.test(cell);

/** Takes back what kept a spreadsheet from reading a formula. */
export const withoutGuard = (cell: string): string => cell.replace(GUARDED, '');

/** Several columns of one field are joined where they are text; of all else the first one that is filled counts. */
export function cellsOf(cells: readonly string[], mapping: Mapping, kind: TableKind): FieldCells {
  const fields = fieldsOfTable(kind);
  const found: Record<string, string> = {};
  for (const [field, columns] of mapping) {
    const filled = columns.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
    const [first] = filled;
    if (first === undefined) continue;
    const text = fields[field]?.kind === 'text' ? filled.join('\n') : first;
    // A journal knows one kind of line break.
    found[field] = text.replace(/\r\n?/g, '\n');
  }
  return found;
}

/**
 * Reads the cells of a row. Throws WrongRow, or LeftOutRow.
 * @param constants what counts where a row says nothing
 */
export function valuesOf(
  cells: FieldCells,
  kind: TableKind,
  formats: Formats,
  constants: FieldCells,
): Values {
  const fields = fieldsOfTable(kind);
  const values: Record<string, Json> = {};
  for (const [field, cell] of Object.entries({ ...constants, ...cells })) {
    const spec = fields[field];
    const value = spec === undefined ? undefined : readCell(field, spec.kind, cell, formats);
    if (value !== undefined) values[field] = value;
  }
  return values;
}

/** The time of day that stands in the same cell as the date. */
export const timeIn = (cell: string | undefined, formats: Formats, field: string) =>
  cell === undefined ? undefined : readDateCell(cell, formats.order(field))?.time;
