import type { Away } from './plain-away.ts';
import type { Day } from '../../../src/journal/days.ts';
import { isTwoWay, type Recorded } from '../../../src/journal/entry.ts';

const GAP_HORIZON_DAYS = 730;

/** The silences between two-way dates, in days, away days taken off. */
export interface Gaps {
  /** Each between two consecutive two-way dates of the horizon, oldest first. */
  readonly past: readonly number[];
  /** From the last two-way date to the review date; undefined where there is none. */
  readonly current: number | undefined;
  readonly last: Recorded | undefined;
}

export function gapsOf(entries: readonly Recorded[], away: Away, asOf: Day): Gaps {
  const past: number[] = [];
  let last: Recorded | undefined;
  for (const entry of entries) {
    if (!isTwoWay(entry) || asOf - entry.on > GAP_HORIZON_DAYS) continue;
    if (last !== undefined && entry.on > last.on) past.push(length(away, last.on, entry.on));
    last = entry;
  }
  return { past, last, current: last === undefined ? undefined : length(away, last.on, asOf) };
}

function length(away: Away, from: Day, to: Day): number {
  return to - from - away.daysBetween(from, to);
}
