import type { EntryOf } from './entry.ts';
import { money } from './amount-words.ts';

/** A promise of which nothing was written down but its date. */
export const UNNAMED = 'a promise';

/** What was promised: `send the list`, `invoice R-12 over 1,200`. */
export function promiseText({ what, kind, number, amount }: EntryOf<'promise'>): string {
  const sum =
    amount === undefined ? '' : kind === 'payment' ? `over ${money(amount)}` : money(amount);
  const parts = [kind === 'payment' ? 'invoice' : '', number ?? '', what ?? '', sum];
  return parts.filter((part) => part !== '').join(' ') || UNNAMED;
}
