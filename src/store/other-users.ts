import { lstatSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { RelError } from '../journal/error.ts';

const WRITTEN_BY_ALL = 0o002;
const ROOT = 0;

/** Who runs the program; undefined on a system without such numbers. */
const me = (): number | undefined => process.getuid?.();

/** Whether every user of this machine may put files into the folder. */
export function isOpenToAll(folder: string): boolean {
  if (me() === undefined) return false;
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & WRITTEN_BY_ALL) !== 0;
}

/**
 * Refuses what another user may have laid in the way, where everybody may: a journal of theirs, which they could read,
 * or a link.
 * @param path as it was given, links not followed
 */
export function refuseStrangersJournal(path: string): void {
  const folder = dirname(path);
  if (!isOpenToAll(folder)) return;
  const { uid } = lstatSync(path);
  // Where all files have one owner, as on a memory stick, that owner has the folder as well.
  if (uid === me() || uid === statSync(folder).uid) return;
  throw new RelError(
    'journal',
    `${path} belongs to another user (number ${uid}), who could read what you write`,
    'choose a folder of your own for the journal',
  );
}

/**
 * Refuses a rollback that somebody else laid beside the journal: SQLite would take its pages into the journal.
 * @param journal its file, links followed
 */
export function refuseStrangersRollback(journal: string, { uid: owner }: Stats): void {
  const rollback = `${journal}-journal`;
  const found = lstatSync(rollback, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (found.isFile() && [owner, ROOT, me()].includes(found.uid)) return;
  throw new RelError(
    'journal',
    `${rollback} was made by another user (number ${found.uid}) and would change the journal`,
    'where that was not you, move it away, and the journal to a folder of your own',
  );
}

/**
 * Whether a folder that rel would make belongs to somebody else, who made it first and could change what is kept there.
 * @param beside the file beside which it lies; where all files have one owner, as on a memory stick, it has the same
 */
export function isStrangersFolder(folder: string, beside: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const owner = lstatSync(beside, { throwIfNoEntry: false })?.uid;
  return found !== undefined && ![me(), ROOT, owner].includes(found.uid);
}
