import { operationsIn } from './addition-operations.ts';
import {
  type Addition,
  additionAfter,
  additionsOfChange,
  additionWith,
  additionWithEntry,
  eraseAddition,
  takeOut,
} from './addition-rows.ts';
import type { Connection } from './connection.ts';
import {
  changeByKey,
  eraseOperationRow,
  insertOperation,
  operationRows,
  operationRowsOf,
  type RecordedOperation,
} from './operation-rows.ts';

/*
 * An operation has a row of its own, or it is one of a run of entries that were added together and are as they were
 * then. Whoever changes or removes such an entry first has its operation written out.
 */

const PAGE = 2_000;

/** All operations in their order. Nothing is held open while the walk is paused. */
export function* allOperations(connection: Connection): Generator<RecordedOperation> {
  let last = 0;
  for (;;) {
    const page = connection.reading(() => pageAfter(connection, last));
    yield* page;
    last = page.at(-1)?.seq ?? last;
    if (page.length === 0) return;
  }
}

/** Empty at the end alone. */
function pageAfter(connection: Connection, last: number): readonly RecordedOperation[] {
  const run = additionAfter(connection, last);
  const before = run?.first ?? Number.MAX_SAFE_INTEGER;
  const rows = operationRows(connection, last, before, PAGE);
  if (run === undefined || rows.length > 0) return rows;
  return recordedIn(connection, run, Math.max(run.first, last + 1), PAGE);
}

function recordedIn(
  connection: Connection,
  run: Addition,
  from = run.first,
  most = run.count,
): readonly RecordedOperation[] {
  const change = changeByKey(connection, run.change);
  return operationsIn(connection, run, from, most).map((each) => ({ ...each, change }));
}

/** Those of one change in their order. @param change its key */
export function operationsOfChange(
  connection: Connection,
  change: number,
): readonly RecordedOperation[] {
  const rows = operationRowsOf(connection, change);
  const runs = additionsOfChange(connection, change);
  if (runs.length === 0) return rows;
  return [...rows, ...runs.flatMap((run) => recordedIn(connection, run))].sort(
    (a, b) => a.seq - b.seq,
  );
}

/** The key of the change that an operation is part of. */
export function changeOfOperation(connection: Connection, seq: number): number | undefined {
  const row = connection.statement('SELECT change FROM operation WHERE seq = ?').get(seq);
  return row === undefined ? additionWith(connection, seq)?.change : (row as readonly [number])[0];
}

/** It goes for good; only erasure does that. */
export function eraseOperation(connection: Connection, seq: number): void {
  if (eraseOperationRow(connection, seq)) return;
  const run = additionWith(connection, seq);
  if (run !== undefined) takeOut(connection, run, seq);
}

/** Writes out the operation that added this entry, where it has no row of its own; before the entry is touched. */
export function writeOutEntry(connection: Connection, number: number): void {
  const run = additionWithEntry(connection, number);
  if (run === undefined) return;
  const seq = run.first + number - run.number;
  const [operation] = operationsIn(connection, run, seq, 1);
  takeOut(connection, run, seq);
  if (operation !== undefined) insertOperation(connection, seq, run.change, operation);
}

/** The same for all entries that a change added. @param change its key */
export function writeOutChange(connection: Connection, change: number): void {
  for (const run of additionsOfChange(connection, change)) {
    for (let from = run.first; from < run.first + run.count; from += PAGE)
      for (const { seq, ...operation } of operationsIn(connection, run, from, PAGE))
        insertOperation(connection, seq, change, operation);
    eraseAddition(connection, run);
  }
}
