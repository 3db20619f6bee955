import { type Day, WEEK } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { dayOf } from '../store/backup-rotation.ts';
import { type Backup, backupsOf } from '../store/backups.ts';
import { firstChangeAfter } from '../store/unsaved.ts';

/** What `rel today` says of the backups. */
export interface BackupReminder {
  /** The day of the last one; undefined where there is none. */
  readonly last: Day | undefined;
}

/**
 * Whether the last backup is older than a week, and something was written on a later day: the journal is too big for a
 * daily one, or these fail. Who turned them off is not reminded.
 */
export function backupReminder(world: World, journal: string): BackupReminder | undefined {
  if (world.dailyBackups === 'never') return undefined;
  const today = world.clock.today();
  const last = backupsIn(journal)
    .map(dayOf)
    .find((day) => day !== undefined);
  if (last !== undefined && today - last <= WEEK) return undefined;
  const unsaved = firstChangeAfter(journal, last);
  if (unsaved === undefined || (last === undefined && today - unsaved <= WEEK)) return undefined;
  return { last };
}

/** A folder that cannot be read is as good as none. */
function backupsIn(journal: string): readonly Backup[] {
  try {
    return backupsOf(journal).filter(({ occasion }) => occasion !== 'restore');
  } catch (error) {
    if (error instanceof RelError) return [];
    throw error;
  }
}
