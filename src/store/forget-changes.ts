import { type Clock, timestamp } from '../journal/clock.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import type { ForgetPlan } from './forget-plan.ts';
import { NextKeys } from './next-keys.ts';
import {
  type Change,
  changeByKey,
  insertChange,
  insertOperation,
  type RecordedOperation,
} from './operation-rows.ts';
import { changeOfOperation, eraseOperation } from './recorded-operations.ts';
import { uuidv7 } from './uuid.ts';

/** Takes out of the record of changes what was planned, and whatever change has nothing left to tell. */
export function eraseFromChanges(
  connection: Connection,
  { gone, reworded, command }: ForgetPlan,
): void {
  const erased = [...gone.operations, ...gone.passing];
  const touched = new Set(
    [...erased, ...reworded.operations.map(({ was }) => was)].map(({ seq }) =>
      changeOf(connection, seq),
    ),
  );
  for (const { seq } of erased) eraseOperation(connection, seq);
  for (const { now } of reworded.operations) rewriteOperation(connection, now);
  for (const key of touched) if (isEmpty(connection, key)) eraseChange(connection, key);
  for (const key of changeKeys(connection)) {
    const change = changeByKey(connection, key);
    const said = command(change.command, touched.has(key));
    if (said !== change.command) putChange(connection, key, { ...change, command: said });
  }
}

const changeKeys = (connection: Connection): readonly number[] =>
  (connection.statement('SELECT key FROM change ORDER BY key').all() as (readonly [number])[]).map(
    ([key]) => key,
  );

function changeOf(connection: Connection, operation: number): number {
  const change = changeOfOperation(connection, operation);
  if (change === undefined) throw damaged(`operation ${operation} is gone`);
  return change;
}

// A recorded operation is never altered, so it goes, and another one comes in its place.
function rewriteOperation(connection: Connection, operation: RecordedOperation): void {
  const change = changeOf(connection, operation.seq);
  eraseOperation(connection, operation.seq);
  insertOperation(connection, operation.seq, change, operation);
}

function isEmpty(connection: Connection, change: number): boolean {
  const [any] = connection
    .statement(
      `SELECT EXISTS (SELECT 1 FROM operation WHERE change = ?)
           OR EXISTS (SELECT 1 FROM addition WHERE change = ?)
           OR EXISTS (SELECT 1 FROM reversal WHERE change = ?)`,
    )
    .get(change, change, change) as readonly [number];
  return any === 0;
}

/** With what took it back or brought it back, where these did nothing else. */
function eraseChange(connection: Connection, key: number): void {
  const reversals = connection
    .statement('SELECT DISTINCT change FROM reversal WHERE target = ?')
    .all(key) as (readonly [number])[];
  connection.statement('DELETE FROM reversal WHERE change = ? OR target = ?').run(key, key);
  connection.statement('DELETE FROM change WHERE key = ?').run(key);
  for (const [change] of reversals)
    if (change !== key && isEmpty(connection, change)) eraseChange(connection, change);
}

// REPLACE and not UPDATE: a recorded change is never altered. In one statement, as operations refer to it.
function putChange(connection: Connection, key: number, change: Change): void {
  const { id, command, device, at, day } = change;
  connection
    .statement(
      'INSERT OR REPLACE INTO change (key, id, command, device, at, day, crc) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(key, id, command, device, at, day, checksum('change', key, id, command, device, at, day));
}

/** What the history says of it: that it was, and when. */
const COMMAND = 'forget';
/** Until the file has been written anew, so that nothing is left between its pages. */
const UNFINISHED = 'forget (unfinished)';

/**
 * That something was forgotten: a change without any operation, which is how undo knows that it ends
 * here.
 */
export function recordForgetting(connection: Connection, clock: Clock, isFinished: boolean): void {
  const row = connection.statement('SELECT device FROM meta').get();
  if (row === undefined) throw damaged('it no longer knows its device');
  const [device] = row as readonly [string];
  insertChange(connection, new NextKeys(connection).take('change'), {
    id: uuidv7(clock, connection),
    command: isFinished ? COMMAND : UNFINISHED,
    device,
    at: timestamp(clock),
    day: clock.today(),
  });
}

const unfinished = (connection: Connection): readonly number[] => {
  const rows = connection.statement('SELECT key FROM change WHERE command = ?').all(UNFINISHED);
  return (rows as (readonly [number])[]).map(([key]) => key);
};

/** Whether something was forgotten, and the file has not been written anew since. */
export const isForgettingUnfinished = (connection: Connection): boolean =>
  connection.reading(() => unfinished(connection).length > 0);

/** The file was written anew; inside a transaction. */
export function markFinished(connection: Connection): void {
  for (const key of unfinished(connection))
    putChange(connection, key, { ...changeByKey(connection, key), command: COMMAND });
}
