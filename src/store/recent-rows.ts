import { addDays, type Day } from '../journal/days.ts';
import type { EntryType, Recorded } from '../journal/entry.ts';
import type { Older } from '../journal/older.ts';
import { byOrder } from '../journal/order.ts';
import type { Connection } from './connection.ts';
import { customerNames } from './customer-rows.ts';
import { type EntryRow, fromRow, SELECT } from './entry-rows.ts';
import { joinedEntries } from './joined-rows.ts';
import { IS_LASTING } from './schema.ts';

/** What a review reads of one customer first. */
export interface RecentEntries {
  /** From a day on, and the lasting ones before it; in Order. */
  readonly entries: readonly Recorded[];
  /** These, and such older ones as well; in Order. As long as the journal is open. */
  withOlder(wanted: readonly Older[]): readonly Recorded[];
  /** All there are, in Order: these, and the others read as well. As long as the journal is open. */
  whole(): readonly Recorded[];
}

const IN_ORDER = 'ORDER BY day, seq';

/** In a row's JSON a quote inside of a text is escaped, so that this stands nowhere but before a field's value. */
const whichOf = ({ types, field }: Older): string =>
  `type IN (${types.map((type) => `'${type}'`).join(', ')})${field === undefined ? '' : ` AND instr(body, '"${field}":')`}`;

const orderOf = ({ newest }: Older): string =>
  newest === undefined ? IN_ORDER : `ORDER BY day DESC, seq DESC LIMIT ${newest}`;

/** Read from the index alone, which is compared with the rows before a review. */
function bareEntries(
  connection: Connection,
  customer: number,
  since: Day,
  some: Older,
): readonly Recorded[] {
  const name = customerNames(connection)(customer);
  const rows = connection
    .statement(
      `SELECT seq, type, day FROM entry INDEXED BY entry_in_order
      WHERE customer = ? AND day < ? AND ${whichOf(some)} ${orderOf(some)}`,
    )
    .all(customer, since) as (readonly [seq: number, type: EntryType, on: Day])[];
  return rows.map(
    ([seq, type, on]) => ({ type, id: `number ${seq}`, customer: name, on, seq }) as Recorded,
  );
}

function fullEntries(
  connection: Connection,
  customer: number,
  since: Day,
  some: Older,
): readonly Recorded[] {
  const nameOf = customerNames(connection);
  const rows = connection
    .statement(`${SELECT} WHERE customer = ? AND day < ? AND ${whichOf(some)} ${orderOf(some)}`)
    .all(customer, since) as EntryRow[];
  return rows.map((row) => fromRow(row, nameOf));
}

/** One customer's entries from that day on, and the lasting ones before it; undefined where none is older. */
export function recentEntriesOf(
  connection: Connection,
  customer: number,
  since: Day,
): RecentEntries | undefined {
  const older = 'SELECT 1 FROM entry WHERE customer = ? AND day < ? LIMIT 1';
  if (connection.statement(older).get(customer, since) === undefined) return undefined;
  const lasting = joinedEntries(connection, customer, {
    until: addDays(since, -1),
    source: 'INDEXED BY entry_lasting',
    and: `AND ${IS_LASTING}`,
  });
  const recent = joinedEntries(connection, customer, { since });
  return {
    entries: [...lasting, ...recent],
    withOlder: (wanted) => {
      const [bare, full] = [true, false].map((is) => wanted.filter((some) => some.bare === is));
      const older = [
        ...(bare ?? []).flatMap((some) => bareEntries(connection, customer, since, some)),
        // Of two under one number the later one stays.
        ...(full ?? []).flatMap((some) => fullEntries(connection, customer, since, some)),
        ...lasting,
      ];
      const known = new Map(older.map((entry) => [entry.seq, entry]));
      return [...[...known.values()].sort(byOrder), ...recent];
    },
    whole: () => {
      const and = `AND NOT ${IS_LASTING}`;
      const others = joinedEntries(connection, customer, { until: addDays(since, -1), and });
      return [...[...lasting, ...others].sort(byOrder), ...recent];
    },
  };
}
