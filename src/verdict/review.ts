import { chronicleOf } from '../journal/chronicle.ts';
import { addDays, type Day, WEEK } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import { type Customer, type EntryOf, ofTypes, type Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { between, inOrder } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import { type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import { without } from '../journal/without.ts';
import { type Account, type Unread, unread } from './book.ts';
import { restsOnOlder } from './excerpt.ts';
import { besideMedian, keptSightOf } from './holding.ts';
import { type Judgement, judgeSeen, verdictSeen } from './judge.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type Others, othersOf } from './others.ts';
import type { MedianOn } from './track.ts';

/** What a review remembers of a customer whose entries it has let go of. */
export interface Remembered {
  readonly relationship: Pick<Relationship, 'customer'>;
  /** Without the rules: what these found is told from the entries. */
  readonly judgement: Omit<Judgement, 'rules'>;
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

/** What the review says of one customer, beside what it said before. */
export interface CustomerReview extends Remembered {
  readonly relationship: Relationship;
  readonly judgement: Judgement;
}

export interface Review {
  readonly asOf: Day;
  readonly against: Day;
  /** Worst first, changed before unchanged, value before small, then by name. */
  readonly customers: readonly CustomerReview[];
}

/** The days that a review looks at. */
export interface ReviewDays {
  readonly asOf: Day;
  /** The day compared with. */
  readonly against: Day;
}

/** Reviews every account that has an entry dated on or before `asOf`, or none at all. */
export function reviewOf(
  accounts: readonly Account[],
  settings: Settings,
  asOf: Day,
  against: Day = addDays(asOf, -WEEK),
): Review {
  const days = { asOf, against };
  const unreads = accounts.map(unread);
  const review = reviewing(settings, days, measuresOf(unreads, asOf, new Set([asOf, against])));
  return { ...days, customers: unreads.map(review).sort(byUrgency) };
}

/** The review of one customer, and those whom they are measured by. */
export interface ReviewedAlone {
  readonly review: CustomerReview;
  readonly others: Others;
  /** Of the book, they among it. */
  readonly medianOn: MedianOn;
  /** The reviews of all, the most valuable first; each customer is read in full when it is their turn. */
  readonly mostValuable: () => Iterable<CustomerReview>;
}

/** What a review of the whole book says of one customer, of whom alone all entries are read. */
export function reviewedAlone(
  accounts: Iterable<Unread>,
  settings: Settings,
  name: string,
  asOf: Day,
): ReviewedAlone {
  const account = [...accounts].find(({ customer }) => customer.name === name)?.read();
  if (account === undefined) throw new Error(`${name} has no card`);
  const others = othersOf(accounts, name, asOf);
  const medianOn = others.medianBeside(account.entries);
  const measures = { ...others, medianOn };
  const days = { asOf, against: addDays(asOf, -WEEK) };
  const reviewed = reviewing(settings, days, measures);
  const worthOf = ({ customer }: Unread) =>
    valueOf(customer, others.incomes.get(customer.name) ?? 0) ?? 0;
  return {
    review: reviewed(unread(account)),
    others,
    medianOn,
    mostValuable: () => inGroups(accounts, worthOf, reviewed),
  };
}

/** Of those worth the same, in the order of a review. */
function* inGroups(
  accounts: Iterable<Unread>,
  worthOf: (account: Unread) => number,
  reviewed: (account: Unread) => CustomerReview,
): Generator<CustomerReview> {
  const worths = Array.from(accounts, (account) => ({ account, worth: worthOf(account) }));
  for (const worth of [...new Set(worths.map((each) => each.worth))].sort((a, b) => b - a))
    yield* worths
      .flatMap((each) => (each.worth === worth ? [reviewed(each.account)] : []))
      .sort(byUrgency);
}

const valueOf = (customer: Customer, income: number): number | null =>
  customer.value ?? (income > 0 ? income : null);

/** The order in which their worth is looked at. */
export const byWorth = (customers: readonly CustomerReview[]): readonly CustomerReview[] =>
  [...customers].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));

/** Reads and reviews one customer after the other; only the review that is returned holds their entries. */
export function reviewing(
  settings: Settings,
  { asOf, against }: ReviewDays,
  measures: Measures,
): (account: Unread) => CustomerReview {
  const medianReturn = measures.medianOn(asOf);
  const medianBefore = measures.medianOn(against);
  const reviewed = (customer: Customer, entries: readonly Recorded[]): CustomerReview => {
    const relationship = { customer, settings, entries: inOrder(entries), medianReturn };
    const sight = keptSightOf(relationship);
    const judgement = judgeSeen(sight, asOf);
    const previous = known(relationship, against)
      ? verdictSeen(besideMedian(sight, relationship, medianBefore), against)
      : null;
    const { income } = effortOf(relationship.entries, asOf);
    return {
      relationship,
      judgement,
      previous,
      changed: previous !== null && previous !== judgement.verdict,
      value: valueOf(customer, income),
      share: measures.income > 0 ? income / measures.income : null,
      decision: standingDecision(relationship.entries, asOf),
    };
  };
  return ({ read }) => {
    const { customer, entries, excerpt } = read();
    const review = reviewed(customer, entries);
    return excerpt !== undefined &&
      restsOnOlder(review.judgement, review.relationship.entries, excerpt.since)
      ? reviewed(customer, excerpt.whole())
      : review;
  };
}

/** The same without the entries, and without what leads to them. */
export const remembered = (review: CustomerReview): Remembered => ({
  ...review,
  relationship: { customer: review.relationship.customer },
  judgement: without(review.judgement, 'rules'),
});

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

/** The order of a review. */
export function byUrgency(a: Remembered, b: Remembered): number {
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
