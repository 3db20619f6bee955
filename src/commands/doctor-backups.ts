import { type Day, parseDay } from '../journal/days.ts';
import type { Check } from '../render/doctor-text.ts';
import { type Backup, backupsOf } from '../store/backups.ts';
import { isSound } from '../store/sound-backup.ts';

/** The backups of a journal, as far as they were looked at. */
export interface BackupsFound {
  readonly count: number;
  /** The newest of those that were read and found sound. */
  readonly newestSound: Backup | undefined;
  readonly damaged: readonly Backup[];
  /** How many were read. */
  readonly read: number;
}

/** @param all reads every one of them, and not only until one is sound */
export function lookAtBackups(
  journal: string,
  all: boolean,
  counted: <T>(things: Iterable<T>) => Iterable<T>,
): BackupsFound {
  const backups = backupsOf(journal);
  const damaged: Backup[] = [];
  let newestSound: Backup | undefined;
  let read = 0;
  for (const backup of counted(backups)) {
    if (!all && newestSound !== undefined) break;
    read += 1;
    if (!isSound(backup)) damaged.push(backup);
    else newestSound ??= backup;
  }
  return { count: backups.length, newestSound, damaged, read };
}

/** Older than that, and what was lost with the journal would be felt. */
const OLD_DAYS = 7;

/** @param isEmpty there is nothing to lose yet */
export function backupCheck(
  { count, newestSound, damaged, read }: BackupsFound,
  today: Day,
  isEmpty: boolean,
): Check {
  const check = 'backups';
  if (count === 0) {
    return isEmpty
      ? { check, state: 'ok', message: 'none, and nothing to lose yet', next: null }
      : { check, state: 'look', message: 'there is none', next: 'rel backup' };
  }
  const many = count === 1 ? '1 backup' : `${count} backups`;
  const bad =
    damaged.length === 0 ? '' : `; damaged: ${damaged.map(({ file }) => file).join(', ')}`;
  if (newestSound === undefined)
    return {
      check,
      state: 'look',
      message: `${many}, none of them sound${bad}`,
      next: 'rel backup',
    };
  const age = ageOf(newestSound, today);
  const when = `${newestSound.made.slice(0, 16).replace('T', ' ')}, ${spokenAge(age)}`;
  const which = read > 1 ? 'the newest sound one' : 'the newest is sound';
  const isOld = age !== undefined && age > OLD_DAYS;
  return {
    check,
    state: isOld || damaged.length > 0 ? 'look' : 'ok',
    message: `${many}; ${which}: ${when}${bad}`,
    next: isOld ? 'rel backup' : null,
  };
}

function ageOf({ made }: Backup, today: Day): number | undefined {
  const day = parseDay(made.slice(0, 10));
  return day === undefined ? undefined : today - day;
}

function spokenAge(days: number | undefined): string {
  if (days === undefined) return 'of an unknown day';
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
