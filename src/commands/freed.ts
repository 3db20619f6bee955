import type { World } from '../platform/world.ts';
import { freedHours } from '../practice/freed-hours.ts';
import { freedWords } from '../render/freed-text.ts';
import type { OpenBook } from './book.ts';
import { reviewOfOne } from './one-customer.ts';

/** What walking away frees and costs, and whom it could serve. */
export function freedIn(world: World, book: OpenBook, customer: string): readonly string[] {
  const { mostValuable, review } = reviewOfOne(world, book, customer, world.clock.today());
  return freedWords(freedHours(review, mostValuable()));
}
