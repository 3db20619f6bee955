import { addDays, type Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Connection } from './connection.ts';
import { joinedEntries } from './joined-rows.ts';

/** What may take time or bring money, and where somebody ceases to be a prospect. */
const TURNS = `'won', 'lost', 'notice', 'drop'`;
const EFFORT = `${TURNS}, 'spoke', 'tried', 'heard', 'sent', 'work', 'income'`;

const source = 'INDEXED BY entry_in_order';

/**
 * What took one customer's time and brought money from a day on, and of any day what ended their being a prospect; in
 * Order.
 */
export function dealingsOf(
  connection: Connection,
  customer: number,
  since: Day,
): readonly Recorded[] {
  const before = { source, until: addDays(since, -1), and: `AND type IN (${TURNS})` };
  return [
    ...joinedEntries(connection, customer, before),
    ...joinedEntries(connection, customer, { source, since, and: `AND type IN (${EFFORT})` }),
  ];
}
