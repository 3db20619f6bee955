import blameShifting from './blame-shifting.ts';
import cadence from './cadence.ts';
import change from './change.ts';
import concessions from './concessions.ts';
import dealbreaker from './dealbreaker.ts';
import discovery from './discovery.ts';
import orderTaking from './order-taking.ts';
import ownFailure from './own-failure.ts';
import ownPromises from './own-promises.ts';
import payment from './payment.ts';
import priceOnly from './price-only.ts';
import promises from './promises.ts';
import providerBashing from './provider-bashing.ts';
import reciprocity from './reciprocity.ts';
import renewal from './renewal.ts';
import respect from './respect.ts';
import responsiveness from './responsiveness.ts';
import returnOnTime from './return-on-time.ts';
import silence from './silence.ts';
import singleThread from './single-thread.ts';
import toll from './toll.ts';
import type { Settings } from '../journal/settings.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order shown: ours first, what we broke before what we left undone, then theirs, then what the relationship costs and earns. */
export const RULES = [
  ownFailure,
  ownPromises,
  cadence,
  orderTaking,
  renewal,
  singleThread,
  discovery,
  responsiveness,
  change,
  silence,
  promises,
  payment,
  blameShifting,
  providerBashing,
  reciprocity,
  respect,
  dealbreaker,
  priceOnly,
  concessions,
  returnOnTime,
  toll,
] as const satisfies readonly Rule[];

export const ruleNamed = (name: string): Rule | undefined =>
  RULES.find((rule) => rule.name === name);

/** The first rule or threshold in the settings that does not exist, in one line; undefined where all do. */
export function unknownThreshold({ rules = {} }: Settings): string | undefined {
  for (const [name, thresholds] of Object.entries(rules)) {
    const rule = ruleNamed(name);
    if (rule === undefined)
      return `settings name a rule ${JSON.stringify(name)} that does not exist`;
    const unknown = Object.keys(thresholds).find((each) => !Object.hasOwn(rule.thresholds, each));
    if (unknown !== undefined)
      return `the rule ${name} has no threshold ${JSON.stringify(unknown)}`;
  }
  return undefined;
}
