import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';

export type Direction = 'undo' | 'redo';

/** That one change took another one back, or brought it back; both by their keys. */
export interface Reversal {
  readonly change: number;
  readonly does: Direction;
  readonly target: number;
}

type Row = readonly [
  key: number,
  change: number,
  does: Direction | null,
  target: number,
  crc: number,
];

type RowOfChange = readonly [...Row, isErasure: 0 | 1, isOwn: 0 | 1];

export function insertReversal(connection: Connection, key: number, reversal: Reversal): void {
  const { change, does, target } = reversal;
  connection
    .statement('INSERT INTO reversal (key, change, does, target, crc) VALUES (?, ?, ?, ?, ?)')
    .run(key, change, does, target, checksum('reversal', key, change, does, target));
}

/** The keys of changes, in the order in which they come into question, the next one last. */
export interface Stacks {
  /** What stands, and an undo would take back. */
  readonly undo: readonly number[];
  /** What was undone, with nothing new done since, and a redo would bring back. */
  readonly redo: readonly number[];
  /** How many of the first ones of `undo` stay: something was forgotten after them, and they no longer tell all. */
  readonly final: number;
}

/** What can be undone and redone, from all changes of this device in their order: each takes back its own. */
export function stacksOf(connection: Connection): Stacks {
  const undo: number[] = [];
  const redo: number[] = [];
  let final = 0;
  for (const [key, change, does, target, , isErasure, isOwn] of changesWithReversals(connection)) {
    if (isOwn === 0) {
      if (does === null && isErasure === 1) final = undo.length;
      continue;
    }
    if (does === null) {
      undo.push(change);
      redo.length = 0;
      if (isErasure === 1) final = undo.length;
      continue;
    }
    const [from, to] = does === 'undo' ? [undo, redo] : [redo, undo];
    if (from.pop() !== target) throw damaged(`reversal ${key} is out of order`);
    to.push(target);
  }
  return { undo, redo, final };
}

/** The keys of the changes that stand, of whatever device; an undo or redo itself is none of them. */
export function standingChanges(connection: Connection): ReadonlySet<number> {
  const standing = new Set<number>();
  for (const [, change, does, target] of changesWithReversals(connection)) {
    if (does === null) standing.add(change);
    else if (does === 'undo') standing.delete(target);
    else standing.add(target);
  }
  return standing;
}

// A change that did nothing is recorded by `rel forget` alone.
function* changesWithReversals(connection: Connection): Generator<RowOfChange> {
  const rows = connection
    .statement(
      `SELECT reversal.key, change.key, reversal.does, reversal.target, reversal.crc,
              NOT EXISTS (SELECT 1 FROM operation WHERE operation.change = change.key)
              ${hasAdditions(connection) ? 'AND NOT EXISTS (SELECT 1 FROM addition WHERE addition.change = change.key)' : ''},
              change.device = (SELECT device FROM meta)
       FROM change LEFT JOIN reversal ON reversal.change = change.key
       ORDER BY change.key, reversal.key`,
    )
    .all() as RowOfChange[];
  for (const row of rows) {
    const [key, change, does, target, crc] = row;
    if (does !== null && checksum('reversal', key, change, does, target) !== crc)
      throw damaged(`reversal ${key}`);
    yield row;
  }
}

/** A journal that is yet to be brought up to date has none, and is looked through before that. */
const hasAdditions = (connection: Connection): boolean =>
  connection.statement(`SELECT 1 FROM sqlite_schema WHERE name = 'addition'`).get() !== undefined;

/** The ids of the changes that took others back. */
export function undoingChanges(connection: Connection): ReadonlySet<string> {
  const rows = connection
    .statement(
      `SELECT DISTINCT change.id FROM reversal JOIN change ON change.key = reversal.change
       WHERE reversal.does = 'undo'`,
    )
    .all() as (readonly [string])[];
  return new Set(rows.map(([id]) => id));
}

/** Of one change, in the order in which it did them; none for a change that is no reversal. */
export function reversalsBy(connection: Connection, change: number): readonly Reversal[] {
  const rows = connection
    .statement('SELECT does, target FROM reversal WHERE change = ? ORDER BY key')
    .all(change) as (readonly [Direction, number])[];
  return rows.map(([does, target]) => ({ change, does, target }));
}
