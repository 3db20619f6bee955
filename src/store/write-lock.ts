import { lstatSync } from 'node:fs';
import { connect, type Database } from './driver.ts';
import { isDamaged, isLocked, sqliteError } from './failures.ts';
import { inspectJournal } from './journal-file.ts';
import { RelError } from '../journal/error.ts';

/** Before the user is told, and the rest, in milliseconds. */
const PATIENCE_MS = [2_000, 28_000] as const;

/**
 * Does this while nobody else can write to the journal. A file that is no journal, or too damaged to be opened, has no
 * writers and no lock.
 * @param work must not open the journal's file, which would give up the lock; it may let go of it itself
 */
export function holding<T>(
  journal: string,
  onWait: (() => void) | undefined,
  work: (letGo: () => void) => T,
): T {
  for (;;) {
    const file = fileAt(journal);
    const database = locked(journal, onWait);
    try {
      // While this one waited for the lock, another may have put another file there.
      if (fileAt(journal) === file) return work(() => database?.close());
    } finally {
      database?.close();
    }
  }
}

function fileAt(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.dev} ${found.ino}`;
}

function locked(journal: string, onWait: (() => void) | undefined): Database | undefined {
  if (!isJournal(journal)) return undefined;
  const [silent, rest] = PATIENCE_MS;
  let database: Database | undefined;
  try {
    database = connect(journal, silent);
    begin(database, rest, onWait);
    return database;
  } catch (error) {
    database?.close();
    if (isDamaged(error)) return undefined;
    throw sqliteError(error, journal);
  }
}

function begin(database: Database, rest: number, onWait: (() => void) | undefined): void {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    if (!isLocked(error)) throw error;
    onWait?.();
    database.pragma(`busy_timeout = ${rest}`);
    database.exec('BEGIN IMMEDIATE');
  }
}

/** SQLite must not open what is not ours: it would finish the unfinished work of another program. */
function isJournal(path: string): boolean {
  try {
    inspectJournal(path);
    return true;
  } catch (error) {
    if (error instanceof RelError) return false;
    throw error;
  }
}
