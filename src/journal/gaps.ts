import type { Away } from './away.ts';
import type { Chronicle } from './chronicle.ts';
import { addDays, type Day } from './days.ts';
import { isTwoWay, type Recorded } from './entry.ts';
import { firstFrom } from './order.ts';

const GAP_HORIZON_DAYS = 730;

/** The silences between two-way dates, in days, away days taken off. */
export interface Gaps {
  /** Each between two consecutive two-way dates of the horizon, oldest first. */
  readonly past: readonly number[];
  /** From the last two-way date to the review date; undefined where there is none. */
  readonly current: number | undefined;
  readonly last: Recorded | undefined;
}

/** The dates with a talk. */
interface Talks {
  /** The last two-way entry of each. */
  readonly days: readonly Recorded[];
  /** The days since the one before, away days included; 0 for the first. */
  readonly gaps: readonly number[];
}

function talksOf(chronicle: Chronicle): Talks {
  const talks = chronicle.shelf(isTwoWay);
  const days = talks.filter(({ on }, index) => talks[index + 1]?.on !== on);
  return { days, gaps: days.map(({ on }, index) => on - (days[index - 1]?.on ?? on)) };
}

/** The gaps between the two-way dates from `since` on. */
export function gapsOf(chronicle: Chronicle, away: Away, since: Day | undefined, asOf: Day): Gaps {
  const { days, gaps } = chronicle.derived(talksOf);
  const horizon = addDays(asOf, -GAP_HORIZON_DAYS);
  const first = firstFrom(days, since !== undefined && since > horizon ? since : horizon);
  const end = firstFrom(days, addDays(asOf, 1));
  const last = first < end ? days[end - 1] : undefined;
  if (last === undefined) return { past: [], last, current: undefined };
  const between = gaps.slice(first + 1, end);
  const past = away.never
    ? between
    : between.map((gap, index) => {
        const to = days[first + 1 + index]?.on ?? asOf;
        return gap - away.daysBetween(addDays(to, -gap), to);
      });
  return { past, last, current: silentDays(last, away, asOf) };
}

/** The days since a talk, away days taken off. */
export const silentDays = ({ on }: Recorded, away: Away, asOf: Day): number =>
  asOf - on - away.daysBetween(on, asOf);
