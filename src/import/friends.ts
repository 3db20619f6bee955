import { formatDay, parseDay, type Day } from '../journal/days.ts';
import { type ByteLine, textOfBytes } from './byte-lines.ts';
import { cleanName, cleanText, foundAs } from './clean.ts';
import type { Correspondents } from './correspondents.ts';
import type { Found } from './found.ts';
import { hashOf, keyOf } from './found-before.ts';
import { sourced } from './sourced.ts';

const SECTIONS = ['activities', 'notes', 'friends', 'locations'] as const;
type Section = (typeof SECTIONS)[number];

/** How many lines each section has. */
export type SectionCounts = Record<Section, number>;

/** What the lines of a friends journal are read with. */
export interface FriendsReader {
  readonly known: Correspondents;
  /** The names of its places, by `placesIn`. */
  readonly places: ReadonlySet<string>;
  readonly today: Day;
  /** Counted while the lines are read. */
  readonly counts: SectionCounts;
}

interface Item {
  readonly section: Section;
  readonly text: string;
  readonly line: number;
}

const BOLD = /\*\*([^*]{1,200})\*\*/g;
const PLACE = /_([^_]{1,200})_/g;
const TAG = /(?:^|\s)@([\p{L}\p{N}_:-]{1,100})/gu;
const ALIAS = /\ba\.?k\.?a\.? /i;

/** The items of all sections; what stands elsewhere is given with `left`. */
function* itemsIn(lines: Iterable<ByteLine>): Generator<Item | Found> {
  let section: Section | undefined;
  for (const { line, bytes } of lines) {
    const text = textOfBytes(bytes).trim();
    const [, title] = /^#{1,6}\s*(\w+)\s*:?$/.exec(text) ?? [];
    const [, item] = /^[-*]\s+(.+)$/.exec(text) ?? [];
    if (title !== undefined) section = SECTIONS.find((each) => each === title.toLowerCase());
    else if (item !== undefined && section !== undefined) yield { section, text: item, line };
    else if (text !== '') yield { is: 'left', line, why: 'no line of a friends journal' };
  }
}

/** The names of its places, in small letters. */
export function placesIn(lines: Iterable<ByteLine>): ReadonlySet<string> {
  const places = new Set<string>();
  for (const item of itemsIn(lines))
    if ('section' in item && item.section === 'locations')
      places.add(nameOf(item.text).toLowerCase());
  return places;
}

/** A friends journal: friends are customers, what was done with them touches, notes about them work without contact. */
export function* friendsIn(lines: Iterable<ByteLine>, reader: FriendsReader): Generator<Found> {
  const seen = new Map<string, number>();
  for (const item of itemsIn(lines)) {
    if (!('section' in item)) {
      yield item;
      continue;
    }
    reader.counts[item.section] += 1;
    if (item.section === 'friends') yield* friendOf(item, reader);
    else if (item.section !== 'locations') yield* touchesOf(item, reader, seen);
  }
}

/** `Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy` */
function friendOf({ text, line }: Item, { known }: FriendsReader): readonly Found[] {
  const name = nameOf(text);
  const [, inBrackets = ''] = /\(([^()]{1,1000})\)/.exec(text) ?? [];
  const [, place] = /\[([^[\]]{1,200})\]/.exec(text) ?? [];
  const aliases = inBrackets.split(ALIAS).flatMap((each) => cleanName(each) ?? []);
  const role = [place, tagsIn(text).join(', ')].filter((each) => each !== undefined && each !== '');
  const person = {
    type: 'person',
    customer: known.byName(name)?.customer ?? name,
    name,
    ...(role.length === 0 ? {} : { role: role.join('; ') }),
  };
  const people = foundAs(person, line);
  if (known.byName(name) !== undefined) return [people];
  const card = { type: 'customer', name, solo: true, ...(aliases.length === 0 ? {} : { aliases }) };
  return [foundAs(card, line), people];
}

const nameOf = (text: string): string =>
  cleanName(text.split(/\s*[([]|\s@/u)[0] ?? '') ?? 'somebody';

function touchesOf(
  { section, text, line }: Item,
  { known, places, today }: FriendsReader,
  seen: Map<string, number>,
): readonly Found[] {
  const left = (why: string): readonly Found[] => [{ is: 'left', line, why }];
  const [, date = '', said = ''] = /^(\d{4}-\d\d-\d\d)\s*:\s*(.*)$/.exec(text) ?? [];
  const on = parseDay(date);
  if (on === undefined) return left('without a date that exists');
  if (on > today) return left('still to come');
  const names = [
    ...new Set([...said.matchAll(BOLD)].flatMap(([, name = '']) => cleanName(name) ?? [])),
  ];
  if (names.length === 0) return left('about nobody');
  const there = [...said.matchAll(PLACE)]
    .map(([, place = '']) => place)
    .filter((place) => places.has(place.toLowerCase()));
  const tags = [...new Set([...there, ...tagsIn(said)])];
  const note = cleanText(
    said.replace(BOLD, '$1').replace(PLACE, unmarked(places)).replace(TAG, ''),
  );
  // Two lines that say the same are two.
  const before = seen.get(text) ?? 0;
  seen.set(text, before + 1);
  const found = hashOf(`${section}\n${text}\n${before}`);
  return names.map((name) => {
    const { customer = name, person = name } = known.byName(name) ?? {};
    return foundAs(
      {
        ...(section === 'notes' ? NOTE : ACTIVITY),
        customer,
        on: formatDay(on),
        person,
        ...(note === undefined ? {} : { note }),
        ...(tags.length === 0 ? {} : { tags }),
        ...sourced('friends', keyOf(found, name)),
      },
      line,
    );
  });
}

const ACTIVITY = { type: 'spoke', channel: 'other' };
/** Nobody was met, and no time was spent. */
const NOTE = { type: 'work', minutes: 0 };

const tagsIn = (text: string): readonly string[] =>
  [...text.matchAll(TAG)].map(([, tag = '']) => tag);

/** Of a place the marks are taken away; of what is none they stay. */
const unmarked = (places: ReadonlySet<string>) => (marked: string, place: string) =>
  places.has(place.toLowerCase()) ? place : marked;
