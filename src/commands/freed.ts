import type { Day } from '../journal/days.ts';
import { freedHours } from '../practice/freed-hours.ts';
import { freedWords } from '../render/freed-text.ts';
import { reviewOf } from '../verdict/review.ts';
import type { Book } from './book.ts';

/** What walking away frees and costs, and whom it could serve. */
export function freedIn(
  { accounts, settings }: Book,
  customer: string,
  today: Day,
): readonly string[] {
  const { customers } = reviewOf(accounts, settings, today);
  const review = customers.find(({ relationship }) => relationship.customer.name === customer);
  return review === undefined ? [] : freedWords(freedHours(review, customers));
}
