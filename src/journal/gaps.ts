import type { Away } from './away.ts';
import type { Chronicle } from './chronicle.ts';
import { addDays, type Day } from './days.ts';
import { isTwoWay, type Recorded } from './entry.ts';
import { between } from './order.ts';

const GAP_HORIZON_DAYS = 730;

/** The silences between two-way dates, in days, away days taken off. */
export interface Gaps {
  /** Each between two consecutive two-way dates of the horizon, oldest first. */
  readonly past: readonly number[];
  /** From the last two-way date to the review date; undefined where there is none. */
  readonly current: number | undefined;
  readonly last: Recorded | undefined;
}

/** The last two-way entry of each date that has one. */
function talkDays(chronicle: Chronicle): readonly Recorded[] {
  const talks = chronicle.shelf(isTwoWay);
  return talks.filter(({ on }, index) => talks[index + 1]?.on !== on);
}

/** The gaps between the two-way dates from `since` on. */
export function gapsOf(chronicle: Chronicle, away: Away, since: Day | undefined, asOf: Day): Gaps {
  const horizon = addDays(asOf, -GAP_HORIZON_DAYS);
  const first = since !== undefined && since > horizon ? since : horizon;
  const days = between(chronicle.derived(talkDays), first, asOf);
  const past: number[] = [];
  let last: Recorded | undefined;
  for (const talk of days) {
    if (last !== undefined) past.push(length(away, last.on, talk.on));
    last = talk;
  }
  return { past, last, current: last === undefined ? undefined : length(away, last.on, asOf) };
}

function length(away: Away, from: Day, to: Day): number {
  return to - from - away.daysBetween(from, to);
}
