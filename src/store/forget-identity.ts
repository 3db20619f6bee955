import { foldName } from '../journal/fold-name.ts';
import type { Json } from '../journal/fields.ts';
import type { Connection } from './connection.ts';
import { allCustomers, customerByName } from './customer-rows.ts';
import { joinedWith } from './known-together.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { allPeople, personById } from './person-rows.ts';

/** Who shall be forgotten, by the id of the card. */
export interface Whom {
  readonly is: 'customer' | 'person';
  readonly id: string;
}

/** All that somebody is and was known by. */
export interface Identity {
  readonly is: Whom['is'];
  /** Of their card, and of earlier cards by the same name that were deleted, undone or merged. */
  readonly ids: ReadonlySet<string>;
  /** Of the customers that they are or were with; for a customer the same as `ids`. */
  readonly customers: ReadonlySet<string>;
  /** Folded; what somebody else is called now is left out. */
  readonly names: ReadonlySet<string>;
  /** Names, addresses and numbers to look for in the texts of others. */
  readonly texts: ReadonlySet<string>;
  /** Of cards that stand in the journal and are somebody else's. */
  readonly others: ReadonlySet<string>;
}

type Line = Readonly<Record<string, Json>>;

/** A customer or person with all that their card ever said. */
interface Card {
  readonly kind: 'customer' | 'person';
  readonly id: string;
  readonly stands: boolean;
  readonly customers: Set<string>;
  readonly lines: Line[];
}

/** From all that this journal says now and ever said. */
export function identityOf(connection: Connection, { is, id }: Whom): Identity {
  const others = is === 'customer' ? allCustomers(connection) : allPeople(connection);
  return identityIn(connection, {
    is,
    ids: new Set([id, ...joinedWith(connection, is, id)]),
    customers: is === 'customer' ? new Set() : customersOf(connection, id),
    names: new Set(),
    texts: new Set(),
    others: new Set(others.map((card) => card.id).filter((each) => each !== id)),
  });
}

/** The customer that a person is with, and those who were merged into it. */
function customersOf(connection: Connection, person: string): ReadonlySet<string> {
  const name = personById(connection, person)?.customer;
  const customer = name === undefined ? undefined : customerByName(connection, name);
  if (customer === undefined) return new Set();
  return identityOf(connection, { is: 'customer', id: customer.id }).ids;
}

/** Who was called so, and has no card any more: it was deleted, undone, or merged into another one. */
export function formerCustomer(connection: Connection, name: string): Whom | undefined {
  const called = cardsIn(connection).findLast(
    ({ kind, stands, lines }) =>
      kind === 'customer' &&
      !stands &&
      rawNames(lines).some((each) => foldName(each) === foldName(name)),
  );
  return called && { is: 'customer', id: called.id };
}

/** The same one in this copy of the journal, with what only that copy knows. */
export function identityIn(connection: Connection, begun: Identity): Identity {
  const cards = cardsIn(connection);
  const same = cards.filter(({ kind }) => kind === begun.is);
  const theirs = new Set(same.filter(({ id }) => begun.ids.has(id)));
  const customers = new Set(begun.customers);
  const names = new Set(begun.names);
  // Each earlier card may bring names of its own, and those an even earlier card.
  for (let before = -1; before < theirs.size;) {
    before = theirs.size;
    for (const card of theirs) for (const customer of card.customers) customers.add(customer);
    const held = heldByOthers(same, theirs, customers);
    const found = [...theirs].flatMap(({ lines }) => namesIn(lines));
    for (const name of found) if (!held.has(name)) names.add(name);
    for (const card of same) if (isEarlier(card, begun, names, customers)) theirs.add(card);
  }
  const ids = new Set([...begun.ids, ...[...theirs].map(({ id }) => id)]);
  const own = begun.is === 'customer' ? ids : customers;
  return {
    is: begun.is,
    ids,
    customers: own,
    names,
    texts: textsOf(cards, theirs, begun, own),
    others: begun.others,
  };
}

/** A card that does not stand in the journal any more, under one of their names. */
function isEarlier(
  card: Card,
  { is, others }: Identity,
  names: ReadonlySet<string>,
  customers: ReadonlySet<string>,
): boolean {
  if (others.has(card.id)) return false;
  if (is === 'person' && ![...card.customers].some((each) => customers.has(each))) return false;
  return card.lines.some(({ name }) => typeof name === 'string' && names.has(foldName(name)));
}

/** What others are called now; people only beside others of the same customer. */
function heldByOthers(
  cards: readonly Card[],
  theirs: ReadonlySet<Card>,
  customers: ReadonlySet<string>,
): ReadonlySet<string> {
  const others = cards.filter(
    (card) =>
      card.stands &&
      !theirs.has(card) &&
      (card.kind === 'customer' || [...card.customers].some((each) => customers.has(each))),
  );
  return new Set(others.flatMap(({ lines }) => namesIn(lines.slice(-1))));
}

/** Names and aliases, folded. */
const namesIn = (lines: readonly Line[]): readonly string[] => rawNames(lines).map(foldName);

const rawNames = (lines: readonly Line[]): readonly string[] =>
  lines
    .flatMap(({ name, aliases }) => [name, ...(Array.isArray(aliases) ? (aliases as Json[]) : [])])
    .filter((name) => typeof name === 'string');

/** What to look for elsewhere: their own names, their people's, and how all of these are reached. */
function textsOf(
  cards: readonly Card[],
  theirs: ReadonlySet<Card>,
  { is, texts }: Identity,
  customers: ReadonlySet<string>,
): ReadonlySet<string> {
  const people = is === 'person' ? [] : cards.filter((card) => isWith(card, customers));
  const about = [...theirs, ...people];
  const others = cards.filter((card) => card.stands && !about.includes(card));
  const held = new Set(others.flatMap(({ lines }) => namesIn(lines.slice(-1))));
  const found = about.flatMap(({ lines }) => [
    ...rawNames(lines).filter((name) => !held.has(foldName(name))),
    ...lines.flatMap(({ email, phone }) =>
      [email, phone].filter((each) => typeof each === 'string'),
    ),
  ]);
  return new Set([...texts, ...found]);
}

/** A person who is with the customer, or was to the end. */
const isWith = ({ kind, customers }: Card, ids: ReadonlySet<string>): boolean =>
  kind === 'person' && ids.has([...customers].at(-1) ?? '');

/** All cards there ever were, each with its last words last. */
function cardsIn(connection: Connection): readonly Card[] {
  const cards = new Map<string, Card>();
  const standing = new Map<string, string>();
  const customers = allCustomers(connection);
  const idOf = new Map(customers.map(({ id, card }) => [card.name, id]));
  for (const { id } of customers) standing.set(id, id);
  const people = allPeople(connection);
  for (const { id, customer } of people) standing.set(id, idOf.get(customer) ?? '');
  const cardOf = (kind: Card['kind'], id: string): Card => {
    const card = cards.get(`${kind} ${id}`) ?? {
      kind,
      id,
      stands: standing.has(id),
      customers: new Set<string>(),
      lines: [],
    };
    cards.set(`${kind} ${id}`, card);
    return card;
  };
  for (const operation of allOperations(connection)) {
    const { kind, subject, customer } = operation;
    if (kind !== 'customer' && kind !== 'person') continue;
    const card = cardOf(kind, subject);
    addLast(card.customers, customer ?? '');
    card.lines.push(...linesOf(operation));
  }
  for (const { id, card } of customers) {
    cardOf('customer', id).lines.push({ ...card });
    addLast(cardOf('customer', id).customers, id);
  }
  for (const person of people) {
    cardOf('person', person.id).lines.push({ ...person });
    addLast(cardOf('person', person.id).customers, idOf.get(person.customer) ?? '');
  }
  return [...cards.values()];
}

function addLast(customers: Set<string>, id: string): void {
  customers.delete(id);
  customers.add(id);
}

const linesOf = ({ before, after }: RecordedOperation): readonly Line[] =>
  [before, after].flatMap((line) => (line === null ? [] : [JSON.parse(line) as Line]));
