import { addDays, type Day } from '../journal/days.ts';
import { type Effort, effortOf } from '../journal/effort.ts';
import type { Recorded } from '../journal/entry.ts';
import { between } from '../journal/order.ts';

/** As `effort` has the year up to `asOf`, the day so many days ago included. */
const YEAR = 365;

/** What went in and what came back in the year before the last one. @param entries in Order */
export function yearBefore(entries: readonly Recorded[], asOf: Day): Effort {
  const last = addDays(asOf, -YEAR - 1);
  return effortOf(between(entries, addDays(last, -YEAR), last), last);
}
