import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import type { Connection } from './connection.ts';
import { customerNames } from './customer-rows.ts';
import { type EntryRow, fromRow, SELECT } from './entry-rows.ts';
import { IS_LASTING } from './schema.ts';

/** What a review reads of one customer first. */
export interface RecentEntries {
  /** From a day on, and the lasting ones before it; in Order. */
  readonly entries: readonly Recorded[];
  /** All there are, in Order: these, and the others read as well. As long as the journal is open. */
  whole(): readonly Recorded[];
}

/** One customer's entries from that day on, and the lasting ones before it; undefined where none is older. */
export function recentEntriesOf(
  connection: Connection,
  customer: number,
  since: Day,
): RecentEntries | undefined {
  const older = 'SELECT 1 FROM entry WHERE customer = ? AND day < ? LIMIT 1';
  if (connection.statement(older).get(customer, since) === undefined) return undefined;
  const read = (source: string, which: string): readonly Recorded[] => {
    const nameOf = customerNames(connection);
    const rows = connection
      .statement(`${SELECT} ${source} WHERE customer = ? AND day ${which} ORDER BY day, seq`)
      .all(customer, since) as EntryRow[];
    return rows.map((row) => fromRow(row, nameOf));
  };
  const lasting = read('INDEXED BY entry_lasting', `< ? AND ${IS_LASTING}`);
  const recent = read('', '>= ?');
  return {
    entries: [...lasting, ...recent],
    whole: () => {
      const others = read('', `< ? AND NOT ${IS_LASTING}`);
      return [...[...lasting, ...others].sort(byOrder), ...recent];
    },
  };
}
