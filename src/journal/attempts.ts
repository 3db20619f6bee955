import type { Away } from './away.ts';
import type { Chronicle } from './chronicle.ts';
import { addDays, addWorkdays, type Day } from './days.ts';
import { isTwoWay, type Recorded } from './entry.ts';
import { firstFrom } from './order.ts';

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
  readonly entries: readonly Recorded[];
}

type Attempt = Recorded<Extract<Recorded, { type: 'spoke' | 'tried' }>>;
const isAttempt = (entry: Recorded): entry is Attempt =>
  entry.type === 'spoke' || entry.type === 'tried';

/** A day with attempts, and what can become of it. */
interface Tried {
  /** The day. */
  readonly on: Day;
  /** The last day of an answer. */
  readonly limit: Day;
  /** When they answered in time; undefined where they did not. */
  readonly answeredOn: Day | undefined;
  readonly answered: AttemptDay;
  readonly unanswered: AttemptDay;
}

/** Every day with attempts, ten calls on one day being one. */
function triedDays(chronicle: Chronicle): readonly Tried[] {
  const talks = chronicle.shelf(isTwoWay);
  const days: Tried[] = [];
  let next = 0;
  let made: Recorded[] = [];
  for (const entry of chronicle.shelf(isAttempt)) {
    const day = entry.on;
    if (days.at(-1)?.on === day) {
      made.push(entry);
      continue;
    }
    made = [entry];
    const limit = addWorkdays(day, ANSWER_WORKDAYS);
    while ((talks[next]?.on ?? Infinity) < day) next += 1;
    const talked = talks[next]?.on;
    days.push({
      on: day,
      limit,
      answeredOn: talked !== undefined && talked <= limit ? talked : undefined,
      answered: { day, answered: true, entries: made },
      unanswered: { day, answered: false, entries: made },
    });
  }
  return days;
}

/** The decided attempt-days from `since` on, in order of date; pending ones are left out. */
export function attemptDays(
  chronicle: Chronicle,
  away: Away,
  since: Day | undefined,
  asOf: Day,
): readonly AttemptDay[] {
  const tried = chronicle.derived(triedDays);
  const horizon = addDays(asOf, -ATTEMPT_HORIZON_DAYS);
  const first = since !== undefined && since > horizon ? since : horizon;
  const decided: AttemptDay[] = [];
  for (let index = firstFrom(tried, first); index < tried.length; index += 1) {
    const each = tried[index];
    if (each === undefined || each.on > asOf) break;
    if (away.includes(each.on)) continue;
    if (each.answeredOn !== undefined && each.answeredOn <= asOf) decided.push(each.answered);
    else if (asOf > each.limit) decided.push(each.unanswered);
  }
  return decided;
}

/** The recent attempts R: what "now" means for how they answer. */
export function recentAttempts(attempts: readonly AttemptDay[], asOf: Day): readonly AttemptDay[] {
  let fresh = attempts.length;
  while (fresh > 0 && asOf - (attempts[fresh - 1]?.day ?? asOf) < RECENT_DAYS) fresh -= 1;
  if (attempts.length - fresh >= RECENT_LEAST) return attempts.slice(fresh);
  return attempts.slice(-RECENT_LEAST).filter(({ day }) => asOf - day <= RECENT_HORIZON_DAYS);
}
