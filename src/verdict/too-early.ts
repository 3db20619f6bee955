import type { Day } from '../journal/days.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import type { Sight } from './holding.ts';

export const LEAST_TOUCHES = 5;
export const LEAST_DAYS = 28;

/** Facts that tell as much about them as a pattern does. */
const TELLING_FACTS: ReadonlySet<string> = new Set(['payment', 'provider-bashing']);

const TELLING: readonly Rule[] = RULES.filter(
  (rule: Rule) => rule.holds || TELLING_FACTS.has(rule.name),
);

/** Too few touches, too few days, or no rule about a pattern that had enough data. */
export function isTooEarly(sight: Sight, asOf: Day): boolean {
  const { fresh, standing } = sight.history(asOf);
  const begin = standing.reset ?? fresh.entries[0]?.on;
  if (begin === undefined || asOf - begin < LEAST_DAYS || fresh.touches.length < LEAST_TOUCHES)
    return true;
  return TELLING.every((rule) => sight.raw(rule, asOf).level === null);
}
