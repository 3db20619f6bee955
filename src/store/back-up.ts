import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { outdated } from './backup-rotation.ts';
import {
  type Backup,
  backupFolder,
  backupName,
  backupsOf,
  freeSecond,
  type Occasion,
} from './backups.ts';
import { makeFolder, publish, syncFolder } from './create-journal.ts';
import { systemError } from './failures.ts';
import { isStrangersFolder } from './other-users.ts';
import { removeIfThere } from './remove-if-there.ts';
import { copyVerified, removeLeftDrafts } from './verified-copy.ts';
import type { Watch } from './verify.ts';

/**
 * Makes a backup in the journal's own folder of backups, under its name once it is complete, verified and on the disk;
 * then removes those for which newer ones stand. Throws RelError where there is none: the journal is damaged (kind
 * `journal`), or there is no room for it (`output`).
 * @param journal its file, links followed; this process must not be changing it
 */
export function backUp(
  journal: string,
  clock: Clock,
  occasion: Occasion,
  onWait?: () => void,
  watch?: Watch,
): Backup {
  const folder = backupFolder(journal);
  try {
    makeFolder(folder);
    if (isStrangersFolder(folder, journal)) throw strangers(folder);
    const draft = draftOf(join(folder, occasion));
    try {
      copyVerified(journal, draft, onWait, watch);
      removeLeftDrafts(draft);
      const file = publishAt(folder, draft, occasion, clock);
      removeIfThere(draft);
      syncFolder(folder);
      return rotated(journal, file);
    } finally {
      removeIfThere(draft);
    }
  } catch (error) {
    throw systemError(error, folder);
  }
}

const strangers = (folder: string): RelError =>
  new RelError(
    'output',
    `${folder} belongs to another user`,
    'no backup was made; move the journal to a folder of your own',
  );

/** The name under which a file is written before it is complete; `removeLeftDrafts` knows it. */
export const draftOf = (path: string): string => `${path}.new-${randomBytes(6).toString('hex')}`;

/** Gives a finished draft its name among the backups; the draft's own name stays as well. */
export function publishAt(folder: string, draft: string, occasion: Occasion, clock: Clock): string {
  for (;;) {
    const file = join(folder, backupName(freeSecond(folder, clock), occasion));
    if (publish(draft, file)) return file;
  }
}

/** Removes what the new backup makes superfluous. It is sound, so that the last good one never goes. */
function rotated(journal: string, file: string): Backup {
  const backups = backupsOf(journal);
  for (const old of outdated(backups)) if (old.file !== file) removeIfThere(old.file);
  const made = backups.find((each) => each.file === file);
  if (made === undefined) throw new Error(`${file} has gone`);
  return made;
}
