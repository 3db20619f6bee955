import { addDays, type Day } from '../journal/days.ts';
import type { Relationship } from '../journal/history.ts';
import type { Rule } from '../rules/rule.ts';
import { sightOf } from './holding.ts';
import type { MedianOn } from './track.ts';

/**
 * The first day of the unbroken run of days up to `asOf` on which the rule's finding stood, each day as a review of
 * that day says it; undefined where it does not stand on `asOf`.
 */
export function standingSince(
  relationship: Relationship,
  rule: Rule,
  asOf: Day,
  medianOn: MedianOn,
): Day | undefined {
  const first = relationship.entries[0]?.on ?? asOf;
  const shared = sightOf(relationship);
  const stands = (day: Day): boolean => {
    // The only rule that looks at the other customers of that day.
    const sight =
      rule.name === 'return-on-time'
        ? sightOf({ ...relationship, medianReturn: medianOn(day) })
        : shared;
    return (sight.published(rule, day) ?? 0) > 0;
  };
  let since: Day | undefined;
  for (let day = asOf; day >= first && stands(day); day = addDays(day, -1)) since = day;
  return since;
}
