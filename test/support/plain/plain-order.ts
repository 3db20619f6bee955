import type { Day } from '../../../src/journal/days.ts';
import type { Recorded } from '../../../src/journal/entry.ts';

/** Order: by the day it happened, then by the order of recording. */
export function byOrder(a: Recorded, b: Recorded): number {
  return a.on - b.on || a.seq - b.seq;
}

/** How many of the entries (in Order) are dated on or before `day`. */
function countUntil(entries: readonly Recorded[], day: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.on ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries dated on or before `day`, still in Order. */
export function until(entries: readonly Recorded[], day: Day): readonly Recorded[] {
  return entries.slice(0, countUntil(entries, day));
}

/** The entries dated on or after `day`, still in Order; all of them where `day` is undefined. */
export function since(entries: readonly Recorded[], day: Day | undefined): readonly Recorded[] {
  return day === undefined ? entries : entries.slice(countUntil(entries, day - 1));
}
