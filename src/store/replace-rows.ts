import type { Connection } from './connection.ts';
import { insertCustomer } from './customer-rows.ts';
import { insertEntry } from './insert-entries.ts';
import { setGiven } from './next-keys.ts';
import { insertPerson } from './person-rows.ts';
import type { ReplayedBook } from './replay-book.ts';
import { deleteSettings, writeSettingsRow } from './settings-row.ts';
import type { Counted } from './counted.ts';

/** Puts the book in the place of all that stands in the journal. */
export function replaceRows(connection: Connection, book: ReplayedBook, counted: Counted): void {
  // An entry stays as it is while an addition tells of it.
  for (const table of ['addition', 'entry', 'person', 'customer'])
    connection.statement(`DELETE FROM ${table}`).run();
  if (book.settings === undefined) deleteSettings(connection);
  else writeSettingsRow(connection, book.settings);
  const names = new Map<number, string>();
  for (const { key, card } of book.customers) {
    names.set(key, card.name);
    insertCustomer(connection, { key, id: card.id, card });
  }
  for (const { key, customer, person } of book.people)
    insertPerson(connection, key, customer, person);
  for (const { customer, text } of counted(book.entries, 'entries written'))
    insertEntry(connection, customer, text);
  countOn(connection, book);
}

/** The next number of each kind comes after the last that was ever given, on whatever device. */
function countOn(connection: Connection, { numbers }: ReplayedBook): void {
  const last = new Map<string, number>();
  for (const [name, number] of numbers) {
    const [kind = ''] = name.split(' ', 1);
    last.set(kind, Math.max(last.get(kind) ?? 0, number));
  }
  for (const [kind, number] of last) setGiven(connection, kind, number);
}
