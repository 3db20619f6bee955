import { addDays, type Day } from '../journal/days.ts';
import type { Relationship } from '../journal/history.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { Rule } from '../rules/rule.ts';
import { medianOn } from './book.ts';
import { besideMedian, type Sight, sightOf } from './holding.ts';
import { type Judgement, judgeSeen, verdictSeen } from './judge.ts';

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
 * by then. Each day has its own median, as a review of that day has; what the days have in common is looked at once.
 */
export const judgementsOn = (
  relationship: Relationship,
  days: readonly Day[],
  medianOn: MedianOn,
): readonly (Judgement | null)[] => eachOn(relationship, days, medianOn, judgeSeen);

/** The words of the same alone, where nobody asks for the reasons. */
export const verdictsOn = (
  relationship: Relationship,
  days: readonly Day[],
  medianOn: MedianOn,
): readonly (Verdict | null)[] => eachOn(relationship, days, medianOn, verdictSeen);

function eachOn<T>(
  relationship: Relationship,
  days: readonly Day[],
  medianOn: MedianOn,
  seenOn: (sight: Sight, day: Day) => T,
): readonly (T | null)[] {
  const first = relationship.entries[0]?.on;
  const shared = sightOf(relationship);
  return days.map((day) =>
    first === undefined || day < first
      ? null
      : seenOn(besideMedian(shared, relationship, medianOn(day)), day),
  );
}

/**
 * The first of the days without a break, up to `asOf`, on each of which a review gives a rule a note or worse; undefined
 * where the review of `asOf` does not. What the rules have in common is looked at once.
 */
export function standingSince(
  relationship: Relationship,
  asOf: Day,
  medianOn: MedianOn,
): (rule: Rule) => Day | undefined {
  const first = relationship.entries[0]?.on;
  const shared = sightOf(relationship);
  return (rule) => {
    let since: Day | undefined;
    for (let day = asOf; first !== undefined && day >= first; day = addDays(day, -1)) {
      const sight =
        rule.comparesCustomers === true
          ? besideMedian(shared, relationship, medianOn(day))
          : shared;
      if ((sight.published(rule, day) ?? 0) < 1) break;
      since = day;
    }
    return since;
  };
}
