import type { Person, Recorded } from '../journal/entry.ts';
import type { Settings } from '../journal/settings.ts';
import { without } from '../journal/without.ts';
import type { Account } from '../verdict/book.ts';
import { covered, CUSTOMER, ENTRY, PERSON } from './mask-covers.ts';
import { letters, type MaskNames, maskNames } from './mask-names.ts';

interface Book {
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  readonly settings: Settings;
}

/** A book without a name, and what its customers are called in it. */
interface Masked<B extends Book> {
  readonly book: B;
  /** By their names. */
  readonly masks: ReadonlyMap<string, string>;
}

/**
 * The same book for the eyes of others: customers, people and providers have made-up names, and of what was typed freely
 * nothing is left but that it was there. Days, numbers and words of closed lists stay, so that every verdict is the same.
 * Customers are called by the order of the accounts: the same every time, as long as none is taken away.
 */
export function maskBook<B extends Book>(book: B): Masked<B> {
  const masks = new Map(
    book.accounts.map(({ customer }, index) => [customer.name, `Customer ${letters(index)}`]),
  );
  const names = maskNames(masks);
  const people = book.people.map((person) => covered(person, PERSON, names));
  const accounts = book.accounts.map((account) => maskedAccount(account, names));
  return { book: { ...book, accounts, people, settings: without(book.settings, 'me') }, masks };
}

function maskedAccount({ customer, entries, excerpt }: Account, names: MaskNames): Account {
  const masked = (some: readonly Recorded[]): readonly Recorded[] => {
    names.number(some);
    return some.map((entry) => covered(entry, ENTRY, names));
  };
  return {
    customer: covered(customer, CUSTOMER, names),
    entries: masked(entries),
    ...(excerpt !== undefined && {
      excerpt: { since: excerpt.since, whole: () => masked(excerpt.whole()) },
    }),
  };
}
