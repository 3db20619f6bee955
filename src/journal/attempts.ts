import type { Away } from './away.ts';
import type { Chronicle } from './chronicle.ts';
import { addDays, addWorkdays, type Day } from './days.ts';
import { among, isTouch, isTwoWay, type Recorded } from './entry.ts';
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
  /** They answered in time and on the day itself. */
  readonly atOnce: boolean;
  readonly entries: readonly Recorded[];
}

type Attempt = Recorded<Extract<Recorded, { type: 'spoke' | 'tried' }>>;
const isAttempt = among(
  isTouch,
  (entry): entry is Attempt => entry.type === 'spoke' || entry.type === 'tried',
);

/** A day with attempts, and what became of it. */
interface Tried {
  /** The day. */
  readonly on: Day;
  /** The last day of an answer. */
  readonly limit: Day;
  /** When they answered in time; undefined where they did not. */
  readonly answeredOn: Day | undefined;
}

interface Tries {
  readonly days: readonly Tried[];
  /** The same days as they are decided in the end. */
  readonly decided: readonly AttemptDay[];
}

/** Every day with attempts, ten calls on one day being one. */
function triesOf(chronicle: Chronicle): Tries {
  const talks = chronicle.shelf(isTwoWay);
  const days: Tried[] = [];
  const decided: AttemptDay[] = [];
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
    const answered = talked !== undefined && talked <= limit;
    days.push({ on: day, limit, answeredOn: answered ? talked : undefined });
    decided.push({ day, answered, atOnce: talked === day, entries: made });
  }
  return { days, decided };
}

/** Three workdays and a weekend later every attempt is decided. */
const DECIDED_DAYS = 7;

/** The decided attempt-days from `since` on, in order of date; pending ones are left out. */
export function attemptDays(
  chronicle: Chronicle,
  away: Away,
  since: Day | undefined,
  asOf: Day,
): readonly AttemptDay[] {
  const { days, decided } = chronicle.derived(triesOf);
  const horizon = addDays(asOf, -ATTEMPT_HORIZON_DAYS);
  const start = firstFrom(days, since !== undefined && since > horizon ? since : horizon);
  let place = Math.max(start, firstFrom(days, addDays(asOf, -DECIDED_DAYS)));
  const attempts = decided.slice(start, place);
  for (; (days[place]?.on ?? Infinity) <= asOf; place += 1) {
    const [tried, attempt] = [days[place], decided[place]];
    if (tried === undefined || attempt === undefined) break;
    const answered = tried.answeredOn !== undefined && tried.answeredOn <= asOf;
    if (answered || asOf > tried.limit) attempts.push(attempt);
  }
  return away.never ? attempts : attempts.filter(({ day }) => !away.includes(day));
}

/** The recent attempts R: what "now" means for how they answer. */
export function recentAttempts(attempts: readonly AttemptDay[], asOf: Day): readonly AttemptDay[] {
  let fresh = attempts.length;
  while (fresh > 0 && asOf - (attempts[fresh - 1]?.day ?? asOf) < RECENT_DAYS) fresh -= 1;
  if (attempts.length - fresh >= RECENT_LEAST) return attempts.slice(fresh);
  return attempts.slice(-RECENT_LEAST).filter(({ day }) => asOf - day <= RECENT_HORIZON_DAYS);
}
