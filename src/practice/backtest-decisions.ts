import type { EntryOf, Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { standingOf } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { severity } from '../verdict/review.ts';
import { judgementsOn, type MedianOn } from '../verdict/track.ts';
import { type Range, RIGHT_WITHIN_DAYS } from './backtest-score.ts';
import { type End, endsOf } from './backtest-weeks.ts';

/** The seller decided otherwise than the review, and what came of it. */
export interface Disagreement {
  readonly entry: Recorded<EntryOf<'decision'>>;
  readonly said: Verdict;
  /** Null where it cannot be told yet. */
  readonly came: End['how'] | 'still there' | null;
  /** Whom that bears out; null where it shows nothing, as a drop of one's own does. */
  readonly right: 'you' | 'rel' | null;
}

/** The decisions that differ from what the review said on their day, while there was something to lose. */
export function disagreementsOf(
  relationship: Relationship,
  range: Range,
  medianOn: MedianOn,
): readonly Disagreement[] {
  const { entries } = relationship;
  const ends = endsOf(entries);
  return entries.flatMap((entry): readonly Disagreement[] => {
    if (entry.type !== 'decision' || entry.on < range.since) return [];
    const { stage } = standingOf(until(entries, entry.on), entry.on);
    if (stage === 'lost' || stage === 'dropped') return [];
    const said = entry.computed ?? judgementsOn(relationship, [entry.on], medianOn)[0]?.verdict;
    if (said === undefined || said === entry.verdict) return [];
    const came = cameAfter(entry.on, ends, range);
    const right = borneOut(entry.verdict, said, came);
    return [{ entry, said, came, right }];
  });
}

/** FIX foretells no loss, so that staying speaks against REBUILD and DROP only. */
function borneOut(
  yours: Verdict,
  said: Verdict,
  came: Disagreement['came'],
): Disagreement['right'] {
  const isYoursSterner = severity(yours) > severity(said);
  const sterner = isYoursSterner ? yours : said;
  if (came === 'lost') return isYoursSterner ? 'you' : 'rel';
  if (came !== 'still there' || severity(sterner) < severity('REBUILD')) return null;
  return isYoursSterner ? 'rel' : 'you';
}

function cameAfter(on: number, ends: readonly End[], range: Range): Disagreement['came'] {
  const end = ends.find((each) => each.on > on && each.on - on <= RIGHT_WITHIN_DAYS);
  if (end !== undefined) return end.how;
  return range.until - on < RIGHT_WITHIN_DAYS ? null : 'still there';
}
