import { addDays, WEEK } from '../journal/days.ts';
import { until } from '../journal/order.ts';
import { capitalOf } from '../practice/capital.ts';
import { type Picture, pictureOf } from '../practice/picture.ts';
import type { Shares } from '../render/picture/bars.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { mediansOf } from '../verdict/track.ts';
import { weeksOf } from '../verdict/weeks.ts';

/** What is drawn of one customer, and their part of the whole. */
export interface Drawn {
  readonly picture: Picture;
  readonly shares: Shares;
}

/** Undefined where there is no past to be drawn: one entry, or a week. @param customers the whole book */
export function drawnOf(
  review: CustomerReview,
  customers: readonly CustomerReview[],
  privately: boolean,
): Drawn | undefined {
  const { judgement, relationship, share } = review;
  const { asOf } = judgement;
  const [first, ...others] = until(relationship.entries, asOf);
  if (first === undefined || others.length === 0 || first.on > addDays(asOf, -WEEK))
    return undefined;
  const relationships = customers.map((each) => each.relationship);
  return {
    picture: pictureOf(review, { weeks: weeksOf(review, mediansOf(relationships)), privately }),
    shares: { time: capitalOf(relationship, relationships, asOf).timeShare, income: share },
  };
}
