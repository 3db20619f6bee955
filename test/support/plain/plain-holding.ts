import { addDays, type Day } from '../../../src/journal/days.ts';
import { type History, historyOf, type Relationship } from './plain-history.ts';
import type { Level } from '../../../src/rules/rule.ts';
import type { Outcome, Rule } from './plain-rule.ts';

/** A pattern is looked at today and on the same weekday of the three weeks before. */
export const CHECKPOINT_DAYS = 7;

const SERIOUS = 3;
const CRITICAL = 4;

/** A serious level counts as one only if the checkpoint before agrees; what is critical needs no witness. */
function confirm(current: Level, before: Level): Level {
  if (current <= 2 || current === CRITICAL) return current;
  return before >= SERIOUS ? current : 2;
}

/**
 * The published level of a pattern from its levels today and 7, 14 and 21 days ago: serious needs two checkpoints,
 * relief needs three (verdicts, section 5).
 */
function held(today: Level, week: Level, twoWeeks: Level, threeWeeks: Level): Level {
  const confirmed = [confirm(today, week), confirm(week, twoWeeks), confirm(twoWeeks, threeWeeks)];
  return confirmed.reduce((most, level) => (level > most ? level : most));
}

/** One relationship seen on any date, each date worked out once. */
export interface Sight {
  history(day: Day): History;
  /** What the rule sees on that day, the weeks before left aside. */
  raw(rule: Rule, day: Day): Outcome;
  /** The level that counts on that day. */
  published(rule: Rule, day: Day): Level | null;
}

export function sightOf(relationship: Relationship): Sight {
  const histories = new Map<Day, History>();
  const outcomes = new Map<Day, Map<Rule, Outcome>>();

  const history = (day: Day): History => {
    const known = histories.get(day) ?? historyOf(relationship, day);
    histories.set(day, known);
    return known;
  };

  const raw = (rule: Rule, day: Day): Outcome => {
    const seen = outcomes.get(day) ?? new Map<Rule, Outcome>();
    outcomes.set(day, seen);
    const outcome = seen.get(rule) ?? rule.check(history(day));
    seen.set(rule, outcome);
    return outcome;
  };

  const published = (rule: Rule, day: Day): Level | null => {
    const today = raw(rule, day).level;
    if (!rule.holds) return today;
    const { reset } = history(day).standing;
    const levelAt = (weeks: number): Level => {
      const checkpoint = addDays(day, -CHECKPOINT_DAYS * weeks);
      if (reset !== undefined && checkpoint < reset) return 0;
      return raw(rule, checkpoint).level ?? 0;
    };
    const level = held(levelAt(0), levelAt(1), levelAt(2), levelAt(3));
    return level === 0 && today === null ? null : level;
  };

  return { history, raw, published };
}
