// Looks into journals for the faults, which are plain JavaScript: compiled by reader.js when they run.
import { existsSync } from 'node:fs';
import { journalOf } from '../../src/export/journal.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { Connection } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { problemsOf } from '../../src/store/verify.ts';

const TABLES = [
  'settings',
  'customer',
  'person',
  'entry',
  'change',
  'operation',
  'addition',
  'reversal',
];
const TABLES_OF_FIRST = ['meta', 'settings', 'customer', 'person', 'entry', 'change', 'operation'];

/** What a journal that does not exist holds. */
export const NOTHING = JSON.stringify(TABLES.map((table) => [table, []]));

/**
 * Opens the journal as each command does, which finishes what was interrupted, and reads all of it.
 * @returns what `rel export journal` prints; nothing where there is no journal
 */
export function exported(path: string): string {
  if (!existsSync(path)) return '';
  const store = openStore(path, { clock: systemClock(undefined), create: false, readonly: true });
  try {
    const pieces = journalOf({
      settings: store.settings(),
      customers: store.customers().map(({ card }) => card),
      people: store.people(),
      entries: store.entryTexts(),
    });
    return [...pieces].join('');
  } finally {
    store.close();
  }
}

/** All that rel would show or undo, as text: two journals with the same text hold the same. */
export function content(path: string): string {
  return opened(path, (connection) =>
    JSON.stringify(
      TABLES.map((table) => [table, connection.statement(`SELECT * FROM ${table}`).all()]),
    ),
  );
}

/** What is wrong with the file of a journal of the newest version; empty where it is sound. */
export function problems(path: string): readonly string[] {
  try {
    return opened(path, problemsOf);
  } catch (error) {
    return [String(error)];
  }
}

/** Makes a journal of the first version in an empty file, with what a journal of the newest one holds. */
export function makeOld(path: string, newest: string): void {
  opened(path, (connection) => {
    migrate(connection, MIGRATIONS.slice(0, 1));
    connection.run(`ATTACH '${newest}' AS newest`);
    connection.writing(() => {
      for (const table of TABLES_OF_FIRST) {
        connection.run(`INSERT INTO main.${table} SELECT * FROM newest.${table}`);
      }
    });
  });
}

/** Keeps everybody else from the journal. @returns what lets them in again */
export function hold(path: string): () => void {
  const connection = new Connection(path, { readonly: false });
  connection.run('BEGIN EXCLUSIVE');
  return () => {
    connection.run('ROLLBACK');
    connection.close();
  };
}

function opened<T>(path: string, use: (connection: Connection) => T): T {
  const connection = new Connection(path, { readonly: false });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}
