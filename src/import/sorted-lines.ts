import { foldName } from '../journal/fold-name.ts';
import type { NewEntryText } from '../journal/entry-text.ts';
import { textOf } from '../journal/entry-text.ts';
import type { Follower, Found, Reading } from './found.ts';
import { ownCopy } from './own-copy.ts';
import type { NumberedPast } from './journal-text.ts';
import { entryOn, shelved } from './shelved.ts';

type LineOf<Is extends Found['is']> = Extract<Found, { readonly is: Is }>;
export type SettingsLine = LineOf<'settings'>;
export type CustomerLine = LineOf<'customer'>;
export type PersonLine = LineOf<'person'>;
export type EntryLine = NewEntryText & Follower & { readonly line: number };

/** What is found in a file, by what it is. There are few cards; entries may be too many for the memory. */
export interface SortedLines {
  readonly settings: readonly SettingsLine[];
  readonly customers: readonly CustomerLine[];
  readonly people: readonly PersonLine[];
  /** In their order; to be walked once. */
  readonly entries: Iterable<EntryLine>;
  readonly entryCount: number;
  /** The customers whom people and entries name, by the folded name: the name as written first, and where. */
  readonly named: ReadonlyMap<string, NamedAt>;
  readonly leftOut: readonly LeftOutFor[];
  /** What was ever done to the journal in the file, where it has its history. */
  readonly past: readonly NumberedPast[];
}

export interface NamedAt {
  readonly name: string;
  readonly line: number;
}

/** All that was left out for one reason. */
export interface LeftOutFor {
  readonly why: string;
  readonly count: number;
  /** The first few. */
  readonly lines: readonly number[];
}

/** Where texts wait until they are read again, in the order in which they came. */
export interface Shelf {
  add(text: string): void;
  lines(): Iterable<string>;
}

const LINES_TOLD = 10;

/** Reads all of it before the first is given out, so that what is wrong is found before anything is done. */
export async function sortLines(found: Reading['found'], shelf: Shelf): Promise<SortedLines> {
  const settings: SettingsLine[] = [];
  const customers: CustomerLine[] = [];
  const people: PersonLine[] = [];
  const named = new Map<string, NamedAt>();
  /** Most lines name one of those before them, written alike. */
  const seen = new Set<string>();
  const leftOut = new Map<string, LeftOutFor>();
  const past: NumberedPast[] = [];
  let entryCount = 0;
  const note = (name: string, line: number): void => {
    if (seen.has(name)) return;
    const own = ownCopy(name);
    seen.add(own);
    const folded = foldName(own);
    if (!named.has(folded)) named.set(folded, { name: own, line });
  };
  const shelve = (text: NewEntryText, line: number, follows = ''): void => {
    entryCount += 1;
    note(text.customer, line);
    shelf.add(shelved(text, line, follows));
  };
  const sort = (line: Found): void => {
    if (line.is === 'unread') shelve(line.text, line.line, line.follows);
    else if (line.is === 'entry') shelve(textOf(line.entry), line.line, line.follows);
    else if (line.is === 'settings') settings.push(line);
    else if (line.is === 'customer') customers.push(line);
    else if (line.is === 'person') {
      people.push(line);
      note(line.person.customer, line.line);
    } else if (line.is === 'left') leftOut.set(line.why, oneMore(leftOut.get(line.why), line));
    else past.push(line);
  };
  // To wait for each of many lines that are there already takes longer than to sort it.
  if (Symbol.iterator in found) for (const line of found) sort(line);
  else for await (const line of found) sort(line);
  return {
    settings,
    customers,
    people,
    entries: entriesOn(shelf),
    entryCount,
    named,
    leftOut: [...leftOut.values()],
    past,
  };
}

function oneMore(before: LeftOutFor | undefined, { why, line }: LineOf<'left'>): LeftOutFor {
  const { count, lines } = before ?? { count: 0, lines: [] };
  return { why, count: count + 1, lines: count < LINES_TOLD ? [...lines, line] : lines };
}

function* entriesOn(shelf: Shelf): Generator<EntryLine> {
  for (const row of shelf.lines()) yield entryOn(row);
}
