import type { Person } from '../journal/entry.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { type Brief, briefOf } from './brief.ts';
import { openPart, type Withheld } from './open-part.ts';
import type { SaidInPrivate } from './said-in-private.ts';
import { type Way, waysToReach } from './what-works.ts';

/** An account as its successor gets it. */
export interface Handover {
  /** Of the open part; the verdict is that of the whole, because private entries count. */
  readonly brief: Brief;
  readonly people: readonly Person[];
  readonly ways: readonly Way[];
  /** What was learned here, in the seller's own words. */
  readonly lessons: readonly string[];
  readonly withheld: Withheld;
}

export function handoverOf(
  review: CustomerReview,
  cards: readonly Person[],
  said: SaidInPrivate,
): Handover {
  const { people, relationship, withheld } = openPart(review.relationship, cards, said);
  const brief = briefOf({ ...review, relationship }, people);
  return {
    brief,
    people,
    withheld,
    ways: waysToReach(relationship.entries, review.judgement.asOf),
    lessons: relationship.entries.flatMap((entry) => (entry.type === 'lesson' ? [entry.text] : [])),
  };
}
