import type { Customer, EntryType, Person } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { type EntryText, textOf } from '../journal/entry-text.ts';
import type { Settings } from '../journal/settings.ts';
import type { StoredCustomer } from './customer-rows.ts';
import { lineOfOperation } from './operation-line.ts';
import type { StoredPerson } from './person-rows.ts';
import type { Finds, ListedEntry } from './salvage-find.ts';
import type { KeptLog, KeptOperation } from './salvage-log.ts';
import { savedText } from './saved-text.ts';

interface SavedPerson {
  readonly key: number;
  readonly customer: number;
  readonly person: StoredPerson;
}

interface SavedEntry {
  /** The key of its customer. */
  readonly customer: number;
  readonly text: EntryText;
}

/** What the new journal will hold. */
export interface Chosen {
  readonly settings: Settings | undefined;
  readonly customers: readonly StoredCustomer[];
  readonly people: readonly SavedPerson[];
  readonly entries: readonly SavedEntry[];
  /** Numbers of entries whose row was lost, and which the record of changes still had. */
  readonly fromLog: readonly number[];
  /** That were there and cannot be saved, as far as an index still tells. */
  readonly lost: readonly ListedEntry[];
  /** Numbers of entries that may have been deleted, or not: what came after they were written is lost. */
  readonly doubtful: readonly number[];
  /** Numbers of entries that refer to a lost one, and mean nothing without it. */
  readonly without: readonly number[];
}

/**
 * A row that is what was written says how things are. Where it is lost, the record of changes has the line a second
 * time; it counts where an index still knows the row, or where nothing of the record is missing afterwards. Else it may
 * have been deleted, and nothing that the user deleted may come back.
 */
export function choose(finds: Finds, log: KeptLog): Chosen {
  const customers = chooseCustomers(finds, log);
  const own = new Map(customers.map(({ id, key }) => [id, key]));
  const keyOf: KeyOf = (id) => own.get(id ?? '') ?? own.get(log.idOf('customer', id ?? ''));
  const names = new Map(customers.map(({ key, card }) => [key, card.name]));
  const rows = savedEntries(finds, names);
  const doubtful: number[] = [];
  const fromLog = lostSubjects(log, 'entry', (seq) => rows.has(seq)).flatMap((operation) => {
    const seq = operation.number ?? 0;
    if (!isStanding(operation, log, finds)) {
      doubtful.push(seq);
      return [];
    }
    return entryFrom(operation, keyOf, names);
  });
  const all = [...rows.values(), ...fromLog].sort((a, b) => a.text.seq - b.text.seq);
  const { entries, without } = withTargets(all);
  const saved = new Set(entries.map(({ text }) => text.seq));
  const known = new Set([...saved, ...doubtful, ...without]);
  return {
    settings: chooseSettings(finds, log),
    customers,
    people: choosePeople(finds, log, keyOf, names),
    entries,
    fromLog: fromLog.map(({ text }) => text.seq).filter((seq) => saved.has(seq)),
    lost: [...finds.listed.values()]
      .filter(({ seq }) => !known.has(seq))
      .sort((a, b) => a.seq - b.seq),
    doubtful,
    without,
  };
}

/** The key of a customer by an id that it has or had. */
type KeyOf = (id: string | null) => number | undefined;

/** The last known operations of subjects that have no row, and that no operation took away. */
const lostSubjects = (
  log: KeptLog,
  kind: KeptOperation['kind'],
  hasRow: (number: number) => boolean,
): readonly KeptOperation[] =>
  [...log.last.values()].filter(
    (each) => each.kind === kind && each.after !== null && !hasRow(each.number ?? 0),
  );

const isStanding = (
  { seq, kind, subject, number }: KeptOperation,
  log: KeptLog,
  finds: Finds,
): boolean =>
  seq >= log.wholeFrom ||
  finds.ids.has(`${subject} ${number}`) ||
  (kind === 'entry' && number !== null && finds.listed.has(number));

function chooseSettings(finds: Finds, log: KeptLog): Settings | undefined {
  const [row] = finds.rows('settings').values();
  if (row !== undefined) return JSON.parse(String(row.values[1])) as Settings;
  const last = log.last.get('settings settings');
  if (last?.after === null || last === undefined) return undefined;
  const line = lineOfOperation(last.after);
  return line.is === 'settings' ? line.settings : undefined;
}

function chooseCustomers(finds: Finds, log: KeptLog): readonly StoredCustomer[] {
  const saved = new Map<number, StoredCustomer>();
  for (const { key, values } of finds.rows('customer').values()) {
    const [, id, , body] = values;
    const card = { id: String(id), ...(JSON.parse(String(body)) as Customer) };
    saved.set(key, { key, id: String(id), card });
  }
  const needed = neededCustomers(finds);
  for (const operation of lostSubjects(log, 'customer', (key) => saved.has(key))) {
    const line = lineOfOperation(operation.after ?? '');
    const { number: key, subject: id } = operation;
    if (line.is !== 'customer' || key === null) continue;
    const isThere = log.idOf('customer', id) === id && isStanding(operation, log, finds);
    if (isThere || needed.has(key)) saved.set(key, { key, id, card: { ...line.customer, id } });
  }
  for (const key of needed) {
    if (!saved.has(key)) saved.set(key, nameless(key, finds, log));
  }
  return withOwnNames([...saved.values()].sort((a, b) => a.key - b.key));
}

const neededCustomers = (finds: Finds): ReadonlySet<number> =>
  new Set([
    ...[...finds.rows('entry').values()].map(({ values }) => Number(values[2])),
    ...[...finds.rows('person').values()].map(({ values }) => Number(values[2])),
  ]);

/** A customer of whom only entries are left; one of their lines in the record of changes may still have the name. */
function nameless(key: number, finds: Finds, log: KeptLog): StoredCustomer {
  const own = [...finds.rows('entry').values()].filter(({ values }) => values[2] === key);
  for (const { values } of own) {
    const last = log.last.get(`entry ${String(values[1])}`);
    if (last?.customer === null || last?.after === null || last === undefined) continue;
    const line = lineOfOperation(last.after);
    if (line.is !== 'entry') continue;
    return { key, id: last.customer, card: { id: last.customer, name: line.entry.customer } };
  }
  const id = `lost-customer-${key}`;
  return { key, id, card: { id, name: `Customer ${key} (card lost)` } };
}

/** An older card may bear a name that another customer took since. */
function withOwnNames(customers: readonly StoredCustomer[]): readonly StoredCustomer[] {
  const taken = new Set<string>();
  return customers.map((each) => {
    let { name } = each.card;
    for (let count = 2; taken.has(foldName(name)); count += 1)
      name = `${each.card.name} (${count})`;
    taken.add(foldName(name));
    return { ...each, card: { ...each.card, name } };
  });
}

function choosePeople(
  finds: Finds,
  log: KeptLog,
  keyOf: KeyOf,
  names: ReadonlyMap<number, string>,
): readonly SavedPerson[] {
  const saved = new Map<number, SavedPerson>();
  for (const { key, values } of finds.rows('person').values()) {
    const [, id, owner, , body] = values;
    const customer = Number(owner);
    const rest = JSON.parse(String(body)) as Omit<Person, 'customer'>;
    const person = { ...rest, id: String(id), customer: names.get(customer) ?? '' };
    saved.set(key, { key, customer, person });
  }
  const lost = lostSubjects(log, 'person', (key) => saved.has(key));
  for (const operation of lost) {
    const line = lineOfOperation(operation.after ?? '');
    const customer = keyOf(operation.customer);
    if (line.is !== 'person' || customer === undefined || operation.number === null) continue;
    if (log.idOf('person', operation.subject) !== operation.subject) continue;
    if (!isStanding(operation, log, finds)) continue;
    const person = { ...line.person, id: operation.subject, customer: names.get(customer) ?? '' };
    saved.set(operation.number, { key: operation.number, customer, person });
  }
  const taken = new Set<string>();
  return [...saved.values()]
    .sort((a, b) => a.key - b.key)
    .filter(({ customer, person }) => {
      const name = `${customer} ${foldName(person.name)}`;
      const isFirst = !taken.has(name);
      taken.add(name);
      return isFirst;
    });
}

function savedEntries(
  finds: Finds,
  names: ReadonlyMap<number, string>,
): ReadonlyMap<number, SavedEntry> {
  const saved = new Map<number, SavedEntry>();
  for (const row of finds.rows('entry').values()) {
    const owner = row.values[2] as number;
    saved.set(row.key, { customer: owner, text: savedText(row, names.get(owner) ?? '') });
  }
  return saved;
}

function entryFrom(
  operation: KeptOperation,
  keyOf: KeyOf,
  names: ReadonlyMap<number, string>,
): readonly SavedEntry[] {
  const line = lineOfOperation(operation.after ?? '');
  const customer = keyOf(operation.customer);
  if (line.is !== 'entry' || customer === undefined || operation.number === null) return [];
  const text = { ...textOf(line.entry), seq: operation.number };
  return [{ customer, text: { ...text, customer: names.get(customer) ?? '' } }];
}

const MAY_STAND_ALONE: ReadonlySet<EntryType> = new Set(['conditions', 'lesson']);

/** Without those that refer to an entry which is gone; leaving one out may leave another one without. */
function withTargets(all: readonly SavedEntry[]): {
  readonly entries: readonly SavedEntry[];
  readonly without: readonly number[];
} {
  const held = new Set(all.map(({ text }) => text.id));
  let entries = all.map(({ customer, text }) => {
    const isIdle = text.ref !== null && !held.has(text.ref) && MAY_STAND_ALONE.has(text.type);
    return { customer, text: isIdle ? { ...text, ref: null } : text };
  });
  const without: number[] = [];
  for (;;) {
    const ids = new Set(entries.map(({ text }) => text.id));
    const broken = entries.filter(({ text }) => text.ref !== null && !ids.has(text.ref));
    if (broken.length === 0) return { entries, without };
    without.push(...broken.map(({ text }) => text.seq));
    entries = entries.filter((each) => !broken.includes(each));
  }
}
