import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { readingAfter } from './hybrid-clock.ts';
import { uuidAfter } from './uuid.ts';

/**
 * A run of entries that one change added, in place of an operation for each: what an operation says beyond its place in
 * the run stands in the entry itself. The first one is described; each other is one further in every respect.
 */
export interface Addition {
  /** The place of the first operation among all operations. */
  readonly first: number;
  /** The id of the first operation. */
  readonly id: string;
  /** The key of the change. */
  readonly change: number;
  /** The number of the first entry. */
  readonly number: number;
  readonly count: number;
  /** The reading of the clock at the first operation. */
  readonly clock: string;
}

type Row = readonly [
  first: number,
  id: string,
  change: number,
  number: number,
  count: number,
  clock: string,
  crc: number,
];

const SELECT = 'SELECT first, id, change, number, count, clock, crc FROM addition';

function fromRow([first, id, change, number, count, clock, crc]: Row): Addition {
  if (checksum('addition', first, id, change, number, count, clock) !== crc)
    throw damaged(`addition ${first}`);
  return { first, id, change, number, count, clock };
}

const found = (row: unknown): Addition | undefined =>
  row === undefined ? undefined : fromRow(row as Row);

/** In their order. @param change its key */
export const additionsOfChange = (connection: Connection, change: number): readonly Addition[] =>
  (connection.statement(`${SELECT} WHERE change = ? ORDER BY first`).all(change) as Row[]).map(
    fromRow,
  );

/** The one that an entry is part of. @param number of the entry */
export function additionWithEntry(connection: Connection, number: number): Addition | undefined {
  const run = found(
    connection.statement(`${SELECT} WHERE number <= ? ORDER BY number DESC LIMIT 1`).get(number),
  );
  return run !== undefined && number < run.number + run.count ? run : undefined;
}

/** The one that an operation is part of. @param seq its place among all operations */
export function additionWith(connection: Connection, seq: number): Addition | undefined {
  const run = found(
    connection.statement(`${SELECT} WHERE first <= ? ORDER BY first DESC LIMIT 1`).get(seq),
  );
  return run !== undefined && seq < run.first + run.count ? run : undefined;
}

/** The first one that has operations after this place, be it in its middle. */
export const additionAfter = (connection: Connection, seq: number): Addition | undefined =>
  additionWith(connection, seq + 1) ??
  found(connection.statement(`${SELECT} WHERE first > ? ORDER BY first LIMIT 1`).get(seq));

export function insertAddition(connection: Connection, addition: Addition): void {
  const { first, id, change, number, count, clock } = addition;
  const content = [first, id, change, number, count, clock] as const;
  connection
    .statement(
      'INSERT INTO addition (first, id, change, number, count, clock, crc) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(...content, checksum('addition', ...content));
}

export function eraseAddition(connection: Connection, { first }: Addition): void {
  connection.statement('DELETE FROM addition WHERE first = ?').run(first);
}

/** Leaves the run without the operation at this place: what came before it, and what comes after it. */
export function takeOut(connection: Connection, run: Addition, seq: number): void {
  eraseAddition(connection, run);
  const before = seq - run.first;
  if (before > 0) insertAddition(connection, { ...run, count: before });
  const after = run.count - before - 1;
  if (after > 0) insertAddition(connection, partOf(run, before + 1, after));
}

const partOf = (run: Addition, skipped: number, count: number): Addition => ({
  first: run.first + skipped,
  id: uuidAfter(run.id, skipped),
  change: run.change,
  number: run.number + skipped,
  count,
  clock: readingAfter(run.clock, skipped),
});
