import type { Customer, Person } from '../journal/entry.ts';
import { type EntryText, lineOfText } from '../journal/entry-text.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';

interface Journal {
  readonly settings: Settings;
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
  /** In order of recording. */
  readonly entries: Iterable<EntryText>;
}

/** The whole journal as JSON Lines: what is imported from it elsewhere exports the same bytes. */
export function* journalOf({ settings, customers, people, entries }: Journal): Iterable<string> {
  if (Object.keys(settings).length > 0) yield line(writeSettings(settings));
  for (const customer of customers) yield line(writeCustomer(customer));
  for (const person of people) yield line(writePerson(person));
  for (const entry of entries) yield `${lineOfText(entry)}\n`;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
