import { addDays, type Day } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { CustomerReview } from './review.ts';
import { judgementsOn, type MedianOn } from './track.ts';

/** What a review of that day says; null where nothing was known yet. */
export interface Week {
  readonly asOf: Day;
  readonly verdict: Verdict | null;
}

/** Half a year. */
const WEEKS = 26;
const DAYS = 7;

/** The first of the days that `weeksOf` looks at. */
export const firstWeek = (asOf: Day): Day => addDays(asOf, (1 - WEEKS) * DAYS);

/** The verdicts of the last half year, week by week, the day of the review last. */
export function weeksOf(
  { relationship, judgement }: Pick<CustomerReview, 'relationship' | 'judgement'>,
  medianOn: MedianOn,
): readonly Week[] {
  const { asOf } = judgement;
  const days = Array.from({ length: WEEKS }, (_, index) =>
    addDays(asOf, (index + 1 - WEEKS) * DAYS),
  );
  const judgements = judgementsOn(relationship, days, medianOn);
  return days.map((day, index) => ({ asOf: day, verdict: judgements[index]?.verdict ?? null }));
}
