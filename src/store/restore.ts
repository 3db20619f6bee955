import { linkSync, lstatSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { draftOf } from './back-up.ts';
import { removeIfThere } from './remove-if-there.ts';
import { migrateFile } from './up-to-date.ts';
import { backupFolder, backupName, freeSecond } from './backups.ts';
import { makeFolder, publish, syncFolder } from './create-journal.ts';
import { isInUse, isOtherDisk, knowsNoLinks, systemError } from './failures.ts';
import { inspectJournal } from './journal-file.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { copyVerified, removeLeftDrafts } from './verified-copy.ts';
import type { Watch } from './verify.ts';
import { holding } from './write-lock.ts';

/** What SQLite leaves beside a database, and would take for a part of the next one of that name. */
const BESIDE = ['-journal', '-wal', '-shm'];

/**
 * Puts a backup in the place of the journal, which is kept under another name as it is, however damaged. Killed at any
 * moment, it leaves the old journal or the new one. A program that waits to write to the old one is told so when it
 * tries, and stores nothing.
 * @param journal its file, links followed; it need not be there
 * @param backup stays as it is
 * @returns the file in which the old journal is now; undefined where there was none
 */
export function putBack(
  journal: string,
  backup: string,
  clock: Clock,
  onWait?: () => void,
  watch?: Watch,
): string | undefined {
  const draft = draftOf(journal);
  try {
    refuseOddPlace(journal);
    inspectJournal(backup);
    copyVerified(realpathSync(backup), draft, onWait, watch);
    if (inspectJournal(draft).version < SCHEMA_VERSION) migrateFile(draft);
    removeLeftDrafts(draft, journal);
    return holding(journal, onWait, (letGo) => exchange(journal, draft, clock, letGo));
  } catch (error) {
    throw systemError(error, journal);
  } finally {
    for (const left of [draft, `${draft}-journal`]) removeIfThere(left);
  }
}

/** What is no file cannot be kept aside as one. */
function refuseOddPlace(journal: string): void {
  const found = lstatSync(journal, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return;
  const isLink = found.isSymbolicLink();
  const what = found.isDirectory() ? 'a folder' : isLink ? 'a link to nothing' : 'not a file';
  throw new RelError('journal', `${journal} is ${what}`, 'move it away, then try again');
}

function exchange(
  journal: string,
  draft: string,
  clock: Clock,
  letGo: () => void,
): string | undefined {
  const aside = setAside(journal, clock);
  for (const ending of BESIDE) {
    const left = `${journal}${ending}`;
    // Before the new journal is there: SQLite would play what is in it into that one.
    if (isThere(left)) renameSync(left, `${aside ?? draft}.left${ending}`);
  }
  if (aside !== undefined) replace(journal, draft, letGo);
  else if (!publish(draft, journal)) throw madeMeanwhile(journal);
  syncFolder(dirname(journal));
  return aside;
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

const madeMeanwhile = (journal: string): RelError =>
  new RelError(
    'journal',
    `${journal} has been made meanwhile; nothing was put back`,
    'look at it, then try again',
  );

function replace(journal: string, draft: string, letGo: () => void): void {
  try {
    renameSync(draft, journal);
  } catch (error) {
    // Windows replaces no file that is open.
    if (!isInUse(error)) throw error;
    letGo();
    renameSync(draft, journal);
  }
}

/** Gives the journal a second name among its backups; the first one stays until the new journal takes it. */
function setAside(journal: string, clock: Clock): string | undefined {
  if (!isThere(journal)) return undefined;
  const folder = backupFolder(journal);
  makeFolder(folder);
  const name = backupName(freeSecond(folder, clock), 'restore');
  const named = nameAlso(journal, join(folder, name), `${journal.replace(/\.db$/, '')}-${name}`);
  syncFolder(dirname(named));
  return named;
}

/** @param beside for where the backups lie on another disk */
function nameAlso(journal: string, aside: string, beside: string): string {
  try {
    linkSync(journal, aside);
    return aside;
  } catch (error) {
    if (isOtherDisk(error) && aside !== beside) return nameAlso(journal, beside, beside);
    // A memory stick knows no links: on one, there is no journal for a moment.
    if (!knowsNoLinks(error)) throw error;
    renameSync(journal, aside);
    return aside;
  }
}
