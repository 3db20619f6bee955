import type { Day } from '../journal/days.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';

/** What one command did to the journal; undone in one step. */
export interface Change {
  readonly id: string;
  /** What was typed, or what else names the command. */
  readonly command: string;
  readonly device: string;
  /** When, on the seller's wall clock, with offset. */
  readonly at: string;
  /** The seller's local day. */
  readonly day: Day;
}

type Kind = 'settings' | 'customer' | 'person' | 'entry';

/** One line of the journal before and after. */
export interface Operation {
  readonly id: string;
  readonly kind: Kind;
  /** The id of the entry, customer or person; `settings` for the settings. */
  readonly subject: string;
  /**
   * The id of the customer it belongs to, after the operation where that differs; null for the
   * settings.
   */
  readonly customer: string | null;
  /**
   * The entry's number, or the place of the customer or person among theirs: it gets that back when
   * its deletion is undone. Null for the settings.
   */
  readonly number: number | null;
  /** The line in the interchange form; null where there was none. */
  readonly before: string | null;
  /** The line in the interchange form; null where there is none any more. */
  readonly after: string | null;
  /** A reading of the hybrid clock; sorts in the order of the operations of all devices. */
  readonly clock: string;
}

/** An operation with its place in the order of this file, and the change it is part of. */
export type RecordedOperation = Operation & { readonly seq: number; readonly change: Change };

type ChangeRow = readonly [number, string, string, string, string, Day, number];
type OperationRow = readonly [
  seq: number,
  id: string,
  change: number,
  kind: Kind,
  subject: string,
  customer: string | null,
  number: number | null,
  before: string | null,
  after: string | null,
  clock: string,
  crc: number,
];

/** Those that have a row of their own, between two places (not included), in their order. @param most as many at most */
export function operationRows(
  connection: Connection,
  after: number,
  before: number,
  most: number,
): readonly RecordedOperation[] {
  return recorded(
    connection,
    connection
      .statement(`${SELECT} WHERE seq > ? AND seq < ? ORDER BY seq LIMIT ?`)
      .iterate(after, before, most),
  );
}

/** Those of one change that have a row of their own, in their order. @param change its key */
export function operationRowsOf(
  connection: Connection,
  change: number,
): readonly RecordedOperation[] {
  return recorded(
    connection,
    connection.statement(`${SELECT} WHERE change = ? ORDER BY seq`).iterate(change),
  );
}

/** The same in pages, the first ones first or the last ones; nothing is held open while the walk is paused. */
export function* operationRowsInTurn(
  connection: Connection,
  change: number,
  end: 'first' | 'last',
): Generator<RecordedOperation> {
  const [beyond, order] = end === 'first' ? ['>', 'ASC'] : ['<', 'DESC'];
  const statement = connection.statement(
    `${SELECT} WHERE change = ? AND seq ${beyond} ? ORDER BY seq ${order} LIMIT ${PAGE}`,
  );
  let at = end === 'first' ? 0 : Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = recorded(connection, statement.iterate(change, at));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    at = last.seq;
  }
}

/** The ids of whom one change touches, in the order in which its operations do, from either end. */
export function customersOfChange(
  connection: Connection,
  change: number,
  end: 'first' | 'last',
): readonly string[] {
  const order = end === 'first' ? 'min(seq)' : 'max(seq) DESC';
  const rows = connection
    .statement(
      `SELECT customer FROM operation WHERE change = ? AND customer IS NOT NULL
       GROUP BY customer ORDER BY ${order}`,
    )
    .all(change) as (readonly [string])[];
  return rows.map(([customer]) => customer);
}

const PAGE = 500;

const SELECT = `
  SELECT seq, id, change, kind, subject, customer, number, before, after, clock, crc
  FROM operation`;

function recorded(
  connection: Connection,
  rows: IterableIterator<unknown>,
): readonly RecordedOperation[] {
  const changes = new Map<number, Change>();
  return Array.from(rows as IterableIterator<OperationRow>, (row) => {
    const key = row[2];
    const change = changes.get(key) ?? changeByKey(connection, key);
    changes.set(key, change);
    return fromRow(row, change);
  });
}

function fromRow(row: OperationRow, change: Change): RecordedOperation {
  const [seq, id, key, kind, subject, customer, number, before, after, clock, crc] = row;
  const expected = checksum(
    'operation',
    seq,
    id,
    key,
    kind,
    subject,
    customer,
    number,
    before,
    after,
    clock,
  );
  if (expected !== crc) throw damaged(`operation ${seq}`);
  return { seq, id, change, kind, subject, customer, number, before, after, clock };
}

export function changeByKey(connection: Connection, key: number): Change {
  const row = connection
    .statement('SELECT key, id, command, device, at, day, crc FROM change WHERE key = ?')
    .get(key);
  if (row === undefined) throw damaged(`change ${key} is gone, although operations refer to it`);
  const [, id, command, device, at, day, crc] = row as ChangeRow;
  if (checksum('change', key, id, command, device, at, day) !== crc) throw damaged(`change ${key}`);
  return { id, command, device, at, day };
}

export function insertChange(connection: Connection, key: number, change: Change): void {
  const { id, command, device, at, day } = change;
  connection
    .statement(
      'INSERT INTO change (key, id, command, device, at, day, crc) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(key, id, command, device, at, day, checksum('change', key, id, command, device, at, day));
}

/** @param change the key of the change that it is part of */
export function insertOperation(
  connection: Connection,
  seq: number,
  change: number,
  operation: Operation,
): void {
  const { id, kind, subject, customer, number, before, after, clock } = operation;
  const content = [seq, id, change, kind, subject, customer, number, before, after, clock] as const;
  connection
    .statement(
      `INSERT INTO operation (seq, id, change, kind, subject, customer, number, before, after, clock, crc)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(...content, checksum('operation', ...content));
}

/** The row goes for good; only erasure does that. Returns whether there was one. */
export function eraseOperationRow(connection: Connection, seq: number): boolean {
  return connection.statement('DELETE FROM operation WHERE seq = ?').run(seq).changes > 0;
}
