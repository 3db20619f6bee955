import { counted } from '../journal/counted.ts';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { wrapped } from './finding-text.ts';
import type { Page } from './page.ts';
import { type ReviewPage, VERDICT_ROLES, WORST_FIRST } from './review-page.ts';
import { weekSign } from './verdict-weeks.ts';

type Titled = Pick<ReviewPage, 'book' | 'review'>;

/** `Review of Fri 27 Jun 2025: 15 customers, 1 changed since Fri 20 Jun 2025`. */
export function titleLines({ book, review }: Titled, page: Page): readonly string[] {
  const day = `${spokenWeekday(review.asOf)} ${spokenDay(review.asOf)}`;
  const since = `${spokenWeekday(review.against)} ${spokenDay(review.against)}`;
  const title = `Review of ${day}: ${counted(book.customers, 'customer')}, ${changedWords(book)} since ${since}`;
  return wrapped(title, page.width).map((line) => page.paint('strong', line));
}

/** `1 changed`, `none changed`, or `8 new` where none could have. */
export function changedWords({ changed, customers, fresh }: ReviewPage['book']): string {
  if (fresh === customers && customers > 0) return `${fresh} new`;
  return `${changed === 0 ? 'none' : changed} changed`;
}

/** `3 DROP  2 REBUILD  6 FIX  4 KEEP`, each after the sign that stands for it in a row of weeks where that is wanted. */
export const verdictCounts = ({ book }: Titled, page: Page, signs: boolean): string =>
  WORST_FIRST.map((verdict) => {
    const sign = signs ? `${weekSign(verdict, page)} ` : '';
    return page.paint(VERDICT_ROLES[verdict], `${sign}${book.verdicts[verdict]} ${verdict}`);
  }).join('  ');
