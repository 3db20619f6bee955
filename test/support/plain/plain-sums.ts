import { RULES } from './plain-rules.ts';
import type { Family, Level } from '../../../src/rules/rule.ts';
import type { Rule } from './plain-rule.ts';

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

/** T. A serious family alone is not the worst: single signals mislead, so a second one must warn. */
export function theirSum(levelOf: LevelOf): Theirs {
  const families = new Map<Family, Level>();
  for (const rule of RULES) {
    if (rule.family === undefined) continue;
    const level = levelOf(rule) ?? 0;
    if (level > (families.get(rule.family) ?? 0)) families.set(rule.family, level);
  }
  return families.get('excluded') === CRITICAL ? 4 : familySum([...families.values()]);
}

/** T of the families' highest levels, the deal-breakers left aside. */
function familySum(levels: readonly Level[]): Exclude<Theirs, 4> {
  const most = Math.max(0, ...levels);
  const warnings = levels.filter((level) => level >= WARN).length;
  if (most === CRITICAL || (most >= SERIOUS && warnings >= 2)) return 3;
  if (most === SERIOUS || warnings >= 2) return 2;
  return warnings === 1 ? 1 : 0;
}

/** E. */
export function economicsSum(levelOf: LevelOf): Economics {
  const levels = new Map(
    RULES.filter(({ side }) => side === 'economics').map((rule) => [rule.name, levelOf(rule) ?? 0]),
  );
  return economicsOf(levels);
}

/** E of the levels by rule name. */
function economicsOf(levels: ReadonlyMap<string, Level>): Economics {
  if (levels.get('return-on-time') === SERIOUS) return 2;
  if (levels.get('price-only') === SERIOUS && (levels.get('concessions') ?? 0) >= WARN) return 2;
  return [...levels.values()].some((level) => level >= WARN) ? 1 : 0;
}

/** O: our worst finding, however few. */
export function ourSum(levelOf: LevelOf): Ours {
  const levels = RULES.filter(({ side }) => side === 'ours').map((rule) => levelOf(rule) ?? 0);
  const most = Math.max(0, ...levels);
  if (most === CRITICAL) return 3;
  if (most === SERIOUS) return 2;
  return most === WARN ? 1 : 0;
}
