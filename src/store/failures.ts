import { RelError } from '../journal/error.ts';
import { whatToChange } from './permissions.ts';

const SEE_DOCTOR = 'to look closer: rel doctor; a backup is put back with: rel restore';

/** The journal cannot be used as it lies there, and a backup put back in its place would help. */
export class JournalLost extends RelError {
  /** The journal's file; undefined where whoever found the damage does not know it. */
  readonly file: string | undefined;

  constructor(message: string, hint: string, file: string | undefined) {
    super('journal', message, hint);
    this.file = file;
  }
}

/**
 * The journal holds something that was never written there.
 * @param what the row or part, as the user would name it
 */
export function damaged(what: string): RelError {
  return new JournalLost(`the journal is damaged: ${what}`, SEE_DOCTOR, undefined);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';

export const isLocked = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
export const isFull = (error: unknown): boolean => codeOf(error) === 'SQLITE_FULL';
export const knowsNoLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error));
export const isTakenName = (error: unknown): boolean => codeOf(error) === 'EEXIST';
export const isOtherDisk = (error: unknown): boolean => codeOf(error) === 'EXDEV';
export const isInUse = (error: unknown): boolean =>
  ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' || codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY';

/** The program's own SQL fails at nothing of this: then the tables are not those that it made. */
const SCHEMA_DAMAGED =
  /^(no such|malformed|unsupported|no query solution|duplicate column|(table|index|trigger) .* already exists|table .* has no column)/;

/** What SQLite found in the file was never written there. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    // References are checked before a change ends, and say what is wrong; what fails here was there before.
    code === 'SQLITE_CONSTRAINT_FOREIGNKEY' ||
    (code === 'SQLITE_ERROR' && SCHEMA_DAMAGED.test(messageOf(error)))
  );
}

/**
 * What SQLite failed with, as something the user can mend where it is; anything else comes back as
 * it is.
 */
export function sqliteError(error: unknown, path: string): unknown {
  if (error instanceof JournalLost && error.file === undefined)
    return new JournalLost(error.message, SEE_DOCTOR, path);
  const code = codeOf(error);
  const why = `${messageOf(error)}, ${code}`;
  if (isLocked(error)) {
    return new RelError(
      'journal',
      `${path} is locked by another program`,
      'close what else uses it, then try again',
    );
  }
  if (code === 'SQLITE_READONLY_DBMOVED') {
    return new RelError(
      'journal',
      `another journal was put in the place of ${path} meanwhile; nothing was stored`,
      'type it again',
    );
  }
  if (code === 'SQLITE_FULL') {
    return new RelError(
      'journal',
      `no space left for ${path}; nothing was stored`,
      'make room, then try again',
    );
  }
  if (isDamaged(error)) return new JournalLost(`the journal is damaged: ${why}`, SEE_DOCTOR, path);
  if (/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/.test(code)) {
    return new RelError(
      'journal',
      `${path} cannot be opened for writing (${why})`,
      whatToChange(path),
    );
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new RelError(
      'journal',
      `${path} cannot be read or written (${why})`,
      'check the disk and its free space',
    );
  }
  return error;
}

/** What SQLite failed with while it ended a change: the last steps may fail after all of it is in the journal. */
export function unsettled(error: unknown, path: string): unknown {
  if (isFull(error)) return error;
  const why = `${messageOf(error)}, ${codeOf(error)}`;
  return new RelError(
    'unsettled',
    `${path} failed in the last step (${why}); what you typed may be stored or not`,
    'look before you type it again: rel history',
  );
}

const systemReasons = (): Readonly<Record<string, string>> => ({
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space left',
  EDQUOT: 'no space left',
  ENOENT: 'there is no such file',
  EEXIST: 'something else has this name',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'too many links',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk fails',
});

const systemHints = (): Readonly<Record<string, string>> => ({
  ENOSPC: 'make room, then try again',
  EDQUOT: 'make room, then try again',
  EROFS: 'name a journal on another disk: --db FILE, or REL_DB',
  ENOTDIR: 'name another journal: --db FILE, or REL_DB',
  ELOOP: 'name the file itself: --db FILE, or REL_DB',
  ENAMETOOLONG: 'choose a shorter name: --db FILE, or REL_DB',
  EIO: 'copy what can still be read to another disk first; then: rel doctor',
});

/**
 * What the operating system refused, as something the user can mend; anything else comes back as it
 * is.
 */
export function systemError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const reason = systemReasons()[code];
  if (reason === undefined) return error;
  return new RelError('journal', `${path}: ${reason}`, systemHints()[code] ?? whatToChange(path));
}
