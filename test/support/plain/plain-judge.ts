import type { Day } from '../../../src/journal/days.ts';
import type { Relationship } from './plain-history.ts';
import type { Standing } from './plain-stage.ts';
import type { Verdict } from '../../../src/journal/vocabulary.ts';
import { RULES } from './plain-rules.ts';
import type { Level } from '../../../src/rules/rule.ts';
import type { Outcome, Rule } from './plain-rule.ts';
import { gatesOf } from './plain-gates.ts';
import { type Sight, sightOf } from './plain-holding.ts';
import { economicsSum, type Ours, ourSum, type Sums, theirSum } from './plain-sums.ts';
import { decide, type Gates, type Row } from '../../../src/verdict/table.ts';
import { isTooEarly } from './plain-too-early.ts';

export interface JudgedRule {
  readonly rule: Rule;
  /** The level that counts; null where there was not enough data. */
  readonly level: Level | null;
  /** What the rule sees on the review date alone. */
  readonly outcome: Outcome;
}

/** What the review says of one customer. */
export interface Judgement {
  readonly asOf: Day;
  readonly standing: Standing;
  readonly sums: Sums;
  readonly gates: Gates;
  readonly row: Row;
  readonly verdict: Verdict;
  readonly tooEarly: boolean;
  /** What they do today is worse than what counts yet. */
  readonly worsening: boolean;
  /** All rules, in the order shown. */
  readonly rules: readonly JudgedRule[];
}

/** Judges a relationship as it stood at the end of `asOf`: no clock, no stored state, the same answer every time. */
export function judge(relationship: Relationship, asOf: Day): Judgement {
  const sight = sightOf(relationship);
  const ours = ourSum((rule) => sight.published(rule, asOf));
  const { sums, gates, row } = decideOn(sight, asOf, ours);
  const rules = RULES.map((rule) => ({
    rule,
    level: sight.published(rule, asOf),
    outcome: sight.raw(rule, asOf),
  }));
  const history = sight.history(asOf);
  return {
    asOf,
    standing: history.standing,
    sums,
    gates,
    row,
    verdict: row.verdict,
    tooEarly: row.verdict !== 'DROP' && isTooEarly(history, rules),
    worsening: theirSum((rule) => sight.raw(rule, asOf).level) > sums.theirs,
    rules,
  };
}

interface Decision {
  readonly sums: Sums;
  readonly gates: Gates;
  readonly row: Row;
}

/** The table's answer, with our own side given. */
export function decideOn(sight: Sight, asOf: Day, ours: Ours): Decision {
  const levelOf = (rule: Rule): Level | null => sight.published(rule, asOf);
  const sums = { theirs: theirSum(levelOf), ours, economics: economicsSum(levelOf) };
  const gates = gatesOf(sight, asOf);
  const { stage } = sight.history(asOf).standing;
  return { sums, gates, row: decide({ ...sums, stage, gates }) };
}
