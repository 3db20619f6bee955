import type { Verdict } from '../journal/vocabulary.ts';
import type { Remembered, ReviewDays } from '../verdict/review.ts';
import type { WholeBook } from '../verdict/whole-book.ts';
import { thousands } from '../journal/amount-words.ts';
import { type Page, type Role, sign } from './page.ts';
import { cut, visible } from './visible.ts';

/** What is on the page of a review, in whatever form it is printed. @typeParam One what the form needs of a customer */
export interface ReviewPage<One extends Remembered = Remembered> {
  readonly review: ReviewDays;
  readonly book: WholeBook;
  /** The reviews to be printed, out of all. */
  readonly customers: readonly One[];
  /** The KEEP ones that were asked for and are left out. */
  readonly hidden: readonly One[];
  /** Asked for by name: each is told in full. */
  readonly named: boolean;
  readonly currency: string | undefined;
}

export const VERDICT_ROLES = {
  KEEP: 'good',
  FIX: 'warn',
  REBUILD: 'warn',
  DROP: 'bad',
} as const satisfies Record<Verdict, Role>;

/** In the order shown. */
export const WORST_FIRST = ['DROP', 'REBUILD', 'FIX', 'KEEP'] as const satisfies readonly Verdict[];

/** What stands behind the name: what changed, how sure it is, and what the seller decided. */
export function marksOf({ changed, decision, judgement, previous }: Remembered): readonly string[] {
  return [
    ...(previous === null ? ['new'] : changed ? [`was ${previous}`] : []),
    ...(judgement.tooEarly ? ['too early to tell'] : []),
    ...(judgement.worsening ? ['getting worse'] : []),
    ...(decision === null ? [] : [`you say ${decision.verdict}`]),
  ];
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `14,500 EUR`. */
export const amountIn = (amount: number, currency: string | undefined): string =>
  currency === undefined ? thousands(amount) : `${thousands(amount)} ${visible(currency)}`;

/** A longer one would push the columns off the page. */
const CURRENCY_WIDTH = 8;

/** `EUR a year`, above what customers are worth. */
export const valueTitle = (currency: string | undefined, page: Page): string =>
  `${cut(visible(currency ?? ''), CURRENCY_WIDTH, sign(page).ellipsis)} a year`.trim();
