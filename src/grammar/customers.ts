import { isHeadWord } from './head-words.ts';
import { beginsWord, type Called, containsRun, isCalled, sayable, spell } from './names.ts';
import { suggestNames } from './suggest-names.ts';

/** All names a customer or a person of theirs can be called by. */
export interface NameBook {
  readonly customers: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly people: readonly { readonly name: string; readonly customer: string }[];
}

/** One customer, perhaps by way of one of their people. */
export interface Named {
  readonly customer: string;
  readonly person?: string;
}

export type Who =
  /** `taken`: how many of the words were the name; what follows them is what happened. */
  | (Named & { readonly is: 'one'; readonly taken: number })
  /** Two or more; one of `candidates` is meant, and the words do not say which. */
  | { readonly is: 'ambiguous'; readonly said: string; readonly candidates: readonly Named[] }
  /** Nobody. `suggestions` are full names that look like it, best first, never taken without being typed. */
  | { readonly is: 'unknown'; readonly said: string; readonly suggestions: readonly Named[] };

/** Names longer than this many words are given as one argument. */
const LONGEST_NAME = 8;

/**
 * Who is meant by the first words: the longest run of them that names exactly one customer.
 *
 * For one run, a full name or alias comes before a person's full name, and both before beginnings and parts of names.
 * Only a single word may be a beginning (`harl`); in a run of several every word is whole (`harlan supply` for Harlan
 * Supply Co), because the word after a name is mostly the first one of what happened. A run that names several stops
 * the search: a shorter one would be a guess.
 */
export function resolveCustomer(words: readonly string[], book: NameBook): Who {
  const option = words.findIndex((word) => word.startsWith('-'));
  const mayName = words.slice(0, Math.min(LONGEST_NAME, option < 0 ? words.length : option));
  const called = calledIn(book);
  for (let taken = mayName.length; taken > 0; taken -= 1) {
    const said = mayName.slice(0, taken).join(' ');
    const found = sayable(said) ? namedBy(said, called) : [];
    if (found.length > 1) return { is: 'ambiguous', said, candidates: found };
    if (found[0] !== undefined) return { is: 'one', ...found[0], taken };
  }
  return { is: 'unknown', said: mayName[0] ?? '', suggestions: suggestNames(mayName, called) };
}

/**
 * The people of one customer that a name, a part of it or its beginning means: none, one, or several.
 * For `with:dana`: one is who was meant, none is somebody new, several must be asked.
 */
export function peopleNamed(said: string, customer: string, book: NameBook): readonly string[] {
  if (!sayable(said)) return [];
  const theirs = book.people.filter((person) => isCalled(spell([person.customer]), customer));
  return peopleAmong(said, calledIn({ customers: [], people: theirs })).map(({ name }) => name);
}

type CalledPerson = Called<Named> & { readonly name: string };

function peopleAmong(said: string, people: readonly Called<Named>[]): readonly CalledPerson[] {
  const named = people.flatMap((each) =>
    each.named.person === undefined ? [] : [{ ...each, name: each.named.person }],
  );
  const whole = named.filter((each) => isCalled(each, said));
  if (whole.length > 0) return whole;
  return named.filter((each) => containsRun(each, said) || beginsWord(each, said));
}

/** Customers first, in the order of the book. */
function calledIn(book: NameBook): readonly Called<Named>[] {
  return [
    ...book.customers.map(({ name, aliases = [] }) => ({
      named: { customer: name },
      ...spell([name, ...aliases]),
    })),
    ...book.people.map(({ name, customer }) => ({
      named: { customer, person: name },
      ...spell([name]),
    })),
  ];
}

function namedBy(said: string, called: readonly Called<Named>[]): readonly Named[] {
  const exact = exactly(said, called);
  if (exact.length > 0) return distinct(exact);
  const at = said.lastIndexOf('@');
  if (at > 0) return personAt(said.slice(0, at), said.slice(at + 1), called);
  return distinct(called.filter((each) => isPartOf(each, said)).map(({ named }) => named));
}

/** A full name or alias, then a person's full name; each as written first, then without its accents. */
function exactly(said: string, called: readonly Called<Named>[]): readonly Named[] {
  for (const isPerson of [false, true]) {
    const asked = called.filter(({ named }) => (named.person !== undefined) === isPerson);
    const written = asked.filter((each) => isCalled(each, said, 'as written'));
    const hits = written.length > 0 ? written : asked.filter((each) => isCalled(each, said));
    if (hits.length > 0) return hits.map(({ named }) => named);
  }
  return [];
}

/** `dana@brazos`; a person who is not on the card is nobody yet. */
function personAt(
  person: string,
  customer: string,
  called: readonly Called<Named>[],
): readonly Named[] {
  if (!sayable(person) || !sayable(customer)) return [];
  const where = new Set(namedBy(customer, called).map((named) => named.customer));
  return [...where].flatMap((found) =>
    peopleAmong(
      person,
      called.filter(({ named }) => named.customer === found),
    ).map(({ named }) => named),
  );
}

function isPartOf(each: Called<Named>, said: string): boolean {
  const [first = '', ...others] = said.trim().split(/\s+/u);
  // A person is meant by a whole name only: of people one knows too many.
  if (each.named.person !== undefined) return containsRun(each, said);
  if (others.length === 0) return beginsWord(each, first);
  return !others.some(isHeadWord) && containsRun(each, said);
}

/** Where a customer is named by their own name, that one of their people is called alike adds nothing. */
function distinct(found: readonly Named[]): readonly Named[] {
  const own = new Set(
    found.filter(({ person }) => person === undefined).map(({ customer }) => customer),
  );
  return found.filter(({ customer, person }) => person === undefined || !own.has(customer));
}
