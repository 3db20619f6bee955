import type { Day } from '../journal/days.ts';
import type { Customer, EntryType, Person, Recorded } from '../journal/entry.ts';
import { isOccasion } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import type { Account } from '../verdict/book.ts';
import { fold } from './fold.ts';

/** What is searched for, folded; several values of one filter mean any of them. */
interface Query {
  readonly words: readonly string[];
  readonly who: readonly string[];
  readonly kinds: readonly EntryType[];
  readonly signals: readonly string[];
  readonly about: readonly string[];
  readonly tags: readonly string[];
  readonly since: Day | undefined;
  readonly until: Day | undefined;
}

interface Found {
  /** Cards that the words name, in the order of the book. */
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  /** Newest first. */
  readonly entries: readonly Recorded[];
}

export function foundIn(
  accounts: readonly Account[],
  people: readonly Person[],
  query: Query,
): Found {
  const entries = accounts.flatMap(({ customer, entries: theirs }) => {
    const names = joined([customer.name, ...(customer.aliases ?? [])]);
    const peopleIn = peopleOf(theirs);
    return theirs.filter((entry) => fits(entry, { names, people: peopleIn(entry) }, query));
  });
  const filtered =
    query.kinds.length + query.signals.length + query.about.length + query.tags.length > 0 ||
    query.since !== undefined ||
    query.until !== undefined;
  return {
    entries: entries.sort((a, b) => byOrder(b, a)),
    customers: filtered
      ? []
      : accounts.map(({ customer }) => customer).filter((card) => namesCustomer(card, query)),
    people: filtered ? [] : people.filter((person) => namesPerson(person, query)),
  };
}

/** Folded, each on a line of its own so that no hit runs from one into the next. */
const joined = (texts: readonly string[]): string =>
  texts.map((text) => fold(text).text).join('\n');

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.includes(word));

/** Folded: whose entry it is, and who took part. */
interface Whose {
  readonly names: string;
  readonly people: string;
}

/**
 * Who took part in an entry. A promise names nobody itself: it was given by, or to, whom we met on that day; and what
 * became of it goes back to the same people.
 */
function peopleOf(entries: readonly Recorded[]): (entry: Recorded) => string {
  const met = new Map<number, readonly string[]>();
  for (const entry of entries) {
    const person = isOccasion(entry) ? entry.person : undefined;
    if (person !== undefined) met.set(entry.on, [...(met.get(entry.on) ?? []), person]);
  }
  const promises = new Map(
    entries.flatMap((entry) => (entry.type === 'promise' ? [[entry.id, entry] as const] : [])),
  );
  return (entry) => {
    if ('person' in entry) return joined([entry.person]);
    const ref = 'ref' in entry ? promises.get(entry.ref) : undefined;
    const promise = entry.type === 'promise' ? entry : ref;
    return promise === undefined ? '' : joined(met.get(promise.on) ?? []);
  };
}

function fits(entry: Recorded, { names, people }: Whose, query: Query): boolean {
  const { since, until, kinds, who } = query;
  if (since !== undefined && entry.on < since) return false;
  if (until !== undefined && entry.on > until) return false;
  if (kinds.length > 0 && !kinds.includes(entry.type)) return false;
  if (!marksFit(entry, query)) return false;
  if (who.length > 0 && !who.some((word) => people.includes(word) || names.includes(word)))
    return false;
  return hasAll(`${names}\n${people}\n${joined(textsOf(entry))}`, query.words);
}

function marksFit(entry: Recorded, { signals, about, tags }: Query): boolean {
  if (signals.length > 0 && !marksOf(entry).some((mark) => signals.includes(mark))) return false;
  if (about.length > 0) {
    const subjects = 'about' in entry ? (entry.about ?? []) : [];
    if (!subjects.some((subject) => about.includes(subject))) return false;
  }
  return tags.length === 0 || (entry.tags ?? []).some((tag) => tags.includes(fold(tag).text));
}

function marksOf(entry: Recorded): readonly string[] {
  const flags = isOccasion(entry)
    ? { rude: entry.rude, dealbreaker: entry.dealbreaker, discount: entry.conceded }
    : {};
  const set = Object.entries({ ...flags, private: entry.private });
  return [...(entry.signals ?? []), ...set.flatMap(([mark, is]) => (is === true ? [mark] : []))];
}

/** Every field that holds words of the seller or of theirs. */
const TEXT_FIELDS = ['note', 'what', 'number', 'words', 'reason', 'text', 'answer'];

function textsOf(entry: Recorded): readonly string[] {
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  const texts = TEXT_FIELDS.map((field) => fields[field]);
  const lists = entry.type === 'notice' ? (entry.conditions ?? []) : [];
  return [...texts, ...lists, ...(entry.tags ?? [])].filter((text) => typeof text === 'string');
}

function namesCustomer(card: Customer, { words, who }: Query): boolean {
  const names = joined([card.name, ...(card.aliases ?? [])]);
  if (who.length > 0 && !who.some((word) => names.includes(word))) return false;
  const needs = [...(card.needs ?? []), card.standard ?? '', card.inheritedFrom ?? ''];
  return words.length > 0 && hasAll(`${names}\n${joined(needs)}`, words);
}

function namesPerson(person: Person, { words, who }: Query): boolean {
  const { name, role, email, phone, win } = person;
  const own = joined([name, role ?? '', email ?? '', phone ?? '', win ?? '']);
  if (who.length > 0 && !who.some((word) => fold(name).text.includes(word))) return false;
  // The customer's name alone would list everybody who works there.
  const named = `${own}\n${fold(person.customer).text}`;
  return words.some((word) => own.includes(word)) && hasAll(named, words);
}
