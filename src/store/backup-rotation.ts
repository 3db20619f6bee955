import { type Day, parseDay, WEEK } from '../journal/days.ts';
import type { Backup, Occasion } from './backups.ts';

const DAILY_KEPT = 7;
const WEEKLY_KEPT = 4;
/** Of those made before something else; what the user asked for, and what a restore set aside, is never rotated. */
const OTHERS_KEPT: Partial<Readonly<Record<Occasion, number>>> = {
  import: 3,
  sync: 3,
  migration: 3,
  forget: 3,
};
/** Between a Monday and day 0, a Thursday. */
const THURSDAY = 3;

/**
 * The backups that newer ones stand for: daily ones but the last of each of seven days and of each of four weeks before
 * those, and all but the last three of each occasion.
 * @param backups the newest first
 */
export function outdated(backups: readonly Backup[]): readonly Backup[] {
  const daily = firstOfEach(backups.filter(isDaily), ({ made }) => made.slice(0, 10));
  const days = daily.slice(0, DAILY_KEPT);
  const weeks = firstOfEach(daily.slice(DAILY_KEPT), weekOf).slice(0, WEEKLY_KEPT);
  const kept = new Set([...days, ...weeks]);
  const others = Object.entries(OTHERS_KEPT).flatMap(([occasion, count]) =>
    backups.filter((each) => each.occasion === occasion).slice(count),
  );
  return [...backups.filter((each) => isDaily(each) && !kept.has(each)), ...others];
}

const isDaily = ({ occasion }: Backup): boolean => occasion === 'daily';

/** Of each group the first one. */
function firstOfEach(
  backups: readonly Backup[],
  group: (backup: Backup) => string | number,
): readonly Backup[] {
  const first = new Map<string | number, Backup>();
  for (const each of backups) if (!first.has(group(each))) first.set(group(each), each);
  return [...first.values()];
}

/** The number of its week, which begins on a Monday. */
const weekOf = (backup: Backup): number => Math.floor(((dayOf(backup) ?? 0) + THURSDAY) / WEEK);

/** The day on which it was made, by its name; undefined where that is none of the calendar. */
export const dayOf = ({ made }: Pick<Backup, 'made'>): Day | undefined =>
  parseDay(made.slice(0, 10));
