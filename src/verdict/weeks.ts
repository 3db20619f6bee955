import { addDays, type Day, WEEK } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { CustomerReview } from './review.ts';
import { type MedianOn, verdictsOn } from './track.ts';

/** What a review of that day says; null where nothing was known yet. */
export interface Week {
  readonly asOf: Day;
  readonly verdict: Verdict | null;
}

/** Half a year. */
export const WEEKS = 26;

/** The first of so many weekly days of which `asOf` is the last. */
export const firstWeek = (asOf: Day, weeks = WEEKS): Day => addDays(asOf, (1 - weeks) * WEEK);

/** `end` and each week before it down to `first`, oldest first. */
export function weeklyDays(first: Day, end: Day): readonly Day[] {
  const count = Math.floor((end - first) / WEEK);
  return Array.from({ length: count + 1 }, (_, index) => addDays(end, (index - count) * WEEK));
}

/** The verdicts of so many weeks, the day of the review last. */
export function weeksOf(
  { relationship, judgement }: Pick<CustomerReview, 'relationship' | 'judgement'>,
  medianOn: MedianOn,
  weeks = WEEKS,
): readonly Week[] {
  const { asOf } = judgement;
  const days = weeklyDays(firstWeek(asOf, weeks), asOf);
  const verdicts = verdictsOn(relationship, days, medianOn);
  return days.map((day, index) => ({ asOf: day, verdict: verdicts[index] ?? null }));
}
