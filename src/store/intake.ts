import type { EntryText, NewEntryText } from '../journal/entry-text.ts';
import type { ChangeLog, Kept } from './change-log.ts';
import type { Connection } from './connection.ts';
import type { StoredCustomer } from './customer-rows.ts';
import { isEntryId } from './entry-rows.ts';
import { insertEntries, insertEntry } from './insert-entries.ts';
import type { NextKeys } from './next-keys.ts';
import type { References } from './references.ts';

/** What a change has at hand. */
interface Change {
  /** Throws when the change is over. */
  readonly connection: () => Connection;
  readonly keys: NextKeys;
  readonly log: ChangeLog;
  readonly references: References;
  readonly customerNamed: (name: string) => StoredCustomer;
}

/** Takes entries in that were read elsewhere, as part of a change; those whose id is known stay as they are here. */
export class Intake {
  readonly #change: Change;
  readonly #kept: Kept;

  constructor(change: Change, kept: Kept) {
    this.#change = change;
    this.#kept = kept;
  }

  /** Returns its number where it was added. */
  add(given: NewEntryText): number | undefined {
    const { connection, keys, customerNamed } = this.#change;
    // Tried and refused, it would use up a number.
    if (isEntryId(connection(), given.id)) return undefined;
    const customer = customerNamed(given.customer);
    const text = { ...given, customer: customer.card.name, seq: keys.take('entry') };
    insertEntry(connection(), customer.key, text);
    this.#note(customer, text);
    return text.seq;
  }

  /** Several in one statement. Returns the number of the first; adds none where an id among them is known. */
  addAll(given: readonly NewEntryText[]): number | undefined {
    const { connection, keys, customerNamed } = this.#change;
    const first = keys.next('entry');
    const added = given.map((each, at) => {
      const customer = customerNamed(each.customer);
      return { customer, text: { ...each, customer: customer.card.name, seq: first + at } };
    });
    if (!insertEntries(connection(), added)) return undefined;
    keys.took('entry', first + added.length - 1);
    for (const { customer, text } of added) this.#note(customer, text);
    return first;
  }

  #note(customer: StoredCustomer, text: EntryText): void {
    const { log, references } = this.#change;
    if (text.ref !== null) references.made(text.id);
    if (this.#kept === 'once') log.addedTogether(text.seq);
    else log.addedEntry(customer.id, text);
  }
}
