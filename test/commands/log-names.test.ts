import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lineOf, namesFor } from '../../src/commands/log-line.ts';
import { type NameBook, resolveCustomer } from '../../src/grammar/customers.ts';
import { foldName } from '../../src/journal/fold-name.ts';
import type { Store } from '../../src/store/store.ts';
import { open, tempFolder } from '../store/temp-journal.ts';

/** Few words, so that names are alike, begin alike, and are short names of each other. */
const word = fc.constantFrom(
  ...[
    'ann',
    'Ann',
    'Änn',
    'bo',
    'Bo',
    'Größe',
    'grosse',
    '7',
    '77',
    'call',
    'at',
    "o'b",
    'x"y',
    '한',
  ],
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const books = fc
  .record({
    customers: fc.uniqueArray(fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 9,
      selector: (each) => foldName(each.name),
    }),
    people: fc.array(fc.tuple(name, fc.nat()), { maxLength: 6 }),
  })
  .map(({ customers, people }): NameBook => {
    const theirs = people.map(([person, at]) => ({
      name: person,
      customer: customers[at % customers.length]?.name ?? '',
    }));
    const each = theirs.map(
      (person) => [foldName(`${person.name}@${person.customer}`), person] as const,
    );
    return { customers, people: [...new Map(each).values()] };
  });
/** Names as one argument or as several, with accents in one piece or two, in capitals; and words that go on from there. */
const typed = fc
  .tuple(
    fc.oneof(
      name,
      name.map((text) => text.normalize('NFD')),
      name.map((text) => text.toUpperCase()),
    ),
    fc.boolean(),
    fc.array(fc.oneof(word, fc.constantFrom('', 'a@bo', 'call', '--', '…')), { maxLength: 3 }),
  )
  .map(([text, quoted, more]) => [...(quoted ? [text] : text.split(' ')), ...more]);

function journalOf(book: NameBook): Store {
  const store = open(`${tempFolder()}/journal.db`);
  store.change('stage', (writer) => {
    for (const card of book.customers) writer.addCustomer(card);
    for (const person of book.people) writer.addPerson(person);
  });
  return store;
}

const lookedUp = (store: Store, words: readonly string[]) =>
  namesFor(store, { ...lineOf('touch', words), words });

test('whoever a line means is the same whether all cards are read or few', () => {
  const sameBook = fc.property(
    books,
    fc.array(typed, { minLength: 20, maxLength: 20 }),
    (book, lines) => {
      const store = journalOf(book);
      for (const words of lines) {
        const meant = resolveCustomer(words, lookedUp(store, words));
        expect([words, meant]).toEqual([words, resolveCustomer(words, book)]);
      }
      store.close();
    },
  );
  fc.assert(sameBook, { numRuns: 30 });
});

test('a name, its beginning and a short name each read one card of those that are alike', () => {
  const customers = Array.from({ length: 30 }, (_, index) => ({
    name: `Customer ${index + 1}`,
    ...(index === 6 ? { aliases: ['seven'] } : {}),
  }));
  const store = journalOf({ customers, people: [{ name: 'Customer 9', customer: 'Customer 20' }] });
  const read = (...words: string[]) => lookedUp(store, words).stored.map(({ card }) => card.name);
  expect(read('Customer 2', 'call')).toEqual(['Customer 2']);
  expect(read('customer', '2', 'call', 'about', '20')).toEqual(['Customer 2']);
  expect(read('Seven', 'call')).toEqual(['Customer 7']);
  expect(read('customer 30')).toEqual(['Customer 30']);
  expect(read('customer 9')).toEqual(['Customer 9']);
  // Several are meant: whom to ask for stands on their cards.
  expect(read('customer')).toHaveLength(30);
});
