import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Connection } from './connection.ts';
import { customerNames } from './customer-rows.ts';
import { type EntryRow, fromRow, SELECT } from './entry-rows.ts';
import { IS_LASTING } from './schema.ts';

/** One customer's entries from that day on, and the lasting ones before it, in Order; undefined where none is older. */
export function recentEntriesOf(
  connection: Connection,
  customer: number,
  since: Day,
): readonly Recorded[] | undefined {
  const older = 'SELECT 1 FROM entry WHERE customer = ? AND day < ? LIMIT 1';
  if (connection.statement(older).get(customer, since) === undefined) return undefined;
  const lasting = `${SELECT} INDEXED BY entry_lasting WHERE customer = ? AND day < ? AND ${IS_LASTING} ORDER BY day, seq`;
  const recent = `${SELECT} WHERE customer = ? AND day >= ? ORDER BY day, seq`;
  const rows = [lasting, recent].flatMap((sql) => connection.statement(sql).all(customer, since));
  const nameOf = customerNames(connection);
  return (rows as EntryRow[]).map((row) => fromRow(row, nameOf));
}
