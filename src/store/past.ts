import type { Connection } from './connection.ts';
import { refuseHiddenSteps } from './hidden-rows.ts';
import { joinedWith } from './known-together.ts';
import { type Change, changeByKey, type RecordedOperation } from './operation-rows.ts';
import { operationsOfChange } from './recorded-operations.ts';
import { type Direction, reversalsBy, standingChanges } from './reversal-rows.ts';

/** One change, looked at afterwards. */
export interface PastChange {
  readonly change: Change;
  /** False for what was undone; an undo or redo itself always stands. */
  readonly stands: boolean;
  /** The earlier changes that it took back or brought back. */
  readonly reverses: { readonly does: Direction; readonly targets: readonly Change[] } | undefined;
  /** In their order; all of them, whoever they are about. */
  readonly operations: readonly RecordedOperation[];
}

export interface PastChanges {
  /** The last ones, oldest first. */
  readonly changes: readonly PastChange[];
  /** How many came before them. */
  readonly earlier: number;
}

/** @param customer the id of the customer whose changes are wanted, with nobody else's steps; of all where it is left out */
export function lastChanges(connection: Connection, count: number, customer?: string): PastChanges {
  refuseHiddenSteps(connection);
  const ids = customer === undefined ? undefined : joinedWith(connection, 'customer', customer);
  const keys = changesOf(connection, ids);
  const standing = standingChanges(connection);
  const wanted = keys.slice(-count);
  return {
    earlier: keys.length - wanted.length,
    changes: wanted.map((key) => {
      const past = pastChange(connection, key, standing);
      if (ids === undefined) return past;
      const theirs = past.operations.filter((each) => ids.includes(each.customer ?? ''));
      return { ...past, operations: theirs };
    }),
  };
}

/** The changes that touched the entry with this number, each with its steps on that entry alone. */
export function changesOfEntry(connection: Connection, number: number): readonly PastChange[] {
  refuseHiddenSteps(connection);
  const rows = connection
    .statement(
      `SELECT change FROM operation WHERE kind = 'entry' AND number = ?
       UNION SELECT change FROM addition WHERE number <= ? AND number + count > ? ORDER BY change`,
    )
    .all(number, number, number) as (readonly [number])[];
  const standing = standingChanges(connection);
  return rows.map(([key]) => {
    const past = pastChange(connection, key, standing);
    const those = past.operations.filter((each) => each.kind === 'entry' && each.number === number);
    return { ...past, operations: those };
  });
}

function changesOf(connection: Connection, ids: readonly string[] | undefined): readonly number[] {
  const rows =
    ids === undefined
      ? connection.statement('SELECT key FROM change ORDER BY key').all()
      : connection
          .statement(
            `SELECT change FROM operation WHERE customer IN (SELECT value FROM json_each(?))
             UNION SELECT change FROM addition WHERE EXISTS (
               SELECT 1 FROM entry JOIN customer ON customer.key = entry.customer
               WHERE customer.id IN (SELECT value FROM json_each(?))
                 AND entry.seq BETWEEN number AND number + count - 1)
             ORDER BY change`,
          )
          .all(JSON.stringify(ids), JSON.stringify(ids));
  return (rows as (readonly [number])[]).map(([key]) => key);
}

function pastChange(
  connection: Connection,
  key: number,
  standing: ReadonlySet<number>,
): PastChange {
  const reversals = reversalsBy(connection, key);
  const [first] = reversals;
  return {
    change: changeByKey(connection, key),
    stands: first !== undefined || standing.has(key),
    reverses: first && {
      does: first.does,
      targets: reversals.map(({ target }) => changeByKey(connection, target)),
    },
    operations: operationsOfChange(connection, key),
  };
}
