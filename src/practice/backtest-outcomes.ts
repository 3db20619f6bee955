import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { type Standing, standingOf } from '../journal/stage.ts';
import { VERDICTS, type Verdict } from '../journal/vocabulary.ts';
import type { Range } from './backtest-score.ts';
import { endsOf, type Stretch } from './backtest-weeks.ts';

/** What became of one customer, as it stands at the end of the time looked at. */
export type Fate = 'lost' | 'dropped' | 'won back' | 'renewed' | 'still there';

export function fateOf({ entries }: Relationship, range: Range): Fate {
  const { stage }: Standing = standingOf(entries, range.until);
  if (stage === 'lost' || stage === 'dropped') return stage;
  if (endsOf(entries).some(({ how }) => how === 'lost')) return 'won back';
  return renewalsOf(entries, range).length > 0 ? 'renewed' : 'still there';
}

/**
 * The days on which a contract was renewed: its date passed and they stayed, or they bought again before it. Where a
 * newer renewal date was given in time, only that one counts.
 */
export function renewalsOf(entries: readonly Recorded[], { since, until }: Range): readonly Day[] {
  const ends = endsOf(entries);
  const dates = entries.filter((entry) => entry.type === 'renewal');
  return dates.flatMap(({ on, renewsOn, seq }): readonly Day[] => {
    const isBetween = (day: Day): boolean => day >= on && day <= renewsOn;
    if (dates.some((each) => each.seq > seq && isBetween(each.on))) return [];
    const end = ends.find((each) => isBetween(each.on))?.on ?? Infinity;
    const again = entries.find(
      (each) => each.type === 'won' && each.on > on && each.on <= renewsOn,
    );
    const renewed = again !== undefined && again.on < end ? again.on : renewsOn;
    return renewed < end && renewed >= since && renewed <= until ? [renewed] : [];
  });
}

/** How often each verdict stood at the last review before a renewal. */
export function verdictsBefore(
  days: readonly Day[],
  stretches: readonly Stretch[],
): Readonly<Record<Verdict, number>> {
  const weeks = stretches.flatMap((stretch) => stretch.weeks);
  const counts: Record<Verdict, number> = { KEEP: 0, FIX: 0, REBUILD: 0, DROP: 0 };
  for (const renewed of days) {
    const verdict = weeks.findLast(({ day }) => day < renewed)?.verdict;
    if (verdict !== undefined) counts[verdict] += 1;
  }
  return counts;
}

/** All counts of one kind added up, in the order of the verdicts. */
export const sumOfVerdicts = (
  counts: readonly Readonly<Record<Verdict, number>>[],
): readonly (readonly [Verdict, number])[] =>
  VERDICTS.map((verdict) => [verdict, counts.reduce((sum, each) => sum + each[verdict], 0)]);
