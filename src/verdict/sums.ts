import { RULES } from '../rules/index.ts';
import type { Family, Level, Rule, RuleSide } from '../rules/rule.ts';

export type Theirs = 0 | 1 | 2 | 3 | 4;
export type Ours = 0 | 1 | 2 | 3;
export type Economics = 0 | 1 | 2;

/** The three sums of the levels (verdicts, section 4). No weights, so that money never buys off contempt. */
export interface Sums {
  readonly theirs: Theirs;
  readonly ours: Ours;
  readonly economics: Economics;
}

/** The published level of a rule; null where it had not enough data. */
export type LevelOf = (rule: Rule) => Level | null;

const WARN = 2;
const SERIOUS = 3;
const CRITICAL = 4;

const rulesOf = (side: RuleSide): readonly Rule[] =>
  RULES.filter((rule: Rule) => rule.side === side);
const OURS = rulesOf('ours');
const ECONOMICS = rulesOf('economics');
const NOT_OURS = [...rulesOf('theirs'), ...ECONOMICS];

const ofFamily = (family: Family): readonly Rule[] =>
  RULES.filter((rule: Rule) => rule.family === family);
const EXCLUDED = ofFamily('excluded');
const FAMILIES = (
  ['response', 'promises', 'accountability', 'mutuality', 'self-respect'] satisfies Family[]
).map(ofFamily);

function highest(rules: readonly Rule[], levelOf: LevelOf): Level {
  let most: Level = 0;
  for (const rule of rules) {
    const level = levelOf(rule) ?? 0;
    if (level > most) most = level;
  }
  return most;
}

/** T. A serious family alone is not the worst: single signals mislead, so a second one must warn. */
export function theirSum(levelOf: LevelOf): Theirs {
  if (highest(EXCLUDED, levelOf) === CRITICAL) return 4;
  return familySum(FAMILIES.map((rules) => highest(rules, levelOf)));
}

/** Both T and E are 0. */
export const isAllWell = (levelOf: LevelOf): boolean =>
  NOT_OURS.every((rule) => (levelOf(rule) ?? 0) < WARN);

/** T of the families' highest levels, the deal-breakers left aside. */
export function familySum(levels: readonly Level[]): Exclude<Theirs, 4> {
  const most = Math.max(0, ...levels);
  const warnings = levels.filter((level) => level >= WARN).length;
  if (most === CRITICAL || (most >= SERIOUS && warnings >= 2)) return 3;
  if (most === SERIOUS || warnings >= 2) return 2;
  return warnings === 1 ? 1 : 0;
}

/** E. */
export const economicsSum = (levelOf: LevelOf): Economics =>
  economicsOf(new Map(ECONOMICS.map((rule) => [rule.name, levelOf(rule) ?? 0])));

/** E of the levels by rule name. */
export function economicsOf(levels: ReadonlyMap<string, Level>): Economics {
  if (levels.get('return-on-time') === SERIOUS) return 2;
  if (levels.get('price-only') === SERIOUS && (levels.get('concessions') ?? 0) >= WARN) return 2;
  return [...levels.values()].some((level) => level >= WARN) ? 1 : 0;
}

/** O: our worst finding, however few. */
export function ourSum(levelOf: LevelOf): Ours {
  const most = highest(OURS, levelOf);
  if (most === CRITICAL) return 3;
  if (most === SERIOUS) return 2;
  return most === WARN ? 1 : 0;
}
