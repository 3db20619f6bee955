import { addDays, WEEK } from '../journal/days.ts';
import { until } from '../journal/order.ts';
import { capitalOf } from '../practice/capital.ts';
import { type Picture, pictureOf } from '../practice/picture.ts';
import type { Shares } from '../render/picture/bars.ts';
import type { ReviewedAlone } from '../verdict/review.ts';
import { weeksOf } from '../verdict/weeks.ts';

/** What is drawn of one customer, and their part of the whole. */
export interface Drawn {
  readonly picture: Picture;
  readonly shares: Shares;
}

/** Undefined where there is no past to be drawn: one entry, or a week. */
export function drawnOf(
  { medianOn, others, review }: ReviewedAlone,
  privately: boolean,
): Drawn | undefined {
  const { judgement, relationship, share } = review;
  const { asOf } = judgement;
  const [first, second] = until(relationship.entries, asOf);
  if (first === undefined || second === undefined || first.on > addDays(asOf, -WEEK))
    return undefined;
  const weeks = weeksOf(review, medianOn);
  return {
    picture: pictureOf(review, { weeks, privately }),
    shares: { time: capitalOf(relationship, others.minutes, asOf).timeShare, income: share },
  };
}
