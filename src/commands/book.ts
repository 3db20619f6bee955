import { type Named, type NameBook, resolveCustomer } from '../grammar/customers.ts';
import type { Day } from '../journal/days.ts';
import type { Customer, Person, Recorded } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import type { Settings } from '../journal/settings.ts';
import type { World } from '../platform/world.ts';
import type { Store } from '../store/store.ts';
import type { Watch } from '../store/verify.ts';
import { type Account, type Unread, unread } from '../verdict/book.ts';
import { countedAs } from './counting.ts';
import { readingFrom } from './opening.ts';

/** The whole journal as the verdict reads it. */
export interface Book {
  readonly settings: Settings;
  readonly accounts: readonly Account[];
  readonly people: readonly Person[];
  /** What customers were called later than the book knows, by id: whoever types the new name means them. */
  readonly calledNow?: ReadonlyMap<string, string>;
}

/** The same, with customers who are read one by one, as long as the store is open. */
export interface OpenBook extends Omit<Book, 'accounts'> {
  readonly accounts: readonly Unread[];
  /** The entry with this number, whosever it is. */
  readonly numbered: (seq: number) => Recorded | undefined;
}

export const opened = (book: Book): OpenBook => ({
  ...book,
  accounts: book.accounts.map(unread),
  numbered: (number) =>
    book.accounts.flatMap(({ entries }) => entries).find(({ seq }) => seq === number),
});

export const allRead = (book: OpenBook, watch: Watch = (accounts) => accounts): Book => ({
  ...book,
  accounts: Array.from(watch(book.accounts), ({ read }) => read()),
});

const EMPTY: Book = { settings: {}, accounts: [], people: [] };

/** Reads the journal, and lets whoever waits at a terminal see how far that is. @param known as for `readBook` */
export const bookIn = (world: World, db: string | undefined, known?: Day): Book =>
  readingFrom(world, db, (store) => readBook(store, known, countedAs(world, 'customers read')));

/** The same with nothing read yet: each customer is read as long as `look` runs, and where it asks for them. */
export const lookingInto = <T>(
  world: World,
  db: string | undefined,
  look: (book: OpenBook) => T,
  known?: Day,
): T => readingFrom(world, db, (store) => look(openBook(store, known)));

/** @param known the journal as it had been entered by the end of that day; all of it where it is left out */
export const readBook = (store: Store | undefined, known?: Day, watch?: Watch): Book =>
  allRead(openBook(store, known), watch);

/** The same, as far as that is possible, with nothing read yet. */
export function openBook(store: Store | undefined, known?: Day): OpenBook {
  if (store === undefined) return opened(EMPTY);
  if (known === undefined) return openBookOf(store, (key) => ({ entries: store.entriesOf(key) }));
  store.refuseHiddenRows();
  const calledNow = store.customers().map(({ id, card }) => [id, card.name] as const);
  return { ...opened(store.known(known)), calledNow: new Map(calledNow) };
}

/** @param read what is read of a customer, by their key */
export function openBookOf(
  store: Store,
  read: (key: number) => Omit<Account, 'customer'>,
): OpenBook {
  store.refuseHiddenRows();
  return {
    settings: store.settings(),
    people: store.people(),
    numbered: (seq) => store.entryByNumber(seq),
    accounts: store.customers().map((stored) => {
      const { key, card: customer } = stored;
      return {
        customer,
        dealings: (since) => store.dealingsOf(key, since),
        ofTypes: (types) => store.entriesOfTypes(stored, types),
        read: () => ({ customer, ...read(key) }),
      };
    }),
  };
}

export function namesIn({ accounts, people, calledNow }: OpenBook | Book): NameBook {
  const customers = accounts.map(({ customer }) => customer);
  if (calledNow === undefined) return { customers, people };
  const taken = new Set(
    customers.flatMap(({ name, aliases = [] }) => [name, ...aliases]).map(foldName),
  );
  return {
    people,
    customers: customers.map((card) => {
      const now = calledNow.get(card.id ?? '');
      if (now === undefined || taken.has(foldName(now))) return card;
      return { ...card, aliases: [...(card.aliases ?? []), now] };
    }),
  };
}

/** All entries of a customer; none where nobody is called so. */
export const entriesIn = ({ accounts }: OpenBook, name: string): readonly Recorded[] =>
  accounts.find(({ customer }) => customer.name === name)?.read().entries ?? [];

/** The customers that the words name, one after the other: `harlan brazos rentals` names two. */
export function customersNamed(words: readonly string[], names: NameBook): readonly string[] {
  const found: string[] = [];
  for (let rest = words; rest.length > 0;) {
    const { customer, taken } = oneCustomer(rest, names);
    found.push(customer);
    rest = rest.slice(taken);
  }
  return found;
}

/** The one customer the first words name, and how many words that took. Throws RelError('usage') for none or several. */
export function oneCustomer(
  words: readonly string[],
  names: NameBook,
): Named & { readonly taken: number } {
  const who = resolveCustomer(words, names);
  if (who.is === 'one') return who;
  if (who.is === 'ambiguous') {
    throw new RelError(
      'usage',
      `“${who.said}” may be ${who.candidates.map(saidOf).join(', or ')}`,
      'type more of the name; nothing was written',
    );
  }
  const near = who.suggestions.map(saidOf);
  throw new RelError(
    'usage',
    `no customer or person is called “${who.said}”`,
    near.length > 0
      ? `did you mean ${near.join(', or ')}? Nothing was written`
      : 'rel list shows them all; --new with rel log makes one',
  );
}

const saidOf = ({ customer, person }: Named): string =>
  person === undefined ? customer : `${person}@${customer}`;

/** Throws RelError('usage') where a customer is called so already, by name or alias: a name must name one. */
export function refuseTaken(customers: readonly Customer[], name: string, hint: string): void {
  const known = customers.find((card) =>
    [card.name, ...(card.aliases ?? [])].some((each) => foldName(each) === foldName(name)),
  );
  if (known === undefined) return;
  const called = foldName(known.name) === foldName(name) ? '' : `: ${known.name}`;
  throw new RelError('usage', `there already is a customer called ${name}${called}`, hint);
}
