import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day } from '../journal/days.ts';
import { EFFORT_HORIZON_DAYS, effortOn } from '../journal/effort.ts';
import { medianOfReturns, returnOn, type Unread } from './book.ts';
import type { MedianOn } from './track.ts';

/** What each customer of a book is measured by: what all of them say together. */
export interface Measures {
  /** For the days that were asked for, and no others. */
  readonly medianOn: MedianOn;
  /** Of all customers, in the year up to the day of the review. */
  readonly income: number;
}

/** Taken from the dealings of each customer, one after the other. @param days on which the median is wanted */
export function measuresOf(
  accounts: Iterable<Unread>,
  asOf: Day,
  days: ReadonlySet<Day>,
): Measures {
  const first = [...days].reduce((least, day) => (day < least ? day : least), asOf);
  const returns = new Map([...days].map((day): [Day, number[]] => [day, []]));
  let income = 0;
  for (const { dealings } of accounts) {
    const chronicle = chronicleOf(dealings(addDays(first, -EFFORT_HORIZON_DAYS)));
    income += effortOn(chronicle, asOf).income;
    for (const [day, some] of returns) some.push(...returnOn(chronicle, day));
  }
  const medians = new Map([...returns].map(([day, some]) => [day, medianOfReturns(some)]));
  const medianOn: MedianOn = (day) => {
    if (!medians.has(day)) throw new RangeError(`the median of day ${day} was not asked for`);
    return medians.get(day);
  };
  return { medianOn, income };
}
