import type { CustomerReview } from '../verdict/review.ts';
import type { Page } from './page.ts';
import type { RemarksOf } from './remark-text.ts';
import { blockOfOne } from './review-block.ts';
import { headlinesOf } from './review-headline.ts';
import { FULL } from './review-text.ts';

/** One customer by itself, in full: headline, findings, what was decided, the next step. */
export function customerBlock(
  review: CustomerReview,
  currency: string | undefined,
  remarksOf: RemarksOf,
  page: Page,
): string {
  const headlines = headlinesOf({ customers: [review], currency, weeksOf: undefined }, page);
  const titles = headlines.titles('').filter((line) => line.trim() !== '');
  const lines = blockOfOne(review, headlines, remarksOf(review), page)(FULL);
  return [...titles.map((line) => line.trimEnd()), ...lines, ''].join('\n');
}
