import type { Settings } from '../journal/settings.ts';
import type { Rule } from './rule.ts';

type Limits = Readonly<Record<string, number>>;
type Limited = Pick<Rule, 'name' | 'thresholds'>;

/** What the journal sets of a rule's limits: `rules` in the settings, and for two rules the days for each tier. */
export function limitsSet(rule: Limited, settings: Settings): Limits {
  const { cadence, renewal, rules = {} } = settings;
  const tiers = rule.name === 'cadence' ? cadence : rule.name === 'renewal' ? renewal : undefined;
  const set = Object.entries({ ...rules[rule.name], ...tiers });
  return Object.fromEntries(set.filter(([name, value]) => value !== rule.thresholds[name]));
}

/** The limits that a rule works with in a journal with these settings. */
export const limitsOf = <Threshold extends string>(
  rule: { readonly name: string; readonly thresholds: Readonly<Record<Threshold, number>> },
  settings: Settings,
): Readonly<Record<Threshold, number>> => ({
  ...rule.thresholds,
  ...limitsSet(rule, settings),
});
