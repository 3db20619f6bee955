import { RelError } from '../journal/error.ts';

const SEE_DOCTOR = 'to look closer: rel doctor; a backup is put back with: rel restore';

/**
 * The journal holds something that was never written there.
 * @param what the row or part, as the user would name it
 */
export function damaged(what: string): RelError {
  return new RelError('journal', `the journal is damaged: ${what}`, SEE_DOCTOR);
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';

export const isLocked = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
export const isDamaged = (error: unknown): boolean =>
  codeOf(error).startsWith('SQLITE_CORRUPT') || codeOf(error) === 'SQLITE_NOTADB';
export const isFull = (error: unknown): boolean => codeOf(error) === 'SQLITE_FULL';
export const knowsNoLinks = (error: unknown): boolean =>
  ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(error));
export const isTakenName = (error: unknown): boolean => codeOf(error) === 'EEXIST';
export const isOtherDisk = (error: unknown): boolean => codeOf(error) === 'EXDEV';
export const isInUse = (error: unknown): boolean =>
  ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
export const isTaken = (error: unknown): boolean =>
  codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' || codeOf(error) === 'SQLITE_CONSTRAINT_PRIMARYKEY';

/**
 * What SQLite failed with, as something the user can mend where it is; anything else comes back as
 * it is.
 */
export function sqliteError(error: unknown, path: string): unknown {
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
  // The program's own SQL names nothing that is not there: then the schema is damaged.
  const isSchemaDamaged = code === 'SQLITE_ERROR' && /^(no such|malformed)/.test(messageOf(error));
  if (isDamaged(error) || isSchemaDamaged) {
    return damaged(why);
  }
  if (/^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/.test(code)) {
    return new RelError(
      'journal',
      `${path} cannot be opened for writing (${why})`,
      permissions(path),
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

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
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
};

/**
 * What the operating system refused, as something the user can mend; anything else comes back as it
 * is.
 */
export function systemError(error: unknown, path: string): unknown {
  const reason = SYSTEM_REASONS[codeOf(error)];
  return reason === undefined
    ? error
    : new RelError('journal', `${path}: ${reason}`, permissions(path));
}

const permissions = (path: string): string =>
  `check the folder and its permissions: ls -la '${path}'`;
