import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { RelError } from '../journal/error.ts';
import { JournalLost, systemError } from './failures.ts';
import { isForeignRollback } from './foreign-rollback.ts';
import { refuseStrangersJournal, refuseStrangersRollback } from './other-users.ts';
import { quoted } from './permissions.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

// The database header of SQLite, https://www.sqlite.org/fileformat.html#the_database_header
const MAGIC = Buffer.from('SQLite format 3\0');
const HEADER_BYTES = 100;
const WRITE_VERSION_AT = 18;
const WRITE_AHEAD = 2;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * Whether there is anything at this path, were it only a dangling link; opening it then says what
 * is wrong with it.
 */
export function journalExists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw systemError(error, path);
  }
}

/** In bytes; 0 where there is nothing. */
export const sizeOf = (path: string): number =>
  lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;

export interface JournalFile {
  /** Links followed. */
  readonly file: string;
  /** Of its schema. */
  readonly version: number;
}

/**
 * The journal's file, once its header says that it is one. It is looked at before SQLite opens it,
 * because SQLite takes an empty file for an empty database, creates what a dangling link points to,
 * and rolls back the unfinished work of other programs.
 *
 * Closing a file drops all of the process's locks on it: never called while this process is
 * changing the journal.
 */
export function inspectJournal(path: string): JournalFile {
  try {
    refuseStrangersJournal(path);
    const file = regularFile(path);
    refuseStrangersRollback(file, lstatSync(file));
    const version = checkedVersion(readHeader(file), path);
    // No journal makes one, yet SQLite would replay it into this.
    if (journalExists(`${file}-wal`)) throw leftOver(`${file}-wal`);
    if (isForeignRollback(`${file}-journal`, () => readHeader(file)))
      throw leftOver(`${file}-journal`);
    return { file, version };
  } catch (error) {
    throw systemError(error, path);
  }
}

/**
 * Refuses what another database left beside the new journal: SQLite would replay it into this one.
 */
export function refuseLeftOvers(journal: string): void {
  for (const left of [`${journal}-journal`, `${journal}-wal`]) {
    // Where the journal is there by now, another process made it and may be writing.
    if (journalExists(left) && !journalExists(journal)) throw leftOver(left);
  }
}

function leftOver(path: string): RelError {
  return new RelError(
    'journal',
    `${path} lies beside the journal but does not belong to it`,
    `it comes from another program or another database; move it away: mv ${quoted(path)} ${quoted(`${path}.away`)}`,
  );
}

function regularFile(path: string): string {
  const isLink = lstatSync(path).isSymbolicLink();
  if (isLink && !targetExists(path)) throw odd(path, 'is a link to a file that does not exist');
  const real = isLink ? realpathSync(path) : path;
  const found = lstatSync(real);
  if (found.isDirectory()) throw odd(path, 'is a folder');
  if (!found.isFile()) throw odd(path, 'is not a file');
  return real;
}

const targetExists = (link: string): boolean => realOf(link) !== link;

function readHeader(path: string): Buffer {
  // Between the look and the open the file may have become a pipe, which would block for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    if (!fstatSync(file).isFile()) throw odd(path, 'is not a file');
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function checkedVersion(header: Buffer, path: string): number {
  if (header.length === 0) throw odd(path, 'is empty (0 bytes)');
  const isWhole = header.length === HEADER_BYTES;
  const isDatabase = header.subarray(0, MAGIC.length).equals(MAGIC);
  const isOurs = isWhole && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
  if (!isDatabase && isOurs) throw odd(path, 'is a journal whose beginning is damaged');
  if (!isWhole || !isDatabase) throw odd(path, 'is not a rel journal');
  if (!isOurs) throw odd(path, 'is the database of another program');
  const version = header.readUInt32BE(USER_VERSION_AT);
  if (version > SCHEMA_VERSION) throw newer(path, version);
  if (version === 0) throw odd(path, 'is damaged: it has no version');
  if (header[WRITE_VERSION_AT] === WRITE_AHEAD) {
    throw new RelError(
      'journal',
      `${path} was switched to write-ahead logging by another program`,
      `close that program, then switch it back: sqlite3 ${quoted(path)} "PRAGMA journal_mode=DELETE"`,
    );
  }
  return version;
}

function newer(path: string, version: number): RelError {
  const message = `${path} was written by a newer rel (version ${version}; this rel knows ${SCHEMA_VERSION})`;
  return new RelError('journal', message, 'install the newest, as its README says');
}

function odd(path: string, what: string): RelError {
  const message = `${path} ${what}`;
  return new JournalLost(message, 'move it away, or name another journal: --db FILE', realOf(path));
}

/** The file itself, beside which its backups lie, and not a link to it; as given where it cannot be found. */
export function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
