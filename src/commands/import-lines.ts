import type {
  CustomerLine,
  PersonLine,
  SettingsLine,
  SortedLines,
} from '../import/sorted-lines.ts';
import type { Reading } from '../import/found.ts';
import { ownCopy } from '../import/own-copy.ts';
import { bareCompany } from '../import/same-company.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import { quoted } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { importEntries } from './import-entries.ts';
import { atLine, sameFields, tally, type Taken } from './import-taken.ts';
import { refuseUnknown } from './import-unknown.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';

export interface Imported {
  readonly customers: Taken;
  readonly people: Taken;
  readonly entries: Taken;
  readonly notices: readonly string[];
}

/**
 * Puts the lines into the journal, inside one change. What is there stays as it is, so that a file that is imported
 * again adds nothing. Throws RelError('usage') with the line's number where a line cannot be taken.
 */
export function importLines(
  store: Store,
  writer: Writer,
  lines: SortedLines,
  newCustomers: Reading['newCustomers'],
): Imported {
  const names = namesOf(store);
  const before = new Set(names.values());
  if (newCustomers === 'refuse') refuseUnknown(store, lines, names);
  // Cards first, whatever their place in the file: an entry may stand before the card of its customer.
  const cards = importCards(store, writer, lines.customers, names);
  const notices = importSettings(store, writer, lines.settings);
  const written = new Map<string, string>();
  let made = 0;
  const make = (name: string): string => {
    made += 1;
    return addName(writer, names, name);
  };
  const nameOf = (name: string): string => {
    const same = written.get(name);
    if (same !== undefined) return same;
    const own = ownCopy(name);
    const known = names.get(foldName(own)) ?? make(own);
    written.set(own, known);
    return known;
  };
  const people = importPeople(store, writer, lines.people, nameOf);
  const entries = importEntries(store, writer, lines, nameOf);
  const added = { ...cards, added: cards.added + made };
  const alike = added.added === 0 ? [] : alikeNames(names, before);
  return { customers: added, people, entries, notices: [...notices, ...alike] };
}

const ALIKE_TOLD = 8;

/**
 * New customers who may be here already, or twice in the file.
 * @param names those of customers by all that they are called, folded
 * @param before the customers who were here
 */
function alikeNames(
  names: ReadonlyMap<string, string>,
  before: ReadonlySet<string>,
): readonly string[] {
  const known = new Map<string, string>();
  const pairs: string[] = [];
  const isNew = (name: string): boolean => !before.has(name);
  for (const [called, name] of [...names].sort(
    ([, a], [, b]) => Number(isNew(a)) - Number(isNew(b)),
  )) {
    const bare = bareCompany(called);
    const other = known.get(bare);
    if (other === undefined) known.set(bare, name);
    else if (bare !== '' && other !== name && isNew(name))
      pairs.push(
        `${visible(name)} is new, and may be ${visible(other)}; if so: rel merge ${quoted(other)} ${quoted(name)}`,
      );
  }
  const more = pairs.length - ALIKE_TOLD;
  return more > 0
    ? [...pairs.slice(0, ALIKE_TOLD), `and ${more} more that may be here twice`]
    : pairs;
}

/** The customers' names as the journal writes them, by the folded form of them and of their aliases; names go first. */
function namesOf(store: Store): Map<string, string> {
  const cards = store.customers().map(({ card }) => card);
  const aliases = cards.flatMap(({ name, aliases: all = [] }) =>
    all.map((alias) => [foldName(alias), name] as const),
  );
  return new Map([...aliases, ...cards.map(({ name }) => [foldName(name), name] as const)]);
}

function addName(writer: Writer, names: Map<string, string>, name: string): string {
  const added = writer.addCustomer({ name }).card.name;
  names.set(foldName(name), added);
  return added;
}

function importCards(
  store: Store,
  writer: Writer,
  lines: readonly CustomerLine[],
  names: Map<string, string>,
): Taken {
  const taken = tally();
  for (const { customer, line } of lines) {
    // Who goes by another name since is not made again.
    const called = names.get(foldName(customer.name)) ?? customer.name;
    const known = store.customerByName(called)?.card;
    if (known !== undefined) {
      const given = writeCustomer({ ...customer, name: known.name });
      taken.kept(line, `the card of ${known.name}`, writeCustomer(known), given);
      continue;
    }
    names.set(foldName(customer.name), atLine(line, () => writer.addCustomer(customer)).card.name);
    taken.added += 1;
  }
  return taken.result();
}

function importSettings(
  store: Store,
  writer: Writer,
  lines: readonly SettingsLine[],
): readonly string[] {
  const [first, second] = lines;
  if (second !== undefined)
    throw new RelError(
      'usage',
      `line ${second.line}: settings for the second time`,
      'nothing was imported; leave one of the two',
    );
  if (first === undefined) return [];
  const known = writeSettings(store.settings());
  if (Object.keys(known).length === 1) {
    writer.putSettings(first.settings);
    return [];
  }
  return sameFields(known, writeSettings(first.settings))
    ? []
    : [`line ${first.line}: the settings differ from those here, which stay`];
}

function importPeople(
  store: Store,
  writer: Writer,
  lines: readonly PersonLine[],
  nameOf: (name: string) => string,
): Taken {
  const taken = tally();
  const key = (customer: string, name: string): string =>
    `${foldName(customer)}\n${foldName(name)}`;
  const known = new Map(
    store.people().map((person) => [key(person.customer, person.name), person]),
  );
  for (const { person: given, line } of lines) {
    const person = { ...given, customer: nameOf(given.customer) };
    const before = known.get(key(person.customer, person.name));
    if (before !== undefined) {
      taken.kept(
        line,
        `the card of ${before.name} at ${before.customer}`,
        writePerson(before),
        writePerson(person),
      );
      continue;
    }
    known.set(
      key(person.customer, person.name),
      atLine(line, () => writer.addPerson(person)),
    );
    taken.added += 1;
  }
  return taken.result();
}
