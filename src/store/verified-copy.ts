import { closeSync, fsyncSync, lstatSync, openSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RelError } from '../journal/error.ts';
import { Connection } from './connection.ts';
import { makeEmptyFile } from './create-journal.ts';
import { connect } from './driver.ts';
import { damaged, isFull, sqliteError } from './failures.ts';
import { removeIfThere } from './remove-if-there.ts';
import { problemsOf, type Watch } from './verify.ts';

const LOCK_PATIENCE_MS = 30_000;
/** Nobody writes at a copy for so long and then goes on. */
const DEAD_AFTER_MS = 600_000;
const DRAFT = /\.new-[0-9a-f]{12}(-journal)?$/;

/**
 * Copies a journal as of one moment into a new file that only its user may read, looks at all of both, and brings the
 * copy to the disk. Where anything is wrong there is no copy, and it throws RelError('journal'), or RelError('output')
 * where the place is full.
 * @param journal its file, links followed; it stays as it is
 * @param copy a name that is free, in a folder that is there
 */
export function copyVerified(
  journal: string,
  copy: string,
  onWait?: () => void,
  watch?: Watch,
): void {
  makeEmptyFile(copy);
  try {
    const rows = copied(journal, copy, onWait, watch);
    const found = reading(copy, undefined, rowsIn, watch);
    if (found !== rows) throw damaged(`its copy holds ${found} and not ${rows}`);
    syncFile(copy);
  } catch (error) {
    for (const left of [copy, `${copy}-journal`]) removeIfThere(left);
    throw error;
  }
}

function copied(
  journal: string,
  copy: string,
  onWait: (() => void) | undefined,
  watch: Watch | undefined,
): string {
  return reading(
    journal,
    onWait,
    (connection) => {
      const rows = rowsIn(connection);
      // VACUUM is refused inside a transaction. While this one reads, nobody can commit: both see the same journal.
      vacuumInto(journal, copy);
      return rows;
    },
    watch,
  );
}

/** Reads one state of a journal that is sound. */
function reading<T>(
  file: string,
  onWait: (() => void) | undefined,
  read: (connection: Connection) => T,
  watch?: Watch,
): T {
  const connection = new Connection(file, { readonly: true, onWait });
  try {
    return connection.reading(() => {
      const [problem] = problemsOf(connection, watch);
      if (problem !== undefined) throw damaged(problem);
      return read(connection);
    });
  } finally {
    connection.close();
  }
}

/** `entry 412, person 3, …` */
function rowsIn(connection: Connection): string {
  const tables = connection
    .statement(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all() as (readonly [string])[];
  const counts = tables.map(([name]) => {
    const [count] = connection.statement(`SELECT count(*) FROM "${name}"`).get() as [number];
    return `${name} ${count}`;
  });
  return counts.join(', ');
}

function vacuumInto(journal: string, copy: string): void {
  try {
    const database = connect(journal, LOCK_PATIENCE_MS);
    try {
      database.prepare('VACUUM INTO ?').run(copy);
    } finally {
      database.close();
    }
  } catch (error) {
    throw isFull(error) ? noRoom(dirname(copy)) : sqliteError(error, journal);
  }
}

const noRoom = (folder: string): RelError =>
  new RelError('output', `no space left in ${folder}`, 'make room, then try again: rel backup');

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Removes what killed programs left of copies and of journals that they were about to make in this folder; what is still
 * being written stays.
 * @param present a file that was made just now
 * @param file which they were to become; all of the folder where it is left out
 */
export function removeLeftDrafts(present: string, file = ''): void {
  const folder = dirname(present);
  const { mtimeMs: now } = lstatSync(present);
  for (const name of readdirSync(folder)) {
    if (!DRAFT.test(name) || !name.startsWith(basename(file)) || name === basename(present))
      continue;
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile() === true && now - found.mtimeMs > DEAD_AFTER_MS)
      removeIfThere(join(folder, name));
  }
}
