import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';

/** A row that is not what was written. */
export interface DamagedRow {
  readonly table: string;
  /** The entry's number, or the key of any other row. */
  readonly key: number;
}

/**
 * The columns that each table's checksum covers, in its order; the key is the first one where it is
 * covered.
 */
const CHECKED: Readonly<Record<string, string>> = {
  meta: 'device, clock',
  settings: 'body',
  customer: 'key, id, folded, body',
  person: 'key, id, customer, folded, body',
  entry: 'seq, id, customer, type, day, ref, body',
  change: 'key, id, command, device, at, day',
  operation: 'seq, id, change, kind, subject, customer, number, before, after, clock',
  reversal: 'key, change, does, target',
  review: 'key, day, at, verdicts',
};

type CheckedRow = readonly [key: number, crc: number, ...values: (string | number | null)[]];

/** Every row whose checksum does not match. */
export function damagedRows(connection: Connection): readonly DamagedRow[] {
  return connection.reading(() =>
    Object.entries(CHECKED).flatMap(([table, columns]) => {
      const found: DamagedRow[] = [];
      const rows = connection.statement(`SELECT rowid, crc, ${columns} FROM ${table}`).iterate();
      for (const [key, crc, ...values] of rows as IterableIterator<CheckedRow>) {
        if (checksum(table, ...values) !== crc) found.push({ table, key });
      }
      return found;
    }),
  );
}
