import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { RelError } from '../journal/error.ts';

const HEAD = Buffer.from('SQLite format 3\0');

/** Throws RelError('usage') where the file is a database: it is never replaced by anything else. */
export function refuseDatabase(path: string): void {
  if (isDatabase(path))
    throw new RelError(
      'usage',
      `${path} is a database, perhaps the journal itself`,
      'choose another name',
    );
}

/**
 * Throws RelError('usage') for a name that a database keeps for itself: SQLite would play such a file back, or the
 * journal would be refused because of it.
 */
export function refuseBesideDatabase(path: string): void {
  const [, database] = /^(.+)-(?:journal|wal|shm)$/s.exec(path) ?? [];
  if (database === undefined || lstatSync(database, { throwIfNoEntry: false })?.isFile() !== true)
    return;
  if (isDatabase(database))
    throw new RelError(
      'usage',
      `${path} is a name that ${database} keeps for itself`,
      'choose another name',
    );
}

function isDatabase(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD.length);
    return head.subarray(0, readSync(file, head)).equals(HEAD);
  } finally {
    closeSync(file);
  }
}
