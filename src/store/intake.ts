import type { NewEntryText } from '../journal/entry-text.ts';
import type { ChangeLog, Kept } from './change-log.ts';
import type { Connection } from './connection.ts';
import type { StoredCustomer } from './customer-rows.ts';
import { countEntries, isEntryId } from './entry-rows.ts';
import { insertEntries, insertEntry } from './insert-entries.ts';
import { withoutIndexes } from './late-indexes.ts';
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
  /** This is done before the change ends. */
  readonly atItsEnd: (work: () => void) => void;
}

/** Takes entries in that were read elsewhere, as part of a change; those whose id is known stay as they are here. */
export class Intake {
  readonly #change: Change;
  readonly #kept: Kept;
  /** How many entries are about to come, as long as none has. */
  #coming: number | undefined;

  constructor(change: Change, kept: Kept, coming: number) {
    this.#change = change;
    this.#kept = kept;
    this.#coming = coming;
  }

  /** Returns its number where it was added. */
  add(given: NewEntryText): number | undefined {
    const { connection, keys, customerNamed } = this.#change;
    // Tried and refused, it would use up a number.
    if (isEntryId(connection(), given.id)) return undefined;
    const seq = keys.take('entry');
    insertEntry(connection(), customerNamed(given.customer).key, { ...given, seq });
    this.#note(seq, [given]);
    return seq;
  }

  /** Several in one statement. Returns the number of the first; adds none where an id among them is known. */
  addAll(given: readonly NewEntryText[]): number | undefined {
    const { connection, keys, customerNamed } = this.#change;
    const first = keys.next('entry');
    const customerKey = (name: string) => customerNamed(name).key;
    if (!insertEntries(connection(), first, given, customerKey)) return undefined;
    keys.took('entry', first + given.length - 1);
    this.#withoutIndexes();
    this.#note(first, given);
    return first;
  }

  /** Once it is seen that they are new. */
  #withoutIndexes(): void {
    const coming = this.#coming;
    if (coming === undefined) return;
    this.#coming = undefined;
    const { connection, atItsEnd } = this.#change;
    if (this.#kept === 'once' && coming > countEntries(connection()))
      atItsEnd(withoutIndexes(connection()));
  }

  #note(first: number, added: readonly NewEntryText[]): void {
    const { log, references, customerNamed } = this.#change;
    for (const [at, { ref }] of added.entries()) if (ref !== null) references.made(first + at);
    if (this.#kept === 'once') {
      log.addedTogether(first, added.length);
      return;
    }
    for (const [at, text] of added.entries()) {
      const { id, card } = customerNamed(text.customer);
      log.addedEntry(id, { ...text, customer: card.name, seq: first + at });
    }
  }
}
