import type { Day } from '../journal/days.ts';
import { type Customer, foldName, type Person, type Recorded } from '../journal/entry.ts';
import type { JournalLine } from '../journal/line.ts';
import { byOrder } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { refuseHiddenSteps } from './hidden-rows.ts';
import {
  arrivalOf,
  firstVersion,
  lastVersion,
  numberOf,
  type Subject,
  subjectsBy,
  type Version,
} from './known-subjects.ts';
import { lineOfOperation } from './operation-line.ts';

/** A customer as the journal had them, with their entries in Order. */
interface KnownAccount {
  readonly customer: Customer;
  readonly entries: readonly Recorded[];
}

/** The journal as it had been entered by the end of a day; all in the order of recording. */
export interface KnownJournal {
  readonly settings: Settings;
  readonly accounts: readonly KnownAccount[];
  readonly people: readonly Person[];
}

/**
 * The journal as it had been entered by the end of `known`, from all that was ever done to it.
 *
 * An entry counts from the day of its `recordedAt`, where that is missing from its `on`: the day of
 * an import does not matter, nor for the cards and settings that came with it. What was changed
 * later counts from the day of that change. An import that was undone never brought anything, save
 * in between.
 */
export function knownJournal(connection: Connection, known: Day): KnownJournal {
  refuseHiddenSteps(connection);
  const subjects = subjectsBy(connection, known);
  const arrived = subjects.entry.filter(
    (entry) => (entry.last !== undefined || entry.stands) && arrivalOf(entry) <= known,
  );
  const came = companionsOf(arrived);
  const entries = arrived.flatMap((entry) => {
    const version = entry.last === undefined ? firstVersion(entry) : lastVersion(entry);
    return version === undefined ? [] : [{ version, seq: numberOf(entry) }];
  });
  const people = subjects.person.flatMap((each) => versionWith(each, came));
  const owners = new Set(
    [...entries.map(({ version }) => version), ...people].map(({ customer }) => customer),
  );
  const cards = knownCards(subjects.customer, owners);
  const own = new Map([...cards.keys()].map((id) => [id, [] as Recorded[]]));
  for (const { version, seq } of entries) {
    const { entry } = lineOf('entry', version);
    const { name } = cards.get(version.customer) ?? lost(version);
    own.get(version.customer)?.push({ ...entry, customer: name, seq });
  }
  const [settings] = subjects.settings.flatMap((each) => versionWith(each, came));
  return {
    settings: settings === undefined ? {} : lineOf('settings', settings).settings,
    accounts: [...cards].map(([id, customer]) => ({
      customer,
      entries: (own.get(id) ?? []).sort(byOrder),
    })),
    people: people.map((version) => {
      const { name } = cards.get(version.customer) ?? lost(version);
      return { ...lineOf('person', version).person, customer: name };
    }),
  };
}

/** What the entries that have arrived came together with: the same change, for the same customer. */
function companionsOf(entries: readonly Subject[]): (subject: Subject) => boolean {
  const key = (change: string, customer: string | null): string => `${change} ${customer ?? ''}`;
  const came = new Set(
    entries.flatMap(({ first: { change, customer } }) => [
      key(change.id, customer),
      key(change.id, null),
    ]),
  );
  return ({ first: { change, customer } }) => came.has(key(change.id, customer));
}

function versionWith(subject: Subject, came: (subject: Subject) => boolean): readonly Version[] {
  const version =
    subject.last === undefined && came(subject) ? firstVersion(subject) : lastVersion(subject);
  return version === undefined ? [] : [version];
}

/** The cards by id; where entries or people are known before their customer's card, its first version. */
function knownCards(
  customers: readonly Subject[],
  owners: ReadonlySet<string>,
): ReadonlyMap<string, Customer> {
  const cards = new Map<string, Customer>();
  const taken = new Set<string>();
  for (const customer of customers) {
    const id = customer.first.subject;
    const version = lastVersion(customer) ?? (owners.has(id) ? firstVersion(customer) : undefined);
    if (version === undefined) continue;
    const card = lineOf('customer', version).customer;
    const name = freeName(card.name, taken);
    taken.add(foldName(name));
    cards.set(id, { ...card, name });
  }
  return cards;
}

/** A card that is only known from later may be called as another one was then. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(foldName(free)); count += 1) free = `${name} (${count})`;
  return free;
}

function lineOf<Is extends JournalLine['is']>(
  is: Is,
  { line: text }: Version,
): Extract<JournalLine, { readonly is: Is }> {
  const line = lineOfOperation(text);
  if (line.is !== is) throw damaged(`an operation (${line.is} where ${is} belongs)`);
  return line as Extract<JournalLine, { readonly is: Is }>;
}

function lost({ customer }: Version): never {
  throw damaged(`the customer ${customer} is gone, although something refers to it`);
}
