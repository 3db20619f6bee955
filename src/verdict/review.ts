import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day, WEEK } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import { type EntryOf, ofTypes, type Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { between, inOrder } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import { type Account, bookOf, medianOn } from './book.ts';
import { restsOnOlder } from './excerpt.ts';
import { besideMedian, keptSightOf } from './holding.ts';
import { type Judgement, judgeSeen, verdictSeen } from './judge.ts';

/** What the review says of one customer, beside what it said before. */
export interface CustomerReview {
  readonly relationship: Relationship;
  readonly judgement: Judgement;
  /** The verdict on the day compared with; null where nothing was known of them then. */
  readonly previous: Verdict | null;
  readonly changed: boolean;
  /** What the card says they are worth in a year, else the income of the last year; null where neither is known. */
  readonly value: number | null;
  /** Their part of all income of the last year, 0 to 1; null where there was none. */
  readonly share: number | null;
  /** The seller's own decision that stands on the review date. */
  readonly decision: Decision | null;
}

export interface Review {
  readonly asOf: Day;
  readonly against: Day;
  /** Worst first, changed before unchanged, value before small, then by name. */
  readonly customers: readonly CustomerReview[];
}

/** Reviews every account that has an entry dated on or before `asOf`, or none at all. */
export function reviewOf(
  accounts: readonly Account[],
  settings: Settings,
  asOf: Day,
  against: Day = addDays(asOf, -WEEK),
): Review {
  const book = bookOf(accounts, settings, asOf);
  const medianBefore = medianOn(book, against);
  const incomes = book.map(({ entries }) => effortOf(entries, asOf).income);
  const total = incomes.reduce((sum, income) => sum + income, 0);
  const reviewed = (relationship: Relationship, index: number): CustomerReview => {
    const sight = keptSightOf(relationship);
    const judgement = judgeSeen(sight, asOf);
    const previous = known(relationship, against)
      ? verdictSeen(besideMedian(sight, relationship, medianBefore), against)
      : null;
    const income = incomes[index] ?? 0;
    return {
      relationship,
      judgement,
      previous,
      changed: previous !== null && previous !== judgement.verdict,
      value: relationship.customer.value ?? (income > 0 ? income : null),
      share: total > 0 ? income / total : null,
      decision: standingDecision(relationship.entries, asOf),
    };
  };
  const customers = book.map((relationship, index) => {
    const review = reviewed(relationship, index);
    const excerpt = accounts[index]?.excerpt;
    return excerpt !== undefined &&
      restsOnOlder(review.judgement, relationship.entries, excerpt.since)
      ? reviewed({ ...relationship, entries: inOrder(excerpt.whole()) }, index)
      : review;
  });
  return { asOf, against, customers: customers.sort(byUrgency) };
}

/** Something had happened by that day. */
function known({ entries: [first] }: Relationship, day: Day): boolean {
  return first !== undefined && first.on <= day;
}

type Decision = Recorded<EntryOf<'decision'>>;
const isDecision = ofTypes('decision');

/** The seller's own decision that stands on that day. @param entries in Order */
export function standingDecision(
  entries: readonly Recorded[],
  asOf: Day,
): CustomerReview['decision'] {
  const last = between(chronicleOf(entries).shelf(isDecision), undefined, asOf).at(-1);
  return last === undefined || (last.until !== undefined && last.until < asOf) ? null : last;
}

export const severity = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

function byUrgency(a: CustomerReview, b: CustomerReview): number {
  return (
    severity(b.judgement.verdict) - severity(a.judgement.verdict) ||
    Number(b.changed) - Number(a.changed) ||
    (b.value ?? 0) - (a.value ?? 0) ||
    compareNames(a.relationship.customer.name, b.relationship.customer.name)
  );
}

/** By code unit, because a locale would sort the same book differently elsewhere. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
