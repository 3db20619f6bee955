import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { until } from '../journal/order.ts';
import { ourPromises, type Standing, theirPromises } from '../journal/promises.ts';

/** All promises, those of before a new start too, as their own dates have it. */
export function promisesIn(entries: readonly Recorded[], asOf: Day): readonly Standing[] {
  const seen = until(entries, asOf);
  return [...ourPromises(seen, asOf), ...theirPromises(seen, undefined, asOf)];
}
