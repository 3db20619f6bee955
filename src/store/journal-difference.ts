import type { Day } from '../journal/days.ts';
import { Connection } from './connection.ts';

/** An entry as a difference names it. */
export interface NamedEntry {
  readonly number: number;
  readonly day: Day;
}

/** What becomes of the journal where a backup takes its place. */
export interface Difference {
  /** In the journal and not in the backup, in order of recording. */
  readonly missing: readonly NamedEntry[];
  /** In the backup and no longer in the journal. */
  readonly back: readonly NamedEntry[];
  /** How many are in both, and were corrected meanwhile. */
  readonly corrected: number;
  /** The names of customers that the backup does not have. */
  readonly customers: readonly string[];
}

type EntryRow = readonly [id: string, number: number, day: Day, crc: number];

interface Rows {
  readonly entries: ReadonlyMap<string, EntryRow>;
  readonly customers: ReadonlyMap<string, string>;
}

/** @param journal may be of an older schema, as the backup may */
export function differenceOf(journal: string, backup: string): Difference {
  const [here, there] = [rowsOf(journal), rowsOf(backup)];
  const inBoth = [...here.entries.values()].filter(([id]) => there.entries.has(id));
  return {
    missing: without(here, there),
    back: without(there, here),
    corrected: inBoth.filter(([id, , , crc]) => there.entries.get(id)?.[3] !== crc).length,
    customers: [...here.customers].flatMap(([id, name]) => (there.customers.has(id) ? [] : [name])),
  };
}

const without = (some: Rows, others: Rows): readonly NamedEntry[] =>
  [...some.entries.values()].flatMap(([id, number, day]) =>
    others.entries.has(id) ? [] : [{ number, day }],
  );

function rowsOf(file: string): Rows {
  const connection = new Connection(file, { readonly: true });
  try {
    return connection.reading(() => {
      const entries = connection
        .statement('SELECT id, seq, day, crc FROM entry ORDER BY seq')
        .all() as EntryRow[];
      const customers = connection
        .statement(`SELECT id, json_extract(body, '$.name') FROM customer ORDER BY key`)
        .all() as (readonly [string, string])[];
      return {
        entries: new Map(entries.map((row) => [row[0], row])),
        customers: new Map(customers),
      };
    });
  } finally {
    connection.close();
  }
}
