import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Clock, timestamp } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { backupFolder, backupName, backupsOf } from './backups.ts';
import { Connection } from './connection.ts';
import { systemError } from './failures.ts';
import { applyForgetting } from './forget-apply.ts';
import { type Identity, identityIn } from './forget-identity.ts';
import { isUntouched, type MentionWish, planForgetting } from './forget-plan.ts';
import { inspectJournal } from './journal-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './schema.ts';
import { problemsOf } from './verify.ts';

/** A file that was to become a journal or a backup; one that is left belongs to a rel that was killed. */
const DRAFT = /\.(new|forget)-[0-9a-f]{12}(-journal)?$/;

/** Every copy of the journal that rel itself keeps. @param journal its file, links followed */
export const copiesOf = (journal: string): readonly string[] =>
  backupsOf(journal).map(({ file }) => file);

/** Takes away what a killed rel left behind: it may hold what was to be forgotten. */
export function removeDrafts(journal: string): void {
  const folders = [
    [dirname(journal), `${basename(journal)}.`],
    [backupFolder(journal), ''],
  ] as const;
  for (const [folder, begins] of folders) {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    for (const name of readdirSync(folder))
      if (name.startsWith(begins) && DRAFT.test(name)) removeIfThere(join(folder, name));
  }
}

/**
 * Makes a backup of the journal without somebody, before they are erased from it: should that go wrong, all the others
 * are there. Returns its file.
 */
export function backUpWithout(
  connection: Connection,
  clock: Clock,
  identity: Identity,
  wish: MentionWish,
): string {
  const folder = backupFolder(connection.path);
  const file = join(
    folder,
    backupName(timestamp(clock).slice(0, '2026-11-16T17:03:12'.length), 'forget'),
  );
  const draft = draftOf(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(draft, 'wx', 0o600));
    connection.vacuumInto(draft);
    eraseIn(draft, clock, identity, wish);
    put(draft, file);
    return file;
  } catch (error) {
    throw systemError(error, file);
  } finally {
    removeDraft(draft);
  }
}

const draftOf = (file: string): string => `${file}.forget-${randomBytes(6).toString('hex')}`;

/**
 * Writes a copy of the journal anew without somebody, whole or not at all. Returns whether there was
 * anything of them in it. Throws RelError('journal') where the copy cannot be read or written, and
 * leaves it as it is.
 */
export function forgetInCopy(
  file: string,
  clock: Clock,
  identity: Identity,
  wish: MentionWish,
): boolean {
  const draft = draftOf(file);
  try {
    inspectJournal(file);
    copyFileSync(file, draft, constants.COPYFILE_EXCL);
    chmodSync(draft, 0o600);
    if (!eraseIn(draft, clock, identity, wish)) return false;
    put(draft, file);
    return true;
  } catch (error) {
    throw cannot(file, systemError(error, file));
  } finally {
    removeDraft(draft);
  }
}

/** Under its name at once or not at all, and on the disk. */
function put(draft: string, file: string): void {
  sync(draft);
  renameSync(draft, file);
  sync(dirname(file));
}

function removeDraft(draft: string): void {
  for (const left of [draft, `${draft}-journal`]) removeIfThere(left);
}

function removeIfThere(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) unlinkSync(file);
}

function eraseIn(file: string, clock: Clock, identity: Identity, wish: MentionWish): boolean {
  const connection = new Connection(file, { readonly: false });
  try {
    migrate(connection, MIGRATIONS);
    const touched = connection.writing(() => {
      const plan = planForgetting(connection, identityIn(connection, identity), wish);
      if (isUntouched(plan)) return false;
      applyForgetting(connection, clock, plan, true);
      return true;
    });
    if (!touched) return false;
    connection.vacuum();
    const [problem] = problemsOf(connection);
    if (problem !== undefined) throw new RelError('journal', problem);
    return true;
  } finally {
    connection.close();
  }
}

function cannot(file: string, error: unknown): unknown {
  if (!(error instanceof RelError)) return error;
  return new RelError(
    'journal',
    `the backup ${basename(file)} cannot be written anew (${error.message}); the journal is as it was`,
    `mend it, or delete it if nobody needs it, then type the same command again: ls -l '${file}'`,
  );
}

function sync(path: string): void {
  const file = openToSync(path);
  if (file === undefined) return;
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function openToSync(path: string): number | undefined {
  if (lstatSync(path).isFile()) return openSync(path, 'r+');
  try {
    return openSync(path, constants.O_RDONLY);
  } catch {
    // Windows opens no folders, and needs no such step.
    return undefined;
  }
}
