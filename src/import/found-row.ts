import type { Json } from '../journal/fields.ts';
import { readLine } from '../journal/line.ts';
import type { Found } from './found.ts';
import type { NumberedLine } from './journal-text.ts';
import type { EntryRecord } from './row-entry.ts';
import type { FieldCells } from './row-values.ts';
import { LeftOutRow, WrongRow } from './table-cells.ts';

/** A row of a table, by field, with the line where it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: FieldCells;
  /** It is no row, but a total or a remark. */
  readonly isBeneath?: true;
}

/** A row that cannot be read. */
export interface Wrong {
  readonly is: 'wrong';
  readonly line: number;
  readonly problem: string;
  /** What to type, where that is known. */
  readonly hint: WrongRow['hint'];
}

/** What each row gives; the others by what is wrong with them, or why they are left out. */
export function* foundInEach(
  rows: Iterable<TableRow>,
  read: (row: TableRow) => Iterable<Found>,
): Generator<Found | Wrong> {
  for (const row of rows) {
    if (row.isBeneath === true) {
      yield { is: 'left', line: row.line, why: 'no row: a total, or a remark beneath the table' };
      continue;
    }
    try {
      yield* read(row);
    } catch (error) {
      const { line } = row;
      if (error instanceof LeftOutRow) yield { is: 'left', line, why: error.message };
      else if (error instanceof WrongRow)
        yield { is: 'wrong', line, problem: error.message, hint: error.hint };
      else throw error;
    }
  }
}

/** The fields as a line of the journal, which says what is wrong with them. Throws WrongRow. */
export function foundRecord(record: EntryRecord, line: number): NumberedLine {
  const filled: Record<string, Json> = {};
  for (const field in record) {
    const value = record[field];
    if (value !== undefined) filled[field] = value;
  }
  const read = readLine(filled);
  if (read.problem !== undefined) throw new WrongRow(read.problem);
  return { ...read.value, line };
}
