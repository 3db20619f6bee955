import type { Clock } from '../journal/clock.ts';
import type { Customer, Entry, Person, Recorded } from '../journal/entry.ts';
import { textOf } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import { writeEntry } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';
import { ChangeLog, type Kept } from './change-log.ts';
import type { Connection } from './connection.ts';
import * as customers from './customer-rows.ts';
import * as entries from './entry-rows.ts';
import { insertEntry } from './insert-entries.ts';
import { Intake } from './intake.ts';
import { NextKeys } from './next-keys.ts';
import * as people from './person-rows.ts';
import { missing, personAt, quote, unlessTaken } from './refusals.ts';
import { type RefProblem, References } from './references.ts';
import { type Onlooker, reverse, type Reversed } from './reversal.ts';
import { deleteSettings, storedSettings, writeSettingsRow } from './settings-row.ts';
import { uuidv7 } from './uuid.ts';

type WithoutId<E extends Entry> = E extends Entry
  ? Omit<E, 'id'> & { readonly id?: string }
  : never;

/** An entry that may still lack its id. */
export type NewEntry = WithoutId<Entry>;

/** What may be done to a journal inside one change; every step is recorded for undo. */
export class Writer {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #keys: NextKeys;
  readonly #log: ChangeLog;
  readonly #references: References;
  /** By name as written, so that an import looks up and folds each name once. */
  readonly #customers = new Map<string, customers.StoredCustomer>();
  #last?: () => void;
  #finished = false;

  constructor(connection: Connection, clock: Clock, command: string) {
    this.#connection = connection;
    this.#clock = clock;
    this.#keys = new NextKeys(connection);
    this.#log = new ChangeLog(connection, clock, this.#keys, command);
    this.#references = new References(connection);
  }

  /** Keeps the card's id, or gives it one. */
  addCustomer(card: Customer): customers.StoredCustomer {
    return this.#insertCustomer(card, this.#keys.take('customer'));
  }

  /** Puts a removed customer back in the place they had. */
  restoreCustomer(card: Customer, key: number): customers.StoredCustomer {
    this.#keys.notTaken('customer');
    return this.#insertCustomer(card, key);
  }

  #insertCustomer(card: Customer, key: number): customers.StoredCustomer {
    const id = card.id ?? uuidv7(this.#clock, this.#connection);
    const added = { key, id, card: { ...card, id } };
    const insert = () => customers.insertCustomer(this.#open, added);
    unlessTaken(insert, `customer ${quote(card.name)}, or one with the id ${quote(id)}`);
    this.#log.customer(id, key, undefined, added.card);
    return added;
  }

  /** @param id whose card it is; the card's own id is not looked at */
  replaceCustomer(id: string, card: Customer): customers.StoredCustomer {
    const before = this.#customer(id);
    const after = { ...before, card: { ...card, id } };
    const update = () => customers.updateCustomer(this.#open, after);
    unlessTaken(update, `customer ${quote(card.name)}`);
    this.#customers.clear();
    this.#log.customer(id, before.key, before.card, after.card);
    return after;
  }

  /** Refused while entries or people of the customer are left. */
  removeCustomer(id: string): void {
    const before = this.#customer(id);
    if (customers.isReferredTo(this.#open, before)) {
      const message = `${quote(before.card.name)} still has entries or people`;
      throw new RelError('usage', message, 'remove these first');
    }
    customers.deleteCustomer(this.#open, before);
    this.#customers.clear();
    this.#log.customer(id, before.key, before.card, undefined);
  }

  /** Keeps the person's id, or gives one. */
  addPerson(person: Person): people.StoredPerson {
    return this.#insertPerson(person, this.#keys.take('person'));
  }

  /** Puts a removed person back in the place they had. */
  restorePerson(person: Person, key: number): people.StoredPerson {
    this.#keys.notTaken('person');
    return this.#insertPerson(person, key);
  }

  #insertPerson(person: Person, key: number): people.StoredPerson {
    const id = person.id ?? uuidv7(this.#clock, this.#connection);
    const customer = this.#customerNamed(person.customer);
    const added = { ...person, id, customer: customer.card.name };
    const insert = () => people.insertPerson(this.#open, key, customer.key, added);
    unlessTaken(insert, `${personAt(added)}, or one with the id ${quote(id)}`);
    this.#log.person(customer.id, id, key, undefined, added);
    return added;
  }

  /** Replaces the person with this id. */
  replacePerson(person: people.StoredPerson): people.StoredPerson {
    const before = this.#person(person.id);
    const customer = this.#customerNamed(person.customer);
    const after = { ...person, customer: customer.card.name };
    unlessTaken(() => people.updatePerson(this.#open, customer.key, after), personAt(after));
    const key = people.personKey(this.#open, person.id);
    this.#log.person(customer.id, person.id, key, before, after);
    return after;
  }

  removePerson(id: string): void {
    const before = this.#person(id);
    const key = people.personKey(this.#open, id);
    people.deletePerson(this.#open, id);
    this.#log.person(this.#customerNamed(before.customer).id, id, key, before, undefined);
  }

  /** Keeps the entry's id, or gives it one. Its `ref` is checked when the change ends. */
  addEntry(entry: NewEntry): Recorded {
    return this.#insert(entry, this.#keys.take('entry'));
  }

  /** For entries that were read elsewhere. @param coming how many */
  intake(kept: Kept, coming: number): Intake {
    const customerNamed = (name: string) => this.#customerNamed(name);
    const kit = { keys: this.#keys, log: this.#log, references: this.#references, customerNamed };
    const atItsEnd = (work: () => void) => (this.#last = work);
    return new Intake({ connection: () => this.#open, ...kit, atItsEnd }, kept, coming);
  }

  /** Puts a removed entry back under the number it had. */
  restoreEntry(entry: Recorded): Recorded {
    this.#keys.notTaken('entry');
    return this.#insert(entry, entry.seq);
  }

  /** Replaces the entry with this id; its number stays. */
  replaceEntry(entry: Entry): Recorded {
    const before = this.#entry(entry.id);
    const customer = this.#customerNamed(entry.customer);
    const after: Recorded = { ...entry, customer: customer.card.name, seq: before.seq };
    const line = writeEntry(after);
    this.#log.touching(before.seq);
    entries.updateEntry(this.#open, customer.key, after, line);
    this.#noteReferences(after);
    this.#references.touched(after.id);
    this.#log.entry(customer.id, after.id, after.seq, writeEntry(before), line);
    return after;
  }

  removeEntry(id: string): void {
    const before = this.#entry(id);
    this.#log.touching(before.seq);
    entries.deleteEntry(this.#open, before.seq);
    this.#references.touched(id);
    const customer = this.#customerNamed(before.customer);
    this.#log.entry(customer.id, id, before.seq, writeEntry(before), undefined);
  }

  /** @param settings undefined takes them away, as if none had ever been stored */
  putSettings(settings: Settings | undefined): void {
    const before = storedSettings(this.#open);
    if (settings === undefined) deleteSettings(this.#open);
    else writeSettingsRow(this.#open, settings);
    this.#log.settings(before, settings);
  }

  /** Takes back the last changes that stand. Returns them, the last one first. */
  undo(count: number, onlooker: Onlooker = {}): readonly Reversed[] {
    return reverse(this.#open, this, this.#log, 'undo', count, onlooker);
  }

  /** Brings back what was undone last. Returns the changes, the first one undone last. */
  redo(count: number, onlooker: Onlooker = {}): readonly Reversed[] {
    return reverse(this.#open, this, this.#log, 'redo', count, onlooker);
  }

  /**
   * The references of this change that do not hold as things are; any left at its end make it fail.
   */
  refProblems(): readonly RefProblem[] {
    return this.#references.problems();
  }

  /** Checks what can only be checked at the end; nothing can be written afterwards. */
  finish(): void {
    const [first, ...others] = this.refProblems();
    if (first !== undefined) {
      const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
      throw new RelError('usage', `${first.message}${more}`, 'name an entry that it may refer to');
    }
    this.#last?.();
    this.#log.finish();
    this.#finished = true;
  }

  #insert(given: NewEntry, seq: number): Recorded {
    const customer = this.#customerNamed(given.customer);
    const id = given.id ?? uuidv7(this.#clock, this.#connection);
    // Spreading a union forgets which member it was.
    const entry = { ...given, id, customer: customer.card.name, seq } as Recorded;
    const text = { ...textOf(entry), seq };
    const insert = () => insertEntry(this.#open, customer.key, text);
    unlessTaken(insert, `entry ${seq}, or one with the id ${quote(id)}`);
    this.#noteReferences(entry);
    this.#log.addedEntry(customer.id, text);
    return entry;
  }

  #noteReferences(entry: Recorded): void {
    if ('ref' in entry) this.#references.made(entry.seq);
  }

  get #open(): Connection {
    if (this.#finished) throw new Error('the change is over');
    return this.#connection;
  }

  #customer(id: string): customers.StoredCustomer {
    return customers.customerById(this.#open, id) ?? missing(`customer with the id ${quote(id)}`);
  }

  #customerNamed(name: string): customers.StoredCustomer {
    const known = this.#customers.get(name);
    if (known !== undefined) return known;
    const found = customers.customerByName(this.#open, name) ?? missing(`customer ${quote(name)}`);
    this.#customers.set(name, found);
    return found;
  }

  #person(id: string): people.StoredPerson {
    return people.personById(this.#open, id) ?? missing(`person with the id ${quote(id)}`);
  }

  #entry(id: string): Recorded {
    return entries.entryById(this.#open, id) ?? missing(`entry with the id ${quote(id)}`);
  }
}
