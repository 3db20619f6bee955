import type { History } from './plain-history.ts';
import type { JudgedRule } from './plain-judge.ts';

const LEAST_TOUCHES = 5;
const LEAST_DAYS = 28;

/** Facts that tell as much about them as a pattern does. */
const TELLING_FACTS: ReadonlySet<string> = new Set(['payment', 'provider-bashing']);

/** Too few touches, too few days, or no rule about a pattern that had enough data. */
export function isTooEarly(
  { asOf, fresh, standing }: History,
  rules: readonly JudgedRule[],
): boolean {
  const begin = standing.reset ?? fresh.entries[0]?.on;
  if (begin === undefined || asOf - begin < LEAST_DAYS || fresh.touches.length < LEAST_TOUCHES)
    return true;
  return !rules.some(
    ({ rule, outcome }) => (rule.holds || TELLING_FACTS.has(rule.name)) && outcome.level !== null,
  );
}
