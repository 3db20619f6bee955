import type { Recorded } from '../../../src/journal/entry.ts';
import type { Family, Level, RuleSide } from '../../../src/rules/rule.ts';
import type { History } from './plain-history.ts';

type Numbers = Readonly<Record<string, number>>;

export interface Outcome {
  readonly level: Level | null;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly numbers: Numbers;
}

export function finding(
  level: Level,
  message: string,
  evidence: readonly Recorded[],
  numbers: Numbers = {},
): Outcome {
  if (level > 0 && evidence.length === 0) throw new Error(`a finding without evidence: ${message}`);
  return { level, message, evidence: evidence.map(({ id }) => id), numbers };
}

export function notEnough(message: string, numbers: Numbers = {}): Outcome {
  return { level: null, message, evidence: [], numbers };
}

/** A rule without its texts: what it says of a history is all that is compared. */
export interface Rule {
  readonly name: string;
  readonly side: RuleSide;
  readonly family?: Family;
  readonly holds: boolean;
  check(history: History): Outcome;
}

interface Kind {
  readonly name: string;
  readonly side: RuleSide;
  readonly family?: Family;
  readonly holds: boolean;
}

export function plainRule<Threshold extends string>({
  check,
  rule: { name, side, family, holds },
  thresholds,
}: {
  readonly rule: Kind;
  readonly thresholds: Readonly<Record<Threshold, number>>;
  readonly check: (history: History, thresholds: Readonly<Record<Threshold, number>>) => Outcome;
}): Rule {
  return {
    name,
    side,
    ...(family === undefined ? {} : { family }),
    holds,
    check: (history) => check(history, { ...thresholds, ...history.settings.rules?.[name] }),
  };
}
