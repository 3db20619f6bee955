import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { publishAt } from './back-up.ts';
import { backupFolder, backupsOf } from './backups.ts';
import { Connection } from './connection.ts';
import { makeEmptyFile, makeFolder, syncFolder } from './create-journal.ts';
import { systemError } from './failures.ts';
import { applyForgetting } from './forget-apply.ts';
import { type Identity, identityIn } from './forget-identity.ts';
import { isUntouched, type MentionWish, planForgetting } from './forget-plan.ts';
import { inspectJournal } from './journal-file.ts';
import { migrate } from './migrate.ts';
import { removeIfThere } from './remove-if-there.ts';
import { MIGRATIONS } from './schema.ts';
import { problemsOf } from './verify.ts';

/** A file that was to become a journal or a backup; one that is left belongs to a rel that was killed. */
const DRAFT = /\.(new|forget)-[0-9a-f]{12}(-journal)?$/;

/** What lay beside a damaged journal when `rel restore` set it aside. */
const LEFT = /\.left(-journal|-wal)?$/;
/** A journal that `rel restore` could only set aside in its own folder. */
const ASIDE = /-\d{4}-\d\d-\d\dT\d{6}-restore\.db$/;

/** Every copy of the journal that rel itself keeps. @param journal its file, links followed */
export function copiesOf(journal: string): readonly string[] {
  const [folder, own] = [backupFolder(journal), basename(journal, '.db')];
  const left = filesIn(folder).filter((name) => LEFT.test(name));
  const aside = filesIn(dirname(journal)).filter(
    (name) => name.startsWith(own) && (ASIDE.test(name) || LEFT.test(name)),
  );
  return [
    ...backupsOf(journal).map(({ file }) => file),
    ...left.map((name) => join(folder, name)),
    ...aside.map((name) => join(dirname(journal), name)),
  ];
}

const filesIn = (folder: string): readonly string[] =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];

/** Takes away what a killed rel left behind: it may hold what was to be forgotten. */
export function removeDrafts(journal: string): void {
  const folders = [
    [dirname(journal), `${basename(journal)}.`],
    [backupFolder(journal), ''],
  ] as const;
  for (const [folder, begins] of folders) {
    for (const name of filesIn(folder))
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
  const draft = draftOf(join(folder, 'backup'));
  try {
    makeFolder(folder);
    makeEmptyFile(draft);
    connection.vacuumInto(draft);
    eraseIn(draft, clock, identity, wish);
    sync(draft);
    return publishAt(folder, draft, 'forget', clock);
  } catch (error) {
    throw systemError(error, folder);
  } finally {
    removeDraft(draft);
    syncFolder(folder);
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
  syncFolder(dirname(file));
}

function removeDraft(draft: string): void {
  for (const left of [draft, `${draft}-journal`]) removeIfThere(left);
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
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
