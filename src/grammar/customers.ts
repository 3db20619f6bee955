import { foldName } from '../journal/fold-name.ts';
import { isHeadWord } from './head-words.ts';
import { foldAccents } from './likeness.ts';
import { beginsWord, containsRun, sayable, spell, type Spelling, wordsIn } from './names.ts';
import { suggestNames } from './suggest-names.ts';

/** All names a customer or a person of theirs can be called by. */
export interface NameBook {
  readonly customers: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly people: readonly { readonly name: string; readonly customer: string }[];
  /** All names, where these are only those that may be meant; asked where nobody is. */
  readonly whole?: () => NameBook;
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
  const mayName = mayNameIn(words);
  const called = calledIn(book, partsOf(mayName));
  for (let taken = mayName.length; taken > 0; taken -= 1) {
    const said = mayName.slice(0, taken).join(' ');
    // A name of signs alone, such as an emoji, is meant where it is typed whole.
    const found = sayable(said) ? namedBy(said, called) : distinct(exactly(spell(said), called));
    if (found.length > 1) return { is: 'ambiguous', said, candidates: found };
    if (found[0] !== undefined) return { is: 'one', ...found[0], taken };
  }
  return {
    is: 'unknown',
    said: mayName[0] ?? '',
    suggestions: suggestNames(mayName, book.whole?.() ?? book),
  };
}

/**
 * What a name must have in it to be meant by these first words: one of these lists, each text of it; undefined where that
 * cannot be told.
 */
export const soughtBy = (words: readonly string[]): readonly (readonly string[])[] | undefined =>
  partsOf(mayNameIn(words));

/** All that may be a name in these first words, as one; whose name it is, is meant before anybody else. */
export const longestName = (words: readonly string[]): string => mayNameIn(words).join(' ');

function mayNameIn(words: readonly string[]): readonly string[] {
  const option = words.findIndex((word) => word.startsWith('-'));
  return words.slice(0, Math.min(LONGEST_NAME, option < 0 ? words.length : option));
}

/**
 * The people of one customer that a name, a part of it or its beginning means: none, one, or several.
 * For `with:dana`: one is who was meant, none is somebody new, several must be asked.
 */
export function peopleNamed(said: string, customer: string, book: NameBook): readonly string[] {
  if (!sayable(said)) return [];
  const folded = foldName(customer);
  const theirs = book.people.filter((person) => foldName(person.customer) === folded);
  return peopleAmong(said, calledIn({ customers: [], people: theirs }, undefined)).map(
    ({ name }) => name,
  );
}

/** A name of the book, or an alias, with whom it names. */
interface Called extends Spelling {
  readonly named: Named;
  readonly isAlias?: boolean;
}

/** More than these are asked for in no one statement of SQL. */
const MOST_PARTS = 50;

/** What a name must have in it to be meant by any of the runs, so that the others need no closer look. */
function partsOf([first = '', ...others]: readonly string[]): ReturnType<typeof soughtBy> {
  if (!sayable(first)) return undefined;
  const name = foldAccents([first, ...others].join(' '));
  const parts = wordsIn(name);
  if (parts.length > MOST_PARTS) return undefined;
  // Of a person and a customer one each; else every run has the first argument in it, which may be several words.
  if (name.includes('@')) return parts.map((part) => [part]);
  return [parts.slice(0, wordsIn(foldAccents(first)).length)];
}

/** The names of the book with these parts in them, customers first. */
function calledIn(book: NameBook, sought: ReturnType<typeof soughtBy>): readonly Called[] {
  const called: Called[] = [];
  const add = (name: string, named: Named, isAlias = false) => {
    const spelled = spell(name);
    if (sought?.some((parts) => hasIn(spelled, parts)) === false) return;
    called.push({ named, isAlias, ...spelled });
  };
  for (const { name, aliases = [] } of book.customers) {
    add(name, { customer: name });
    for (const alias of aliases) add(alias, { customer: name }, true);
  }
  for (const { name, customer } of book.people) add(name, { customer, person: name });
  return called;
}

/** Quickly seen; a closer look costs many times as much, and a book can hold thousands. */
const hasIn = ({ plain }: Spelling, parts: readonly string[]): boolean =>
  parts.every((part) => plain.includes(part));

function namedBy(said: string, called: readonly Called[]): readonly Named[] {
  const asked = spell(said);
  const exact = exactly(asked, called);
  if (exact.length > 0) return distinct(exact);
  const at = said.lastIndexOf('@');
  if (at > 0) return personAt(said.slice(0, at), said.slice(at + 1), called);
  const words = wordsIn(asked.plain);
  return distinct(called.filter((each) => hasIn(each, words) && isPartOf(each, asked)));
}

/** A full name or alias, then a person's full name; each as written first, then without its accents. */
function exactly(asked: Spelling, called: readonly Called[]): readonly Called[] {
  const plain = called.filter((each) => each.plain === asked.plain);
  const own = plain.filter(({ named }) => named.person === undefined);
  const hits = own.length > 0 ? own : plain;
  const written = hits.filter((each) => each.written === asked.written);
  return written.length > 0 ? written : hits;
}

/** `dana@brazos`; a person who is not on the card is nobody yet. */
function personAt(person: string, customer: string, called: readonly Called[]): readonly Named[] {
  if (!sayable(person) || !sayable(customer)) return [];
  const where = new Set(namedBy(customer, called).map((named) => named.customer));
  return [...where].flatMap((found) => {
    const theirs = called.filter(({ named }) => named.customer === found);
    return peopleAmong(person, theirs).map(({ named }) => named);
  });
}

type CalledPerson = Called & { readonly name: string };

function peopleAmong(said: string, called: readonly Called[]): readonly CalledPerson[] {
  const asked = spell(said);
  const people = called.flatMap((each) =>
    each.named.person === undefined ? [] : [{ ...each, name: each.named.person }],
  );
  const written = people.filter((each) => each.written === asked.written);
  if (written.length > 0) return written;
  const whole = people.filter((each) => each.plain === asked.plain);
  if (whole.length > 0) return whole;
  const parts = people.filter((each) => containsRun(each, asked));
  return parts.length > 0 ? parts : people.filter((each) => beginsWord(each, asked));
}

function isPartOf(each: Called, asked: Spelling): boolean {
  if (each.isAlias === true) return false;
  // A person is meant by a whole name only: of people one knows too many.
  if (each.named.person !== undefined) return containsRun(each, asked);
  const [, ...others] = asked.plain.split(' ');
  if (others.length === 0) return beginsWord(each, asked);
  return !others.some(isHeadWord) && containsRun(each, asked);
}

/** Each once; where a customer is named by their own name, that one of their people is called alike adds nothing. */
function distinct(found: readonly Called[]): readonly Named[] {
  const own = new Set(
    found.filter(({ named }) => named.person === undefined).map(({ named }) => named.customer),
  );
  const people = found.filter(
    ({ named }) => named.person !== undefined && !own.has(named.customer),
  );
  return [...[...own].map((customer) => ({ customer })), ...people.map(({ named }) => named)];
}
