import { addDays, type Day, WEEK } from '../journal/days.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { judgementsOn, type MedianOn } from '../verdict/track.ts';
import { endsOf } from './backtest-weeks.ts';
import { effectiveDay, isUnexplained } from './leaving.ts';

/** Half a year of weekly reviews. */
const WEEKS = 26;
const WARN = 2;

/** A rule that had warned in the half year before business ended. */
interface Warning {
  readonly rule: string;
  /** The first of the weekly reviews on which it warned. */
  readonly since: Day;
}

/** Business that ended, and whether it could have been seen coming. */
export interface EndOfBusiness {
  readonly entry: Recorded<EntryOf<'lost' | 'drop'>>;
  /** The last day of it; later than the day they told us where their contract still ran. */
  readonly effective: Day;
  /** They left, and nobody knows why yet. */
  readonly unexplained: boolean;
  /** The earliest first; none of them: a blind spot. */
  readonly warnings: readonly Warning[];
  /** The first of the weekly reviews: whether something had warned before is not looked at. */
  readonly lookedFrom: Day;
  /** How many weekly reviews had something to look at; with none it could not have been seen. */
  readonly reviews: number;
}

/** The last end of business dated by `asOf`, as the 26 weekly reviews before saw it; undefined where there is none. */
export function lastEnd(
  relationship: Relationship,
  asOf: Day,
  medianOn: MedianOn,
): EndOfBusiness | undefined {
  const known = relationship.entries.filter(({ on }) => on <= asOf);
  const end = endsOf(known).at(-1);
  const entry = known.findLast(
    (each): each is EndOfBusiness['entry'] =>
      (each.type === 'lost' || each.type === 'drop') && each.on === end?.on,
  );
  if (entry === undefined) return undefined;
  const days = Array.from({ length: WEEKS }, (_, week) =>
    addDays(entry.on, -1 - WEEK * (WEEKS - 1 - week)),
  );
  const weeks = judgementsOn(relationship, days, medianOn).filter((week) => week !== null);
  const since = new Map<string, Day>();
  for (const { asOf: day, rules } of weeks) {
    for (const { rule, level } of rules)
      if ((level ?? 0) >= WARN && !since.has(rule.name)) since.set(rule.name, day);
  }
  return {
    entry,
    unexplained: entry.type === 'lost' && isUnexplained(entry),
    effective: entry.type === 'lost' ? effectiveDay(entry, known) : entry.on,
    warnings: Array.from(since, ([rule, day]) => ({ rule, since: day })),
    lookedFrom: addDays(entry.on, -1 - WEEK * (WEEKS - 1)),
    reviews: weeks.length,
  };
}
