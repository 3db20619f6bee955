import { addDays, type Day } from '../../../src/journal/days.ts';
import { effortOf } from './plain-effort.ts';
import type { EntryOf, Recorded } from '../../../src/journal/entry.ts';
import type { Relationship } from './plain-history.ts';
import { until } from './plain-order.ts';
import type { Settings } from '../../../src/journal/settings.ts';
import { type Verdict, VERDICTS } from '../../../src/journal/vocabulary.ts';
import { type Account, bookOf } from './plain-book.ts';
import { type Judgement, judge } from './plain-judge.ts';

/** What the review says of one customer, beside what it said before. */
interface CustomerReview {
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
  readonly decision: Recorded<EntryOf<'decision'>> | null;
}

export interface Review {
  readonly asOf: Day;
  readonly against: Day;
  /** Worst first, changed before unchanged, value before small, then by name. */
  readonly customers: readonly CustomerReview[];
}

const WEEK = 7;

/** Reviews every account that has an entry dated on or before `asOf`, or none at all. */
export function reviewOf(
  accounts: readonly Account[],
  settings: Settings,
  asOf: Day,
  against: Day = addDays(asOf, -WEEK),
): Review {
  const book = bookOf(accounts, settings, asOf);
  const before = bookOf(accounts, settings, against);
  const incomes = book.map(({ entries }) => effortOf(until(entries, asOf), asOf).income);
  const total = incomes.reduce((sum, income) => sum + income, 0);
  const customers = book.map((relationship, index): CustomerReview => {
    const judgement = judge(relationship, asOf);
    const previous = previousVerdict(before[index], against);
    const income = incomes[index] ?? 0;
    return {
      relationship,
      judgement,
      previous,
      changed: previous !== null && previous !== judgement.verdict,
      value: relationship.customer.value ?? (income > 0 ? income : null),
      share: total > 0 ? income / total : null,
      decision: standingDecision(relationship, asOf),
    };
  });
  return { asOf, against, customers: customers.sort(byUrgency) };
}

function previousVerdict(relationship: Relationship | undefined, against: Day): Verdict | null {
  if (relationship === undefined || until(relationship.entries, against).length === 0) return null;
  return judge(relationship, against).verdict;
}

function standingDecision({ entries }: Relationship, asOf: Day): CustomerReview['decision'] {
  const last = until(entries, asOf).findLast((entry) => entry.type === 'decision');
  return last === undefined || (last.until !== undefined && last.until < asOf) ? null : last;
}

const severity = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

function byUrgency(a: CustomerReview, b: CustomerReview): number {
  return (
    severity(b.judgement.verdict) - severity(a.judgement.verdict) ||
    Number(b.changed) - Number(a.changed) ||
    (b.value ?? 0) - (a.value ?? 0) ||
    compareNames(a.relationship.customer.name, b.relationship.customer.name)
  );
}

/** By code unit, because a locale would sort the same book differently elsewhere. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
