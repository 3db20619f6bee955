import { LineNumbers } from '../import/line-numbers.ts';
import type {
  CustomerLine,
  PersonLine,
  SettingsLine,
  SortedLines,
} from '../import/sorted-lines.ts';
import type { Reading } from '../import/found.ts';
import { foldName } from '../journal/fold-name.ts';
import { type NewEntryText, textOf } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import type { Json } from '../journal/fields.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import { refuseUnknown } from './import-unknown.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';

/** What became of the lines of one kind. */
interface Taken {
  readonly added: number;
  /** They were here before. */
  readonly already: number;
  /** Lines that differ from what is here under the same name or id, which stays. */
  readonly notices: readonly string[];
}

export interface Imported {
  readonly customers: Taken;
  readonly people: Taken;
  readonly entries: Taken;
  readonly notices: readonly string[];
}

type Fields = Readonly<Record<string, Json>>;

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
    const known = written.get(name) ?? names.get(foldName(name)) ?? make(name);
    written.set(name, known);
    return known;
  };
  const people = importPeople(store, writer, lines.people, nameOf);
  const entries = importEntries(store, writer, lines, nameOf);
  return { customers: { ...cards, added: cards.added + made }, people, entries, notices };
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
    const known = store.customerByName(customer.name)?.card;
    if (known !== undefined) {
      taken.kept(line, `the card of ${known.name}`, writeCustomer(known), writeCustomer(customer));
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

/**
 * More entries than these are kept once: a second copy of each makes the file twice as large and the import twice as
 * long. Of fewer, a few damaged pages would be a twentieth and more; the second copy is what they can be saved from.
 */
const MANY = 4_000;

function importEntries(
  store: Store,
  writer: Writer,
  { entries, entryCount }: SortedLines,
  nameOf: (name: string) => string,
): Taken {
  const kept = entryCount > MANY ? 'once' : 'twice';
  const taken = tally();
  const lineOf = new LineNumbers();
  /** The promise that is new, and whose followers come next. */
  let newest: string | undefined;
  for (const { line, follows, ...given } of entries) {
    if (follows !== undefined && follows !== newest && hasFollowed(store, follows, given)) {
      taken.already += 1;
      continue;
    }
    const entry = { ...given, customer: nameOf(given.customer) };
    const number = atLine(line, () => writer.addEntryText(entry, kept));
    if (number !== undefined) {
      lineOf.set(number, line);
      if (follows === undefined) newest = entry.id;
      taken.added += 1;
      continue;
    }
    const known = store.entryById(entry.id);
    if (known === undefined) throw new Error(`the entry ${entry.id} is known and cannot be found`);
    const first = lineOf.get(known.seq);
    if (first !== undefined) {
      throw new RelError(
        'usage',
        `line ${line}: the id ${JSON.stringify(entry.id)} was used in line ${first}`,
        'nothing was imported; give each entry an id of its own',
      );
    }
    lineOf.set(known.seq, line);
    taken.kept(line, `entry #${known.seq}`, textOf(known), entry);
  }
  const [broken] = [...writer.refProblems()].sort((a, b) => a.seq - b.seq);
  if (broken !== undefined) throw atLineError(lineOf.get(broken.seq) ?? 0, broken.message);
  return taken.result();
}

/** Whether something has become already of the promise that this entry tells more of, and that was here before. */
function hasFollowed(store: Store, promise: string, { id, type }: NewEntryText): boolean {
  // A date may have moved for other reasons than the one that such a line would give.
  return type === 'moved' || store.entriesReferringTo(promise).some((each) => each.id !== id);
}

function tally() {
  const notices: string[] = [];
  return {
    added: 0,
    already: 0,
    kept(line: number, what: string, here: Fields, given: Fields): void {
      this.already += 1;
      if (!sameFields(here, given))
        notices.push(`line ${line}: ${what} differs from the one here, which stays`);
    },
    result(): Taken {
      return { added: this.added, already: this.already, notices };
    },
  };
}

/** Alike but for the id, which rel may have made itself. */
function sameFields(here: Fields, given: Fields): boolean {
  const withoutId = (fields: Fields): string => JSON.stringify({ ...fields, id: undefined });
  return withoutId(here) === withoutId(given);
}

function atLine<T>(line: number, take: () => T): T {
  try {
    return take();
  } catch (error) {
    throw error instanceof RelError && error.kind === 'usage'
      ? atLineError(line, error.message)
      : error;
  }
}

const atLineError = (line: number, message: string): RelError =>
  new RelError(
    'usage',
    `line ${line}: ${message}`,
    'nothing was imported; mend the line and import again',
  );
