import type { Day } from '../journal/days.ts';
import type { Relationship } from '../journal/history.ts';
import type { Standing } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import { type Finding, type Level, type Outcome, outcomeOf, type Rule } from '../rules/rule.ts';
import { allOf, GatesSeen } from './gates.ts';
import { type Sight, sightOf } from './holding.ts';
import { economicsSum, type Ours, ourSum, type Sums, theirSum } from './sums.ts';
import { decide, type Gates, type Row } from './table.ts';
import { isTooEarly } from './too-early.ts';

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
export const judge = (relationship: Relationship, asOf: Day): Judgement =>
  judgeSeen(sightOf(relationship), asOf);

/** The same, of a sight that may have been looked at before. */
export function judgeSeen(sight: Sight, asOf: Day): Judgement {
  const ours = ourSum((rule) => sight.published(rule, asOf));
  const { sums, gates, row } = decideOn(sight, asOf, ours);
  const history = sight.history(asOf);
  const rules = RULES.map((rule) => new Judged(rule, sight, asOf));
  return {
    asOf,
    standing: history.standing,
    sums,
    gates: allOf(gates),
    row,
    verdict: row.verdict,
    tooEarly: row.verdict !== 'DROP' && isTooEarly(sight, asOf),
    worsening: theirSum((rule) => sight.raw(rule, asOf).level) > sums.theirs,
    rules,
  };
}

/** The word alone, where nobody asks for the reasons. */
export const verdictSeen = (sight: Sight, asOf: Day): Verdict =>
  decideOn(
    sight,
    asOf,
    ourSum((rule) => sight.published(rule, asOf)),
  ).row.verdict;

/** What a rule found, put into words when somebody reads it. */
class Judged implements JudgedRule {
  readonly rule: Rule;
  readonly level: Level | null;
  readonly #finding: Finding;
  #outcome: Outcome | undefined;

  constructor(rule: Rule, sight: Sight, asOf: Day) {
    this.rule = rule;
    this.level = sight.published(rule, asOf);
    this.#finding = sight.raw(rule, asOf);
  }

  get outcome(): Outcome {
    return (this.#outcome ??= outcomeOf(this.#finding));
  }
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
  const gates = new GatesSeen(sight, asOf);
  const { stage } = sight.history(asOf).standing;
  return { sums, gates, row: decide({ ...sums, stage, gates }) };
}
