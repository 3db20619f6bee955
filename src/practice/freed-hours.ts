import { effortOf } from '../journal/effort.ts';
import { historyOf, lately } from '../journal/history.ts';
import cadence from '../rules/cadence.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { isTouch } from '../journal/entry.ts';

const QUARTER_DAYS = 91;
const MOST_NAMES = 3;
/** A prospect who has heard nothing for so long is waiting. */
const WAITING_DAYS = 14;

/** Somebody whom the hours could go to. */
export interface Waiting {
  readonly customer: string;
  /** A customer who is left alone, or a prospect who waits. */
  readonly is: 'customer' | 'prospect';
  /** Since the last touch, as the rule `cadence` counts it for customers. */
  readonly days: number;
}

/** What walking away from one customer would free, and cost. */
export interface FreedHours {
  /** Of the last quarter. */
  readonly minutes: number;
  readonly days: number;
  /** Their part of the income of a year, 0 to 1; null where there was none. */
  readonly share: number | null;
  /** At most three, customers before prospects, in each the most valuable first. */
  readonly waiting: readonly Waiting[];
}

/** @param customers the review of the whole book, the most valuable first; no more of them are asked for than it takes */
export function freedHours(
  review: CustomerReview,
  customers: Iterable<CustomerReview>,
): FreedHours {
  const { judgement, relationship, share } = review;
  const { asOf } = judgement;
  const { minutes } = effortOf(lately(relationship.entries, asOf, QUARTER_DAYS), asOf);
  return { minutes, days: QUARTER_DAYS, share, waiting: waitingBeside(review, customers) };
}

/** Who is left waiting meanwhile, as above. */
export function waitingBeside(
  { relationship }: CustomerReview,
  customers: Iterable<CustomerReview>,
): readonly Waiting[] {
  const alone: Waiting[] = [];
  const prospects: Waiting[] = [];
  for (const each of customers) {
    if (each.relationship.customer.name === relationship.customer.name) continue;
    alone.push(...leftAlone(each));
    prospects.push(...kept(each));
    if (alone.length === MOST_NAMES) break;
  }
  return [...alone, ...prospects].slice(0, MOST_NAMES);
}

const ONGOING: ReadonlySet<string> = new Set(['active', 'probation', 'rebuilding']);

/** Left alone, and not on the way out themselves. */
function leftAlone({ judgement, relationship }: CustomerReview): readonly Waiting[] {
  const { rules, standing, verdict } = judgement;
  const found = rules.find(({ rule }) => rule.name === cadence.name);
  const days = found?.outcome.numbers['days'];
  if (verdict === 'DROP' || !ONGOING.has(standing.stage)) return [];
  if (days === undefined || (found?.level ?? 0) === 0) return [];
  return [{ customer: relationship.customer.name, is: 'customer', days }];
}

/** A prospect worth having who is kept waiting. */
function kept({ judgement, relationship }: CustomerReview): readonly Waiting[] {
  const { asOf, standing, verdict } = judgement;
  if (standing.stage !== 'prospect' || verdict === 'DROP') return [];
  const last = historyOf(relationship, asOf).ever.entries.findLast(isTouch);
  if (last === undefined || asOf - last.on < WAITING_DAYS) return [];
  return [{ customer: relationship.customer.name, is: 'prospect', days: asOf - last.on }];
}
