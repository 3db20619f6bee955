import type { Day } from '../../../src/journal/days.ts';
import type { Relationship } from './plain-history.ts';
import { until } from './plain-order.ts';
import { medianOn } from './plain-book.ts';
import { judge, type Judgement } from './plain-judge.ts';

/** Income of an hour in the middle of the book on a day; undefined where too few can be compared. */
export type MedianOn = (day: Day) => number | undefined;

/** The book's median on each day asked for, worked out once a day. */
export function mediansOf(relationships: readonly Relationship[]): MedianOn {
  const known = new Map<Day, number | undefined>();
  return (day) => {
    if (!known.has(day)) known.set(day, medianOn(relationships, day));
    return known.get(day);
  };
}

/**
 * What a review of each of these days says of one customer, in the order of the days; null where nothing had happened
 * by then. Each day has its own median, as a review of that day has.
 */
export function judgementsOn(
  relationship: Relationship,
  days: readonly Day[],
  medianOn: MedianOn,
): readonly (Judgement | null)[] {
  return days.map((day) =>
    until(relationship.entries, day).length === 0
      ? null
      : judge({ ...relationship, medianReturn: medianOn(day) }, day),
  );
}
