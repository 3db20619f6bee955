import type { Day } from '../journal/days.ts';
import type { EntryType, Recorded } from '../journal/entry.ts';
import type { EntryText } from '../journal/entry-text.ts';
import { bodyOf, type Line } from './body.ts';
import { checksum, checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';
import { customerNames, type StoredCustomer } from './customer-rows.ts';
import { damaged } from './failures.ts';
import { recordedFrom } from './recorded-from.ts';

export type EntryRow = readonly [
  seq: number,
  id: string,
  customer: number,
  type: EntryType,
  day: Day,
  ref: string | null,
  body: string,
  crc: number,
];

export const SELECT = 'SELECT seq, id, customer, type, day, ref, body, crc FROM entry';

/** Rows of one page of a walk through all entries; between pages no lock is held. */
const PAGE = 25;

export function fromRow(row: EntryRow, customerName: (key: number) => string): Recorded {
  refuseDamaged(row);
  // By place: to take a list apart in one step costs as much as to fetch it.
  return recordedFrom(row[0], row[1], customerName(row[2]), row[3], row[4], row[5], row[6]);
}

export function textFromRow(row: EntryRow, customerName: (key: number) => string): EntryText {
  refuseDamaged(row);
  const [seq, id, customer, type, on, ref, rest] = row;
  return { seq, id, customer: customerName(customer), type, on, ref, rest };
}

/** Throws where its checksum, as `checksum` makes it, says that it is not what was written. */
function refuseDamaged(row: EntryRow): void {
  const content = `entry\0${row[0]}\0${row[1]}\0${row[2]}\0${row[3]}\0${row[4]}\0${row[5] ?? ''}\0${row[6]}`;
  if (checksumOf(content) !== row[7]) throw damaged(`entry ${row[0]}`);
}

const COLUMNS = new Set(['type', 'id', 'customer', 'on', 'ref']);

const refOf = (entry: Recorded): string | null => ('ref' in entry ? entry.ref : null);

/** One customer's entries of these types in Order. @param since the first day wanted; all where it is left out */
export function entriesOfTypes(
  connection: Connection,
  { key, card }: StoredCustomer,
  types: readonly EntryType[],
  since?: Day,
): readonly Recorded[] {
  const rows = connection
    .statement(`${SELECT} WHERE customer = ? AND day >= ? AND ${isOneOf(types)} ORDER BY day, seq`)
    .all(key, since ?? 0, ...types);
  return (rows as EntryRow[]).map((row) => fromRow(row, () => card.name));
}

/** How many entries of these types one customer has, dated up to this day, and the day of the last of them. */
export function countOfTypes(
  connection: Connection,
  customer: number,
  types: readonly EntryType[],
  until: Day,
): { readonly count: number; readonly last: Day | undefined } {
  const [count, last] = connection
    .statement(
      `SELECT count(*), max(day) FROM entry WHERE customer = ? AND day <= ? AND ${isOneOf(types)}`,
    )
    .get(customer, until, ...types) as readonly [number, Day | null];
  return { count, last: last ?? undefined };
}

const isOneOf = (types: readonly EntryType[]): string =>
  `type IN (${types.map(() => '?').join(', ')})`;

/** All entries in order of recording. Nothing is held open while the walk is paused. */
export function* allEntries(connection: Connection): Generator<Recorded> {
  for (const page of pages(connection, fromRow)) yield* page;
}

/** All entries as they are kept, in order of recording. Nothing is held open while the walk is paused. */
export function* allEntryTexts(connection: Connection): Generator<EntryText> {
  for (const page of pages(connection, textFromRow)) yield* page;
}

/** One customer's entries as they are kept, in order of recording. */
export function entryTextsOf(connection: Connection, customer: number): readonly EntryText[] {
  const rows = connection.statement(`${SELECT} WHERE customer = ? ORDER BY seq`).all(customer);
  const nameOf = customerNames(connection);
  return (rows as EntryRow[]).map((row) => textFromRow(row, nameOf));
}

function* pages<T>(
  connection: Connection,
  read: (row: EntryRow, customerName: (key: number) => string) => T,
): Generator<readonly T[]> {
  const after = `${SELECT} WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`;
  const nameOf = customerNames(connection);
  let last = 0;
  for (;;) {
    const [rows, page] = connection.reading(() => {
      const rows = connection.statement(after).all(last) as EntryRow[];
      return [rows, rows.map((row) => read(row, nameOf))] as const;
    });
    yield page;
    last = rows.at(-1)?.[0] ?? last;
    if (rows.length < PAGE) return;
  }
}

function find(
  connection: Connection,
  column: 'seq' | 'id',
  value: number | string,
): Recorded | undefined {
  const row = connection.statement(`${SELECT} WHERE ${column} = ?`).get(value);
  return row === undefined ? undefined : fromRow(row as EntryRow, customerNames(connection));
}

export const entryByNumber = (connection: Connection, seq: number): Recorded | undefined =>
  find(connection, 'seq', seq);

export const entryById = (connection: Connection, id: string): Recorded | undefined =>
  find(connection, 'id', id);

/** The entries whose `ref` is this one, in order of recording. */
export function entriesReferringTo(connection: Connection, id: string): readonly Recorded[] {
  const rows = connection.statement(`${SELECT} WHERE ref = ? ORDER BY seq`).all(id);
  const nameOf = customerNames(connection);
  return (rows as EntryRow[]).map((row) => fromRow(row, nameOf));
}

export function countEntries(connection: Connection): number {
  const [count] = connection.statement('SELECT count(*) FROM entry').get() as readonly [number];
  return count;
}

export function isEntryId(connection: Connection, id: string): boolean {
  return connection.statement('SELECT 1 FROM entry WHERE id = ?').get(id) !== undefined;
}

/**
 * @param customer the key of the customer that the entry names
 * @param line the entry in the interchange form
 */
export function updateEntry(
  connection: Connection,
  customer: number,
  entry: Recorded,
  line: Line,
): void {
  const { seq, id, type, on } = entry;
  const ref = refOf(entry);
  const body = bodyOf(line, COLUMNS);
  connection
    .statement(
      'UPDATE entry SET customer = ?, type = ?, day = ?, ref = ?, body = ?, crc = ? WHERE seq = ?',
    )
    .run(
      customer,
      type,
      on,
      ref,
      body,
      checksum('entry', seq, id, customer, type, on, ref, body),
      seq,
    );
}

export function deleteEntry(connection: Connection, seq: number): void {
  connection.statement('DELETE FROM entry WHERE seq = ?').run(seq);
}

/** Other fields for an entry that stays what it is, whose it is and when. @param rest as in an EntryText */
export function updateEntryRest(connection: Connection, seq: number, rest: string): void {
  const row = connection.statement(`${SELECT} WHERE seq = ?`).get(seq) as EntryRow;
  const [, id, customer, type, on, ref] = row;
  connection
    .statement('UPDATE entry SET body = ?, crc = ? WHERE seq = ?')
    .run(rest, checksum('entry', seq, id, customer, type, on, ref, rest), seq);
}
