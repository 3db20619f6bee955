import { resolve } from 'node:path';
import { type Clock, timestamp } from '../journal/clock.ts';
import type { Day } from '../journal/days.ts';
import type { EntryType, Recorded } from '../journal/entry.ts';
import type { EntryText } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import type { Settings } from '../journal/settings.ts';
import { type Accounts, accountsMeant, type Search } from './account-rows.ts';
import type { Connection, Patience } from './connection.ts';
import { createJournal } from './create-journal.ts';
import {
  allCustomers,
  customerById,
  customerByName,
  type StoredCustomer,
} from './customer-rows.ts';
import {
  allEntries,
  countOfTypes,
  allEntryTexts,
  countEntries,
  entriesOfTypes,
  entriesReferringTo,
  entryById,
  entryByNumber,
  entryTextsOf,
} from './entry-rows.ts';
import { refuseHiddenRows } from './hidden-rows.ts';
import { inspectJournal, journalExists } from './journal-file.ts';
import { joinedEntries } from './joined-rows.ts';
import { type KnownJournal, knownJournal } from './known.ts';
import { removeLeftDraft } from './left-drafts.ts';
import type { RecordedOperation } from './operation-rows.ts';
import { allOperations } from './recorded-operations.ts';
import { changesOfEntry, lastChanges, type PastChange, type PastChanges } from './past.ts';
import { allPeople, personById, type StoredPerson } from './person-rows.ts';
import { dealingsOf } from './dealing-rows.ts';
import { type RecentEntries, recentEntriesOf } from './recent-rows.ts';
import { lastReview, type RecordedReview, writeReview } from './review-rows.ts';
import { storedSettings } from './settings-row.ts';
import { connectUpToDate } from './up-to-date.ts';
import { type DamagedRow, damagedRows } from './verify.ts';
import { Writer } from './writer.ts';

export interface OpenOptions {
  readonly clock: Clock;
  /** Makes the journal, and its folder, where there is none. */
  readonly create: boolean;
  /** For commands that only read: every write is refused. */
  readonly readonly?: boolean | undefined;
  /** Called once when another program has held the journal for two seconds; the wait goes on to thirty. */
  readonly onWait?: (() => void) | undefined;
  /** How long a lock is waited for, where the usual is too long. */
  readonly patience?: Patience | undefined;
}

/**
 * Opens the journal at this path; one process opens a journal once at a time. Throws a RelError of kind `journal` where
 * there is none, where something else lies there (which stays as it is), where it is damaged or cannot be written, or
 * where it stays locked; so does every function of the store.
 */
export function openStore(
  path: string,
  { clock, create, readonly = false, onWait, patience }: OpenOptions,
): Store {
  const given = resolve(path);
  if (!journalExists(given)) {
    if (!create)
      throw new RelError(
        'journal',
        `there is no journal at ${given}`,
        'start one: rel add customer NAME',
      );
    createJournal(given, clock);
  }
  const { file, version } = inspectJournal(given);
  removeLeftDraft(file);
  return new Store(connectUpToDate(file, version, clock, { readonly, onWait }, patience), clock);
}

/** An open journal. Each function reads one state of it; `reading` makes several read the same one. */
export class Store {
  readonly #connection: Connection;
  readonly #clock: Clock;

  constructor(connection: Connection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** The journal's file, links followed. */
  get file(): string {
    return this.#connection.path;
  }

  /** Empty where none were ever stored. */
  settings(): Settings {
    return this.reading(() => storedSettings(this.#connection) ?? {});
  }

  /** In the order in which they were added. */
  customers(): readonly StoredCustomer[] {
    return this.reading(() => allCustomers(this.#connection));
  }

  customerById(id: string): StoredCustomer | undefined {
    return this.reading(() => customerById(this.#connection, id));
  }

  /** By the whole name, in any case; not by alias. */
  customerByName(name: string): StoredCustomer | undefined {
    return this.reading(() => customerByName(this.#connection, name));
  }

  /** The one who is meant; else whoever has these texts in a name, and perhaps others. With all of their people. */
  accountsMeant(search: Search): Accounts {
    return this.reading(() => accountsMeant(this.#connection, search));
  }

  /** In the order in which they were added. */
  people(): readonly StoredPerson[] {
    return this.reading(() => allPeople(this.#connection));
  }

  personById(id: string): StoredPerson | undefined {
    return this.reading(() => personById(this.#connection, id));
  }

  /** One customer's entries in Order. @param until the last day wanted, all where it is left out */
  entriesOf(
    customerKey: number,
    { until }: { readonly until?: Day | undefined } = {},
  ): readonly Recorded[] {
    return this.reading(() => joinedEntries(this.#connection, customerKey, { until }));
  }

  /** One customer's entries from that day on, and the lasting ones before; undefined where none is older. */
  recentEntriesOf(customerKey: number, since: Day): RecentEntries | undefined {
    return this.reading(() => recentEntriesOf(this.#connection, customerKey, since));
  }

  /** What took one customer's time and brought money from that day on, and what ended their being a prospect; in Order. */
  dealingsOf = (customerKey: number, since: Day): readonly Recorded[] =>
    this.reading(() => dealingsOf(this.#connection, customerKey, since));

  /** One customer's entries of these types in Order. @param since the first day wanted, all where it is left out */
  entriesOfTypes(customer: StoredCustomer, types: readonly EntryType[], since?: Day) {
    return this.reading(() => entriesOfTypes(this.#connection, customer, types, since));
  }

  /** How many of these types one customer has, dated up to this day, and the day of the last of them. */
  countOfTypes(customerKey: number, types: readonly EntryType[], until: Day) {
    return this.reading(() => countOfTypes(this.#connection, customerKey, types, until));
  }

  /** All in order of recording, in pages: outside of `reading`, what others write between two pages may be seen. */
  entries(): Iterable<Recorded> {
    return allEntries(this.#connection);
  }

  /** All entries, or those of one customer, as they are kept; read as `entries` are. For what carries them elsewhere unread. */
  entryTexts(customerKey?: number): Iterable<EntryText> {
    if (customerKey === undefined) return allEntryTexts(this.#connection);
    return this.reading(() => entryTextsOf(this.#connection, customerKey));
  }

  /** By the short number of the terminal. */
  entryByNumber(seq: number): Recorded | undefined {
    return this.reading(() => entryByNumber(this.#connection, seq));
  }

  entryById(id: string): Recorded | undefined {
    return this.reading(() => entryById(this.#connection, id));
  }

  /** The entries whose `ref` is this one, in order of recording. */
  entriesReferringTo(id: string): readonly Recorded[] {
    return this.reading(() => entriesReferringTo(this.#connection, id));
  }

  /** How many entries there are. */
  count(): number {
    return this.reading(() => countEntries(this.#connection));
  }

  /** All that was ever done to this journal, in order; read in pages as `entries` is. */
  operations(): Iterable<RecordedOperation> {
    return allOperations(this.#connection);
  }

  /** The changes that touched the entry with this number, in order; none where it never was. */
  changesOfEntry(seq: number): readonly PastChange[] {
    return this.reading(() => changesOfEntry(this.#connection, seq));
  }

  /** @param customer the id of the customer whose changes are wanted; of all where it is left out */
  lastChanges(count: number, customer?: string): PastChanges {
    return this.reading(() => lastChanges(this.#connection, count, customer));
  }

  /** The journal as it had been entered by the end of that day. */
  known = (day: Day): KnownJournal => this.reading(() => knownJournal(this.#connection, day));

  /** For what is read so seldom that not every command is to load it. */
  readBy = <T>(read: (connection: Connection) => T): T =>
    this.reading(() => read(this.#connection));

  /** The last review of the whole book that was recorded on an earlier day. */
  lastReview(before: Day): RecordedReview | undefined {
    return this.reading(() => lastReview(this.#connection, before));
  }

  /** Keeps what a review of the whole book showed, in place of an earlier one of that day; no step that undo knows. */
  recordReview(review: RecordedReview): void {
    this.#connection.writing(() => writeReview(this.#connection, review, timestamp(this.#clock)));
  }

  /** All of it is about to be walked through: little is kept in memory in case it is looked at again. */
  walkingThrough = (): void => this.#connection.run('PRAGMA cache_size = -2000');

  /** Throws where damage would hide rows that are there; for whoever reads the whole book. */
  refuseHiddenRows = (): void => refuseHiddenRows(this.#connection);

  /** Every row that is not what was written, by its checksum. */
  damagedRows = (): readonly DamagedRow[] => damagedRows(this.#connection);

  /** Reads one state of the journal, whatever others write meanwhile; they wait, so never print in here. */
  reading<T>(read: () => T): T {
    return this.#connection.reading(read);
  }

  /**
   * Changes the journal in one transaction: on the disk when this returns, as if never begun when `write` throws.
   * The store's reading functions see what `write` has done so far.
   * @param command what was typed, or what else names this step in `history` and `undo`
   */
  change<T>(command: string, write: (writer: Writer) => T): T {
    return this.#connection.writing(() => {
      const writer = new Writer(this.#connection, this.#clock, command);
      const result = write(writer);
      if (result instanceof Promise) throw new TypeError('a change cannot wait for anything');
      writer.finish();
      return result;
    });
  }

  close(): void {
    this.#connection.close();
  }
}
