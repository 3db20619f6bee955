import { lineOfText } from '../journal/entry-text.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import type { Connection } from './connection.ts';
import { allCustomers } from './customer-rows.ts';
import { allEntryTexts } from './entry-rows.ts';
import { flatLine, isSameLine } from './flat-line.ts';
import { allPeople } from './person-rows.ts';
import type { ReplayedBook } from './replay-book.ts';
import { storedSettings } from './settings-row.ts';

/** The lines of a journal by `KIND ID`, and `settings`. */
export type HeldLines = ReadonlyMap<string, string>;

export function heldIn(connection: Connection): HeldLines {
  const held = new Map<string, string>();
  const settings = storedSettings(connection);
  if (settings !== undefined) held.set('settings', JSON.stringify(writeSettings(settings)));
  for (const { id, card } of allCustomers(connection))
    held.set(`customer ${id}`, JSON.stringify(writeCustomer(card)));
  for (const person of allPeople(connection))
    held.set(`person ${person.id}`, JSON.stringify(writePerson(person)));
  for (const text of allEntryTexts(connection)) held.set(`entry ${text.id}`, lineOfText(text));
  return held;
}

/** Whether these are what the history tells, and nothing else: what is not told of would be lost. */
export function isTold(held: HeldLines, book: ReplayedBook): boolean {
  const told = new Map<string, string>();
  if (book.settings !== undefined)
    told.set('settings', JSON.stringify(writeSettings(book.settings)));
  for (const { card } of book.customers)
    told.set(`customer ${card.id}`, JSON.stringify(writeCustomer(card)));
  for (const { person } of book.people)
    told.set(`person ${person.id}`, JSON.stringify(writePerson(person)));
  for (const { text } of book.entries) told.set(`entry ${text.id}`, lineOfText(text));
  return held.size === told.size && [...held].every(([name, line]) => same(line, told.get(name)));
}

const NOTHING: ReadonlySet<string> = new Set();

const same = (line: string, other: string | undefined): boolean =>
  line === other ||
  (other !== undefined && isSameLine(flatLine(line, NOTHING), flatLine(other, NOTHING)));
