import type { Away } from './plain-away.ts';
import { addWorkdays, type Day } from '../../../src/journal/days.ts';
import { isTwoWay, type Recorded } from '../../../src/journal/entry.ts';

/** No attempt is remembered longer than this. */
const ATTEMPT_HORIZON_DAYS = 730;
/** An answer counts until the third Monday-to-Friday day after the attempt. */
const ANSWER_WORKDAYS = 3;
/** Recent attempts: those of four weeks, or the last eight where they are fewer, never older than a year. */
const RECENT_DAYS = 28;
const RECENT_LEAST = 8;
const RECENT_HORIZON_DAYS = 365;

/** A day on which we reached for them and, by the review date, know whether they answered. */
export interface AttemptDay {
  readonly day: Day;
  readonly answered: boolean;
  readonly atOnce: boolean;
  readonly entries: readonly Recorded[];
}

/** The decided attempt-days in order of date. Ten calls on one day are one; pending ones are left out. */
export function attemptDays(
  entries: readonly Recorded[],
  away: Away,
  asOf: Day,
): readonly AttemptDay[] {
  const tries = new Map<Day, Recorded[]>();
  const talks: Day[] = [];
  for (const entry of entries) {
    if (isTwoWay(entry)) talks.push(entry.on);
    const counts =
      (entry.type === 'spoke' || entry.type === 'tried') && asOf - entry.on <= ATTEMPT_HORIZON_DAYS;
    if (!counts || away.includes(entry.on)) continue;
    const sameDay = tries.get(entry.on);
    if (sameDay === undefined) tries.set(entry.on, [entry]);
    else sameDay.push(entry);
  }
  const decided: AttemptDay[] = [];
  let next = 0;
  for (const [day, made] of tries) {
    const limit = addWorkdays(day, ANSWER_WORKDAYS);
    while ((talks[next] ?? Infinity) < day) next += 1;
    const answered = (talks[next] ?? Infinity) <= limit;
    if (answered || asOf > limit)
      decided.push({ day, answered, atOnce: talks[next] === day, entries: made });
  }
  return decided;
}

/** The recent attempts R: what "now" means for how they answer. */
export function recentAttempts(attempts: readonly AttemptDay[], asOf: Day): readonly AttemptDay[] {
  const year = attempts.filter(({ day }) => asOf - day <= RECENT_HORIZON_DAYS);
  const fresh = year.filter(({ day }) => asOf - day < RECENT_DAYS);
  return fresh.length >= RECENT_LEAST ? fresh : year.slice(-RECENT_LEAST);
}
