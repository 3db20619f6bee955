import type { Settings } from '../journal/settings.ts';
import type { Rule } from './rule.ts';

type Limits = Readonly<Record<string, number>>;

/** What the journal sets of a rule's limits: `rules` in the settings, and for two rules the days for each tier. */
export function limitsSet(rule: Pick<Rule, 'name' | 'thresholds'>, settings: Settings): Limits {
  const { cadence, renewal, rules = {} } = settings;
  const tiers = rule.name === 'cadence' ? cadence : rule.name === 'renewal' ? renewal : undefined;
  const set = Object.entries({ ...rules[rule.name], ...tiers });
  return Object.fromEntries(set.filter(([name, value]) => value !== rule.thresholds[name]));
}
