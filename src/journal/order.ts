import { addDays, type Day } from './days.ts';
import type { Recorded } from './entry.ts';

/** Order: by the day it happened, then by the order of recording. */
export function byOrder(a: Recorded, b: Recorded): number {
  return a.on - b.on || a.seq - b.seq;
}

/** The entries in Order; the same list where they are already. */
export function inOrder(entries: readonly Recorded[]): readonly Recorded[] {
  const sorted = entries.every((entry, index) => {
    const before = entries[index - 1];
    return before === undefined || byOrder(before, entry) <= 0;
  });
  return sorted ? entries : [...entries].sort(byOrder);
}

interface Dated {
  readonly on: Day;
}

/** The place of the first that is dated on or after `day`, in a list by date; its length where there is none. */
export function firstFrom(dated: readonly Dated[], day: Day): number {
  let low = 0;
  let high = dated.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((dated[middle]?.on ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those dated from `first` (or ever) to `last`, both included, of a list by date; the list itself where these are all. */
export function between<T extends Dated>(
  dated: readonly T[],
  first: Day | undefined,
  last: Day,
): readonly T[] {
  const newest = dated.at(-1);
  const end =
    newest === undefined || newest.on <= last ? dated.length : firstFrom(dated, addDays(last, 1));
  const start = first === undefined ? 0 : firstFrom(dated, first);
  return start === 0 && end === dated.length ? dated : dated.slice(start, end);
}

/** The entries dated on or before `day`, still in Order. */
export function until(entries: readonly Recorded[], day: Day): readonly Recorded[] {
  return between(entries, undefined, day);
}
