import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type NameBook, resolveCustomer, soughtBy } from '../../src/grammar/customers.ts';
import { foldAccents } from '../../src/grammar/likeness.ts';
import { readingNames, type Sought } from '../../src/store/name-rows.ts';
import { FixedClock, tempFolder } from './temp-journal.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const CUSTOMERS = [
  { name: 'Harlan Supply', aliases: ['hs', 'Größe 5'] },
  { name: 'José Brothers' },
  { name: 'Jose Brothers Inc' },
  { name: "O'Brien-Smith Ltd.", aliases: ['say "hi"', 'back\\slash'] },
  { name: 'Straße 3 GmbH' },
  { name: 'Мир и Ко' },
  { name: '株式会社' },
  { name: '🚀' },
];
const PEOPLE = [
  { name: 'Dana Núñez', customer: 'Harlan Supply' },
  { name: 'Łukasz Dąb', customer: 'Мир и Ко' },
  { name: 'Ray', customer: 'José Brothers' },
  { name: 'Bob Harlan', customer: '🚀' },
];
const ALL: NameBook = { customers: CUSTOMERS, people: PEOPLE };
const NAMES = [
  ...CUSTOMERS.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  ...PEOPLE.map(({ name }) => name),
];

function journal(): string {
  const path = `${tempFolder()}/journal.db`;
  const store = openStore(path, { clock: new FixedClock(), create: true });
  store.change('stage', (writer) => {
    for (const card of CUSTOMERS) writer.addCustomer(card);
    for (const person of PEOPLE) writer.addPerson(person);
  });
  store.close();
  return path;
}

/** Pieces of names as thumbs type them, and what is no name at all. */
const said = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.nat(6),
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom('', '@Harlan', ' call', '@"'),
  )
  .map(([name, from, length, more]) => name.slice(from, from + length) + more);
const typed = fc.oneof(
  said,
  said.map(foldAccents),
  said.map((text) => text.toUpperCase()),
  fc.string(),
);

/** Whoever has these texts in a name, as where names alone do not tell who is meant. */
const allNamed = (store: Store, sought: Sought) =>
  store.accountsMeant({ whole: '', sought, meant: () => undefined });

test('a few names, looked up, mean the same as all of them', () => {
  const store = openStore(journal(), { clock: new FixedClock(), create: false, readonly: true });
  // In quotes, several words are one argument.
  const lookedUp = fc.property(typed, fc.nat(3), (text, quoted) => {
    const all = text.split(' ');
    const words = quoted > 1 ? [all.slice(0, quoted).join(' '), ...all.slice(quoted)] : all;
    const sought = soughtBy(words);
    fc.pre(sought !== undefined);
    const { customers, people } = allNamed(store, sought);
    const few = { customers: customers.map(({ card }) => card), people, whole: () => ALL };
    expect(resolveCustomer(words, few)).toEqual(resolveCustomer(words, ALL));
  });
  try {
    fc.assert(lookedUp, { numRuns: 300 });
    expect(allNamed(store, [['ray']]).customers).toHaveLength(5);
    const named = (...texts: readonly string[]) =>
      allNamed(store, [texts]).customers.map(({ card }) => card.name);
    expect(named("o'brien", 'ltd')).toContain("O'Brien-Smith Ltd.");
    expect(named("o'brien", 'supply')).not.toContain("O'Brien-Smith Ltd.");
  } finally {
    store.close();
  }
});

test('of the names that go on like this, none is missing', () => {
  const path = journal();
  const offered = fc.property(typed, (text) => {
    const begun = foldAccents(text);
    const { customers, people } = readingNames(path, ({ holding }) => holding([[` ${begun}`]]));
    const found = [
      ...customers.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
      ...people.map(({ name }) => name),
    ];
    const wanted = NAMES.filter((name) => ` ${foldAccents(name)}`.includes(` ${begun}`));
    expect(found).toEqual(expect.arrayContaining(wanted));
  });
  fc.assert(offered, { numRuns: 60 });
  expect(readingNames(path, ({ peopleOf }) => peopleOf('harlan SUPPLY'))).toEqual(['Dana Núñez']);
});
