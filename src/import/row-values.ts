import type { Json } from '../journal/fields.ts';
import { readDateCell } from './column-dates.ts';
import { remembering } from './remembered.ts';
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

export function withoutFields(
  values: Values,
  fields: readonly string[],
): Record<string, Json | undefined> {
  const left: Record<string, Json | undefined> = {};
  for (const field in values) if (!fields.includes(field)) left[field] = values[field];
  return left;
}

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
    let text = '';
    for (const column of columns) {
      const cell = cells[column] ?? '';
      if (text === '') text = cell;
      else if (cell !== '' && fields[field]?.kind === 'text') text += `\n${cell}`;
    }
    // A journal knows one kind of line break.
    if (text !== '') found[field] = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
  return found;
}

/**
 * What reads the cells of each row of a table. It throws WrongRow, or LeftOutRow.
 * @param constants what counts where a row says nothing
 */
export function valuesReader(
  kind: TableKind,
  formats: Formats,
  constants: FieldCells,
): (cells: FieldCells) => Values {
  const fields = fieldsOfTable(kind);
  const readers = new Map(
    Object.entries(fields).map(([field, spec]) => {
      const read = (cell: string) => readCell(field, spec.kind, cell, formats);
      return [field, spec.kind === 'text' ? read : remembering(read)] as const;
    }),
  );
  return (cells) => {
    const values: Record<string, Json> = {};
    const all = { ...constants, ...cells };
    for (const field in all) {
      const value = readers.get(field)?.(all[field] ?? '');
      if (value !== undefined) values[field] = value;
    }
    return values;
  };
}

/** What tells the time of day that stands in the same cell as the date. */
export const timeReader = (formats: Formats, field: string) =>
  remembering((cell: string) => readDateCell(cell, formats.order(field))?.time);
