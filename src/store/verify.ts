import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';

/** A row that is not what was written. */
export interface DamagedRow {
  readonly table: string;
  /** The entry's number, or the key of any other row. */
  readonly key: number;
}

/**
 * The columns that each table's checksum covers, in its order; the key is the first one where it is
 * covered.
 */
const CHECKED: Readonly<Record<string, string>> = {
  meta: 'device, clock',
  settings: 'body',
  customer: 'key, id, folded, body',
  person: 'key, id, customer, folded, body',
  entry: 'seq, id, customer, type, day, ref, body',
  change: 'key, id, command, device, at, day',
  operation: 'seq, id, change, kind, subject, customer, number, before, after, clock',
  reversal: 'key, change, does, target',
  review: 'key, day, at, verdicts',
};

/** The version of the schema with which a table came; the others are as old as the journal. */
const SINCE: Readonly<Record<string, number>> = { reversal: 2, review: 3 };

type CheckedRow = readonly [key: number, crc: number, ...values: (string | number | null)[]];

/** Every row whose checksum does not match. */
export function damagedRows(connection: Connection): readonly DamagedRow[] {
  return connection.reading(() => {
    const [version] = connection.statement('PRAGMA user_version').get() as readonly [number];
    return Object.entries(CHECKED).flatMap(([table, columns]) => {
      if ((SINCE[table] ?? 0) > version) return [];
      const found: DamagedRow[] = [];
      const rows = connection.statement(`SELECT rowid, crc, ${columns} FROM ${table}`).iterate();
      for (const [key, crc, ...values] of rows as IterableIterator<CheckedRow>) {
        if (checksum(table, ...values) !== crc) found.push({ table, key });
      }
      return found;
    });
  });
}

/**
 * What is wrong with the journal's file, in words for a person; empty where its structure, its
 * references and every checksum hold.
 */
export function problemsOf(connection: Connection): readonly string[] {
  return connection.reading(() => [
    ...structureProblems(connection),
    ...referenceProblems(connection),
    ...damagedRows(connection).map(({ table, key }) => `${table} ${key} is not what was written`),
  ]);
}

function structureProblems(connection: Connection): readonly string[] {
  const found = connection.statement('PRAGMA integrity_check').all() as (readonly [string])[];
  return found.flatMap(([problem]) => (problem === 'ok' ? [] : [problem]));
}

type BrokenReference = readonly [table: string, row: number | null, parent: string, key: number];

function referenceProblems(connection: Connection): readonly string[] {
  const found = connection.statement('PRAGMA foreign_key_check').all() as BrokenReference[];
  return found.map(([table, row, parent]) => `${table} ${row} refers to a ${parent} that is gone`);
}
