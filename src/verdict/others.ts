import { type Chronicle, chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day } from '../journal/days.ts';
import { EFFORT_HORIZON_DAYS, effortOn } from '../journal/effort.ts';
import type { Recorded } from '../journal/entry.ts';
import { until } from '../journal/order.ts';
import { medianOfReturns, returnOn, type Unread } from './book.ts';
import type { MedianOn } from './track.ts';

/** Half a year of weeks is often looked back on. */
const MORE_DAYS = 182;

/** What one customer of a book is measured by. Nothing that is later than the day they are asked about is seen. */
export interface Others {
  /** Income of an hour of each of the others who can be compared on that day. */
  readonly returnsOn: (day: Day) => readonly number[];
  /** The book's median with these entries of the one customer, in Order. */
  readonly medianBeside: (entries: readonly Recorded[]) => MedianOn;
  /** Of all customers, this one too, in the year up to the day they are asked about. */
  readonly income: number;
  readonly minutes: number;
  /** How many customers there are, this one too. */
  readonly count: number;
  /** Of each customer, this one too, in the same year; by name. */
  readonly incomes: ReadonlyMap<string, number>;
}

/** Reads the dealings of all, as far back as a day is asked for. @param accounts the book, the one customer among them */
export function othersOf(accounts: Iterable<Unread>, name: string, asOf: Day): Others {
  let from = Infinity;
  let more = MORE_DAYS;
  let read: readonly (readonly [customer: string, dealings: Chronicle])[] = [];
  const dealingsFor = (day: Day) => {
    const needed = addDays(day, -EFFORT_HORIZON_DAYS);
    if (needed >= from) return read;
    const since = addDays(needed, -more);
    read = Array.from(accounts, ({ customer, dealings }) => [
      customer.name,
      chronicleOf(until(dealings(since), asOf)),
    ]);
    from = since;
    more *= 2;
    return read;
  };
  const returnsOn = onceADay((day) =>
    dealingsFor(day).flatMap(([customer, each]) => (customer === name ? [] : returnOn(each, day))),
  );
  const efforts = dealingsFor(asOf).map(([customer, each]) => ({
    customer,
    ...effortOn(each, asOf),
  }));
  return {
    returnsOn,
    medianBeside: (entries) =>
      onceADay((day) =>
        medianOfReturns([...returnsOn(day), ...returnOn(chronicleOf(entries), day)]),
      ),
    income: efforts.reduce((sum, { income }) => sum + income, 0),
    minutes: efforts.reduce((sum, { minutes }) => sum + minutes, 0),
    count: efforts.length,
    incomes: new Map(efforts.map(({ customer, income }) => [customer, income])),
  };
}

function onceADay<T>(worksOut: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, { readonly value: T }>();
  return (day) => {
    const kept = known.get(day) ?? { value: worksOut(day) };
    known.set(day, kept);
    return kept.value;
  };
}
