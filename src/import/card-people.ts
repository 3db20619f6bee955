import type { Customer, Person } from '../journal/entry.ts';
import { foundAs } from './clean.ts';
import { type Correspondents, correspondentsOf } from './correspondents.ts';
import type { Found } from './found.ts';
import type { AddressCard } from './vcards.ts';

/** What is wanted of an address book. */
export interface CardWishes {
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  /** Companies that are no customers yet become customers; so does who has no company. */
  readonly newCustomers: boolean;
  /** The customer whose people they all are. */
  readonly customer?: string | undefined;
}

/** Companies that are no customers, by their names as written, with how many cards name them. */
export type UnknownCompanies = ReadonlyMap<string, number>;

interface Taken {
  readonly found: readonly Found[];
  readonly unknown: UnknownCompanies;
}

const MOST_KEPT = 5;

const joined = (all: readonly string[]): string => all.slice(0, MOST_KEPT).join(', ');

/** The people of an address book and their companies, as the journal takes them; the order of the cards says nothing. */
export function peopleOfCards(cards: readonly AddressCard[], wishes: CardWishes): Taken {
  const customers = customersOf(cards, wishes);
  const unknown = new Map<string, number>();
  const made = new Set(wishes.customers.map(({ name }) => name));
  const found = cards.flatMap((card): Found[] => {
    const { line, name, company } = card;
    if (card.is === 'group') return [{ is: 'left', line, why: 'a group' }];
    const customer = customers.get(card);
    if (customer === undefined) {
      if (company !== undefined) unknown.set(company, (unknown.get(company) ?? 0) + 1);
      return [{ is: 'left', line, why: whyNone(card) }];
    }
    const cardOf = made.has(customer) ? [] : [foundAs(customerOf(card, customer), line)];
    made.add(customer);
    const isPerson = card.is === 'person' && name !== undefined;
    return isPerson ? [...cardOf, foundAs(personOf(card, name, customer), line)] : cardOf;
  });
  return { found, unknown };
}

const whyNone = ({ name, company }: AddressCard): string => {
  if (company !== undefined) return 'their company is no customer';
  return name === undefined ? 'without a name' : 'without a company';
};

/**
 * By the name of the company, else by whose mail address they have, or by their own name. Whoever is recognised may make others known in
 * turn: it is done until nobody is left who could be, so that a second import finds nobody new.
 */
function customersOf(
  cards: readonly AddressCard[],
  { customers, people, newCustomers, customer }: CardWishes,
): ReadonlyMap<AddressCard, string> {
  if (customer !== undefined) return new Map(cards.map((card) => [card, customer]));
  const book = correspondentsOf(customers, people);
  const recognised = new Map<AddressCard, string>();
  for (const card of cards) {
    const { company } = card;
    if (company === undefined) continue;
    const known = book.customerCalled(company) ?? (newCustomers ? company : undefined);
    if (known !== undefined) recognised.set(card, known);
  }
  for (const card of cards) {
    // Whoever is all there is of a customer has no company to be known by.
    if (card.company !== undefined || card.name === undefined) continue;
    const known = byAddresses(card, book) ?? book.customerCalled(card.name);
    if (known !== undefined) recognised.set(card, known);
  }
  for (let before = -1; before < recognised.size;) {
    before = recognised.size;
    const theirs = correspondentsOf(customers, [...people, ...peopleIn(recognised)]);
    for (const card of cards) {
      const known = card.company === undefined ? byAddresses(card, theirs) : undefined;
      if (known !== undefined && !recognised.has(card)) recognised.set(card, known);
    }
  }
  for (const card of cards) {
    if (!newCustomers || card.name === undefined || recognised.has(card)) continue;
    recognised.set(card, card.name);
  }
  return recognised;
}

const peopleIn = (recognised: ReadonlyMap<AddressCard, string>): readonly Person[] =>
  [...recognised].flatMap(([{ name, emails, is }, customer]) =>
    name === undefined || is !== 'person' ? [] : [{ customer, name, email: emails.join(', ') }],
  );

function byAddresses({ emails }: AddressCard, known: Correspondents): string | undefined {
  for (const email of emails) {
    const theirs = known.byAddress(email)?.customer;
    if (theirs !== undefined) return theirs;
  }
  return undefined;
}

/** Who has no company is all there is of it. */
const customerOf = ({ company }: AddressCard, name: string) => ({
  type: 'customer',
  name,
  ...(company === undefined ? { solo: true } : {}),
});

function personOf(
  { role, emails, phones }: AddressCard,
  name: string,
  customer: string,
): Readonly<Record<string, unknown>> {
  const [email, phone] = [joined(emails), joined(phones)];
  return {
    type: 'person',
    customer,
    name,
    ...(role === undefined ? {} : { role }),
    ...(email === '' ? {} : { email }),
    ...(phone === '' ? {} : { phone }),
  };
}
