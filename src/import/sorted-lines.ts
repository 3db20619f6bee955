import type { NewEntryText } from '../journal/entry-text.ts';
import { textOf } from '../journal/entry-text.ts';
import type { NumberedLine } from './journal-text.ts';

type LineOf<Is extends NumberedLine['is']> = Extract<NumberedLine, { readonly is: Is }>;
export type SettingsLine = LineOf<'settings'>;
export type CustomerLine = LineOf<'customer'>;
export type PersonLine = LineOf<'person'>;
export type EntryLine = NewEntryText & { readonly line: number };

/** The lines of a journal by what they are. There are few cards; entries may be too many for the memory. */
export interface SortedLines {
  readonly settings: readonly SettingsLine[];
  readonly customers: readonly CustomerLine[];
  readonly people: readonly PersonLine[];
  /** In their order; to be walked once. */
  readonly entries: Iterable<EntryLine>;
}

/** Where texts wait until they are read again, in the order in which they came. */
export interface Shelf {
  add(text: string): void;
  lines(): Iterable<string>;
}

/** Reads all lines before the first is given out, so that a wrong one is found before anything is done. */
export function sortLines(lines: Iterable<NumberedLine>, shelf: Shelf): SortedLines {
  const settings: SettingsLine[] = [];
  const customers: CustomerLine[] = [];
  const people: PersonLine[] = [];
  for (const line of lines) {
    if (line.is === 'settings') settings.push(line);
    else if (line.is === 'customer') customers.push(line);
    else if (line.is === 'person') people.push(line);
    else shelf.add(`${JSON.stringify({ ...textOf(line.entry), line: line.line })}\n`);
  }
  return { settings, customers, people, entries: entriesOn(shelf) };
}

function* entriesOn(shelf: Shelf): Generator<EntryLine> {
  for (const text of shelf.lines()) yield JSON.parse(text) as EntryLine;
}
