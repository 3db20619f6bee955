import type { Day } from '../journal/days.ts';
import type { EntryType, Recorded } from '../journal/entry.ts';
import type { Connection } from './connection.ts';

/** What may take time or bring money, and where somebody ceases to be a prospect. */
const EFFORT = `'spoke', 'tried', 'heard', 'sent', 'work', 'income', 'won'`;
const TURNS = `'won', 'lost', 'notice', 'drop'`;

type Row = readonly [
  seq: number,
  type: EntryType,
  on: Day,
  channel: string | null,
  minutes: number | null,
  amount: number | null,
];

/**
 * What took one customer's time and brought money from a day on, and of any day what ended their being a prospect; in
 * Order, with that alone and under ids of no meaning. Whether a row is what was written is asked where it is read in full.
 */
export function dealingsOf(
  connection: Connection,
  customer: number,
  since: Day,
): readonly Recorded[] {
  const rows = connection
    .statement(
      `SELECT seq, type, day, body ->> 'channel', body ->> 'minutes', body ->> 'amount'
      FROM entry INDEXED BY entry_in_order
      WHERE customer = ? AND (day >= ? AND type IN (${EFFORT}) OR type IN (${TURNS}))
      ORDER BY day, seq`,
    )
    .all(customer, since) as Row[];
  return rows.map(
    ([seq, type, on, channel, minutes, amount]) =>
      ({
        type,
        id: `number ${seq}`,
        customer: '',
        on,
        seq,
        channel: channel ?? undefined,
        minutes: minutes ?? undefined,
        amount: amount ?? undefined,
      }) as Recorded,
  );
}
