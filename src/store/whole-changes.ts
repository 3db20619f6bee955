import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { type Change, changeByKey, insertChange, type Operation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { placeOf } from './replay-subject.ts';
import { type Direction, insertReversal, reversalsBy } from './reversal-rows.ts';
import { type Counted, uncounted } from './counted.ts';
import { writeOperations } from './write-operations.ts';

/** A change with all that belongs to it, without anything that holds in one file only: as devices exchange it. */
export interface WholeChange extends Change {
  readonly operations: readonly Omit<Operation, 'number'>[];
  /** By the ids of the changes that it took back or brought back, in the order in which it did. */
  readonly reversals: readonly { readonly does: Direction; readonly target: string }[];
}

/** In the order of this file. */
export function wholeChanges(
  connection: Connection,
  counted: Counted = uncounted,
): readonly WholeChange[] {
  const operations = new Map<string, Omit<Operation, 'number'>[]>();
  for (const { change, ...operation } of counted(allOperations(connection), 'steps read')) {
    const { id, kind, subject, customer, before, after, clock } = operation;
    const own = operations.get(change.id) ?? [];
    own.push({ id, kind, subject, customer, before, after, clock });
    operations.set(change.id, own);
  }
  return changeKeys(connection).map((key) => {
    const change = changeByKey(connection, key);
    return {
      ...change,
      operations: operations.get(change.id) ?? [],
      reversals: reversalsBy(connection, key).map(({ does, target }) => ({
        does,
        target: changeByKey(connection, target).id,
      })),
    };
  });
}

const changeKeys = (connection: Connection): readonly number[] =>
  (connection.statement('SELECT key FROM change ORDER BY key').all() as (readonly [number])[]).map(
    ([key]) => key,
  );

/** That somebody was forgotten: the only change that did nothing. */
export const isForgetting = ({ operations, reversals }: WholeChange): boolean =>
  operations.length === 0 && reversals.length === 0;

const MILLIS_DIGITS = 15;

/** Where the change stands in the one order of all devices. */
export function placeOfChange({ operations, at, id }: WholeChange): string {
  const [first] = operations;
  return first ? placeOf(first) : `${String(Date.parse(at)).padStart(MILLIS_DIGITS, '0')} ${id}`;
}

/**
 * Records these changes in the place of all that were recorded, in the order that all devices have; once the entries are
 * those that come of them.
 * @param numbers the number of each thing, by `KIND ID`
 */
export function replaceChanges(
  connection: Connection,
  changes: readonly WholeChange[],
  numbers: ReadonlyMap<string, number>,
  counted: Counted,
): void {
  for (const table of ['reversal', 'operation', 'addition', 'change'])
    connection.statement(`DELETE FROM ${table}`).run();
  const keys = new Map<string, number>();
  const placed = changes
    .map((change) => ({ change, place: placeOfChange(change) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  for (const { change } of placed) {
    keys.set(change.id, keys.size + 1);
    insertChange(connection, keys.size, change);
  }
  const keyOf = (id: string): number => keys.get(id) ?? lost(id);
  const operations = placed.flatMap(({ change }) =>
    change.operations.map((operation) => ({
      operation,
      place: placeOf(operation),
      key: keyOf(change.id),
    })),
  );
  operations.sort((a, b) => (a.place < b.place ? -1 : 1));
  writeOperations(
    connection,
    operations.map(({ operation, key }, at) => ({
      ...operation,
      seq: at + 1,
      change: key,
      number: numbers.get(`${operation.kind} ${operation.subject}`) ?? null,
    })),
    counted,
  );
  let reversal = 0;
  for (const { change } of placed)
    for (const { does, target } of change.reversals)
      insertReversal(connection, (reversal += 1), {
        change: keyOf(change.id),
        does,
        target: keyOf(target),
      });
}

function lost(id: string): never {
  throw damaged(`change ${id} is gone, although another one took it back`);
}
