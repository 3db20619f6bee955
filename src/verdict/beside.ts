import { type Differing, type Result, resultOf } from '../journal/chronicle.ts';
import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { historiesOf, type Sight, sight } from './holding.ts';

/** What a rule sees in the whole journal, and on what that rests. */
export type Looks = (rule: Rule, day: Day) => Result<Finding>;

export function looksOf(relationship: Relationship): Looks {
  const known = new Map<Rule, Map<Day, Result<Finding>>>();
  return (rule, day) => {
    const days = known.get(rule) ?? new Map<Day, Result<Finding>>();
    known.set(rule, days);
    const result =
      days.get(day) ??
      resultOf(relationship.entries, (chronicle) =>
        rule.look(historyOf(relationship, day, chronicle)),
      );
    days.set(day, result);
    return result;
  };
}

/**
 * How a relationship looks with a few entries more or fewer. A rule looks again only where one of them is among what it
 * looked at.
 */
export function sightBeside(
  relationship: Relationship,
  entries: readonly Recorded[],
  { chronicle, concerns }: Differing,
  looks: Looks,
): Sight {
  const history = historiesOf(relationship, chronicle);
  return sight(history, (rule, day) => {
    const whole = looks(rule, day);
    const same = entries.every(({ on }) => on > day) || !concerns(whole.of);
    return same ? whole.value : rule.look(history(day));
  });
}
