import { closeSync, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../journal/clock.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { backUp } from './back-up.ts';
import { backupFolder } from './backups.ts';
import { makeFolder } from './create-journal.ts';
import { isDailyDue } from './daily-due.ts';
import { isTakenName, systemError } from './failures.ts';
import { removeIfThere } from './remove-if-there.ts';

/** A backup of a journal that is small enough for one on the way takes no such time. */
const DEAD_AFTER_MS = 600_000;

/**
 * Makes the backup of this day, unless another program is at it. It never throws: the change before it is stored, and
 * what becomes of the backup is another matter.
 * @returns what went wrong, and what to type, in one line
 */
export function backUpDaily(journal: string, clock: Clock): string | undefined {
  const folder = backupFolder(journal);
  try {
    makeFolder(folder);
    const claim = join(folder, `${formatDay(clock.today())}-daily.claim`);
    if (!isClaimed(claim, journal)) return undefined;
    try {
      // Between the look and the claim, another may have made it.
      if (isDailyDue(journal, clock.today(), 'always')) backUp(journal, clock, 'daily');
    } finally {
      removeIfThere(claim);
    }
    return undefined;
  } catch (error) {
    return `the change is stored, but the backup of today failed: ${why(systemError(error, folder))}`;
  }
}

function why(error: unknown): string {
  if (error instanceof RelError) return `${error.message} (${error.hint ?? 'rel backup'})`;
  return error instanceof Error ? error.message : String(error);
}

/** Whether this program is the one that makes it. @param journal was written to just now */
function isClaimed(claim: string, journal: string): boolean {
  try {
    closeSync(openSync(claim, 'wx', 0o600));
    return true;
  } catch (error) {
    if (!isTakenName(error)) throw error;
  }
  const found = lstatSync(claim, { throwIfNoEntry: false });
  const age = lstatSync(journal).mtimeMs - (found?.mtimeMs ?? 0);
  if (found === undefined || age < DEAD_AFTER_MS) return false;
  // Whoever made it was killed.
  removeIfThere(claim);
  return isClaimed(claim, journal);
}
