import type { Day } from '../journal/days.ts';
import type { EntryType } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import type { NewEntryText } from '../journal/entry-text.ts';
import { textOf } from '../journal/entry-text.ts';
import type { Follower, Found, Reading } from './found.ts';

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
  let entryCount = 0;
  const note = (name: string, line: number): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const folded = foldName(name);
    if (!named.has(folded)) named.set(folded, { name, line });
  };
  for await (const line of found) {
    if (line.is === 'settings') settings.push(line);
    else if (line.is === 'customer') customers.push(line);
    else if (line.is === 'person') {
      people.push(line);
      note(line.person.customer, line.line);
    } else if (line.is === 'left') leftOut.set(line.why, oneMore(leftOut.get(line.why), line));
    else {
      entryCount += 1;
      note(line.entry.customer, line.line);
      shelf.add(shelved(textOf(line.entry), line.line, line.follows));
    }
  }
  return {
    settings,
    customers,
    people,
    entries: entriesOn(shelf),
    entryCount,
    named,
    leftOut: [...leftOut.values()],
  };
}

function oneMore(before: LeftOutFor | undefined, { why, line }: LineOf<'left'>): LeftOutFor {
  const { count, lines } = before ?? { count: 0, lines: [] };
  return { why, count: count + 1, lines: count < LINES_TOLD ? [...lines, line] : lines };
}

/*
 * The fields are JSON already, in which no tab and no line break stands as it is: written once more as a text of JSON,
 * they would take three times as long.
 */
function shelved(entry: NewEntryText, line: number, follows: string | undefined): string {
  const { type, id, customer, on, ref, rest } = entry;
  return `${type}\t${on}\t${line}\t${JSON.stringify([id, customer, ref, follows])}\t${rest}\n`;
}

type Names = readonly [id: string, customer: string, ref: string | null, follows: string | null];

function* entriesOn(shelf: Shelf): Generator<EntryLine> {
  for (const text of shelf.lines()) {
    const [type, on, line, names = '', rest = ''] = text.split('\t');
    const [id, customer, ref, follows] = JSON.parse(names) as Names;
    const entry = { type: type as EntryType, id, customer, on: Number(on) as Day, ref, rest };
    const place = { line: Number(line) };
    yield follows === null ? { ...entry, ...place } : { ...entry, ...place, follows };
  }
}
