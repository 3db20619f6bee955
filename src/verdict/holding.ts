import { addDays, type Day } from '../journal/days.ts';
import type { Chronicle } from '../journal/chronicle.ts';
import { type History, historyOf, type Relationship } from '../journal/history.ts';
import { remembering } from '../journal/remembering.ts';
import type { Finding, Level, Rule } from '../rules/rule.ts';

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
export function held(today: Level, week: Level, twoWeeks: Level, threeWeeks: Level): Level {
  const now = confirm(today, week);
  const before = confirm(week, twoWeeks);
  const earlier = confirm(twoWeeks, threeWeeks);
  const most = now > before ? now : before;
  return most > earlier ? most : earlier;
}

/** One relationship seen on any date, each date worked out once. */
export interface Sight {
  readonly history: (day: Day) => History;
  /** What the rule sees on that day, the weeks before left aside. */
  readonly raw: (rule: Rule, day: Day) => Finding;
  /** The level that counts on that day. */
  readonly published: (rule: Rule, day: Day) => Level | null;
}

export function sightOf(relationship: Relationship): Sight {
  const history = historiesOf(relationship);
  return sight(history, (rule, day) => rule.look(history(day)));
}

/**
 * The one sight that is kept as long as the relationship: what a review has looked at, its remarks need not look at again.
 * Not for many days, as it holds what was seen on each.
 */
export const keptSightOf = remembering(sightOf);

/** @param chronicle where it is another one than the relationship's entries make */
export function historiesOf(relationship: Relationship, chronicle?: Chronicle): Sight['history'] {
  const histories = new Map<Day, History>();
  return (day) => {
    let known = histories.get(day);
    if (known === undefined) histories.set(day, (known = historyOf(relationship, day, chronicle)));
    return known;
  };
}

/** What `shared` sees, beside another median: only what is measured by other customers is looked at again. */
export function besideMedian(
  shared: Sight,
  relationship: Relationship,
  medianReturn: number | undefined,
  chronicle?: Chronicle,
): Sight {
  const beside = { ...relationship, medianReturn };
  return sight(shared.history, (rule, day) =>
    rule.comparesCustomers === true
      ? rule.look(historyOf(beside, day, chronicle))
      : shared.raw(rule, day),
  );
}

/** A sight of these histories, each rule looking once a day. */
export function sight(history: Sight['history'], look: Sight['raw']): Sight {
  const findings = new Map<Rule, Map<Day, Finding>>();

  const seenBy = (rule: Rule): Map<Day, Finding> => {
    let days = findings.get(rule);
    if (days === undefined) findings.set(rule, (days = new Map<Day, Finding>()));
    return days;
  };

  const seenOn = (days: Map<Day, Finding>, rule: Rule, day: Day): Finding => {
    let finding = days.get(day);
    if (finding === undefined) days.set(day, (finding = look(rule, day)));
    return finding;
  };

  const raw = (rule: Rule, day: Day): Finding => seenOn(seenBy(rule), rule, day);

  const published = (rule: Rule, day: Day): Level | null => {
    const days = seenBy(rule);
    const today = seenOn(days, rule, day).level;
    if (!rule.holds || today === CRITICAL) return today;
    const { reset } = history(day).standing;
    const levelAt = (weeks: number): Level => {
      const checkpoint = addDays(day, -CHECKPOINT_DAYS * weeks);
      if (reset !== undefined && checkpoint < reset) return 0;
      return seenOn(days, rule, checkpoint).level ?? 0;
    };
    const level = held(today ?? 0, levelAt(1), levelAt(2), levelAt(3));
    return level === 0 && today === null ? null : level;
  };

  return { history, raw, published };
}
