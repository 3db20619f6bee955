import {
  type Customer,
  type Entry,
  isOccasion,
  isTouch,
  type Person,
  type Recorded,
} from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import type { Relationship } from '../journal/history.ts';
import { without } from '../journal/without.ts';
import { BILLED } from './ledger.ts';
import { type SaidInPrivate, winsIn } from './said-in-private.ts';

/** How much stays with whoever hands over, because it is private. */
export interface Withheld {
  readonly entries: number;
  readonly promises: number;
  readonly needs: number;
  readonly wins: number;
}

/** The part of an account that somebody else may read. */
export interface OpenPart {
  readonly relationship: Relationship;
  readonly people: readonly Person[];
  readonly withheld: Withheld;
}

/** The seller's own state and intentions, which are no part of an account. */
const OWN: ReadonlySet<Entry['type']> = new Set(['mood', 'intent', 'read']);

/** The account without anything private: entries, what refers to them, what came on the cards by them, and all feelings. */
export function openPart(
  relationship: Relationship,
  people: readonly Person[],
  said: SaidInPrivate,
): OpenPart {
  const hidden = hiddenIn(relationship.entries);
  const { customer, entries } = relationship;
  const open = entries.filter(({ id, type }) => !hidden.has(id) && !OWN.has(type));
  const cards = openCards({ customer, people }, said);
  return {
    relationship: {
      ...relationship,
      customer: cards.customer,
      entries: open.map(withoutFeeling).map(withoutOrder),
    },
    people: openPeople(cards.people, entries),
    withheld: {
      entries: entries.filter(({ id, type }) => hidden.has(id) && type !== 'promise').length,
      promises: entries.filter(({ id, type }) => hidden.has(id) && type === 'promise').length,
      needs: (customer.needs ?? []).length - (cards.customer.needs ?? []).length,
      wins: people.filter(({ win }, index) => cards.people[index]?.win !== win).length,
    },
  };
}

/** The card of a customer, and those of their people. */
export interface Cards {
  readonly customer: Customer;
  readonly people: readonly Person[];
}

/** The cards without what came on them in private. */
export const openCards = ({ customer, people }: Cards, said: SaidInPrivate): Cards => ({
  customer: withNeeds(
    customer,
    (customer.needs ?? []).filter((need) => !said.needs.has(need)),
  ),
  people: people.map((person) => withoutWin(person, said)),
});

/** Of a card with more than these, somebody wrote it; one with no more comes of the first entry that named them. */
const BARE: ReadonlySet<string> = new Set(['id', 'customer', 'name']);

/** Those without whom only private entries name, and of whom there is nothing but that name. */
export function openPeople(
  people: readonly Person[],
  entries: readonly Recorded[],
): readonly Person[] {
  const named = entries
    .filter(isOccasion)
    .map(({ person = '', private: isPrivate }) => ({ name: foldName(person), isPrivate }));
  return people.filter((person) => {
    const own = named.filter(({ name }) => name === foldName(person.name));
    const isBare = Object.keys(person).every((field) => BARE.has(field));
    return !isBare || own.length === 0 || own.some(({ isPrivate }) => isPrivate !== true);
  });
}

/** The ids of what is private: so marked, given in the same breath, or about something private. */
function hiddenIn(entries: readonly Recorded[]): ReadonlySet<string> {
  const breaths = new Set(
    entries.flatMap((entry) =>
      isTouch(entry) && entry.private === true ? (entry.recordedAt ?? []) : [],
    ),
  );
  const isHidden = (entry: Recorded): boolean =>
    entry.private === true ||
    (entry.type === 'promise' && entry.recordedAt !== undefined && breaths.has(entry.recordedAt));
  const hidden = new Set(entries.filter(isHidden).map(({ id }) => id));
  for (const entry of entries)
    if ('ref' in entry && hidden.has(entry.ref ?? '')) hidden.add(entry.id);
  return hidden;
}

function withoutFeeling(entry: Recorded): Recorded {
  if (!('feel' in entry)) return entry;
  // Spreading a union forgets which member it was.
  return without(entry, 'feel') as Recorded;
}

/** The order that counts a payment stays behind: with the link to it, the payment would never be income. */
function withoutOrder(entry: Recorded): Recorded {
  if (entry.type !== 'promise' || entry.source?.importer !== BILLED) return entry;
  return without(entry, 'source');
}

const withNeeds = (customer: Customer, needs: readonly string[]): Customer =>
  needs.length === 0 ? without(customer, 'needs') : { ...customer, needs };

function withoutWin({ win, ...person }: Person, said: SaidInPrivate): Person {
  if (win === undefined) return person;
  const open = winsIn(win).filter((each) => !said.wins.has(each));
  return open.length === 0 ? person : { ...person, win: open.join('; ') };
}
