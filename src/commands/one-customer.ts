import type { Day } from '../journal/days.ts';
import type { Relationship } from '../journal/history.ts';
import type { World } from '../platform/world.ts';
import type { Unread } from '../verdict/book.ts';
import { type Others, othersOf } from '../verdict/others.ts';
import {
  type CustomerReview,
  type ReviewedAlone,
  reviewedAlone,
  reviewOf,
} from '../verdict/review.ts';
import { allRead, type OpenBook } from './book.ts';
import { countedAs } from './counting.ts';

/*
 * A command about one customer reads them in full, and of the others what they are measured by. Each of these is to be
 * called as long as the store is open, and so is what it returns.
 */

/** What a review says of one customer. */
export const reviewOfOne = (
  world: World,
  { accounts, settings }: OpenBook,
  name: string,
  asOf: Day,
): ReviewedAlone => reviewedAlone(watched(world, accounts), settings, name, asOf);

/** One customer, measured by nobody. */
export function relationshipAlone({ accounts, settings }: OpenBook, name: string): Relationship {
  const account = accounts.find(({ customer }) => customer.name === name)?.read();
  if (account === undefined) throw new Error(`${name} has no card`);
  return { ...account, settings, medianReturn: undefined };
}

/** What they are measured by. */
export const measuring = (world: World, book: OpenBook, name: string, asOf: Day): Others =>
  othersOf(watched(world, book.accounts), name, asOf);

/** The review of all, each of them read in full: for whoever tells of the others too. */
export function reviewOfAll(world: World, book: OpenBook, asOf: Day): readonly CustomerReview[] {
  const { accounts, settings } = allRead(book, countedAs(world, 'customers read'));
  return reviewOf(accounts, settings, asOf).customers;
}

/** Counted whenever they are gone through. */
const watched = (world: World, accounts: readonly Unread[]): Iterable<Unread> => ({
  [Symbol.iterator]: () => countedAs(world, 'customers measured')(accounts)[Symbol.iterator](),
});
