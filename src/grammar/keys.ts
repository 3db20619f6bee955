import type { Day } from '../journal/days.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import { lazily } from '../journal/lazily.ts';
import { LONGEST_DATE } from './dates.ts';
import type { SaidAs, Slot } from './said.ts';
import type { Token } from './tokens.ts';
import { readers } from './values.ts';
import type { Key } from './words.ts';

export type KeyToken = Extract<Token, { is: 'key' }>;

/** What a key said, and how many plain words after it belong to its value. */
export interface KeyReading {
  readonly said: SaidAs<Key>;
  readonly taken: number;
}

type Extent = 'text' | 'date' | 'name' | 'word';

/** How far a value reaches. */
const extents = lazily((): Readonly<Record<Key, Extent>> => ({
  need: 'text',
  win: 'text',
  they: 'text',
  me: 'text',
  on: 'date',
  next: 'date',
  by: 'date',
  with: 'name',
  tag: 'name',
  blames: 'name',
  'we-blame': 'name',
  at: 'word',
  feel: 'word',
  gave: 'word',
  got: 'word',
  fault: 'word',
  harm: 'word',
}));

interface Around {
  readonly today: Day;
  /** Full names of two or more words, which `with:` then takes unquoted. */
  readonly people: readonly string[];
}

/** @param following the plain words after the key, up to the next `:word`, key, option or end */
export function readKey(token: KeyToken, following: readonly Token[], around: Around): KeyReading {
  const [least, most] = reach(token, following, around.people);
  for (let taken = most; taken >= least; taken -= 1) {
    const words = following.slice(0, taken);
    const said = readValue(token, words, around.today);
    if (said !== undefined) return { said, taken };
  }
  const rest =
    extents()[token.key] === 'date' && UNFINISHED.test(token.value) ? following.slice(0, 2) : [];
  const shown = [token.text, ...rest.map(({ text }) => text)].join(' ');
  throw unreadable(token.key, `${token.key}:`, shown);
}

/** A date that must go on after this word, so that a message shows how it did. */
const UNFINISHED = /^(\d{1,2}(st|nd|rd|th)?\.?|last|next|this|in|end|the|a|an|day)$/i;

/** The fewest and the most words after the key that its value may take; tried from the most. */
function reach(
  token: KeyToken,
  following: readonly Token[],
  people: readonly string[],
): readonly [number, number] {
  const extent = extents()[token.key];
  if (extent === 'text') return [following.length, following.length];
  if (extent === 'date') return [0, Math.min(LONGEST_DATE - 1, following.length)];
  if (extent === 'word') return [0, 0];
  const quoted = quotedReach(token, following);
  if (quoted !== undefined) return [quoted, quoted];
  // The shell has taken the quotes of with:"Dana Whitfield", but left it one argument.
  const inside = token.opens
    ? countWhile(following, (word) => word.argument === token.argument)
    : 0;
  const known =
    inside === 0 && token.key === 'with' ? knownReach(token, following, people) : inside;
  return [known, known];
}

function countWhile<T>(all: readonly T[], fits: (each: T) => boolean): number {
  const end = all.findIndex((each) => !fits(each));
  return end < 0 ? all.length : end;
}

/** In text that no shell has read the quotes are still there. */
function quotedReach(token: KeyToken, following: readonly Token[]): number | undefined {
  if (!token.value.startsWith('"') || /^".+"[,;]?$/s.test(token.value)) return undefined;
  const closing = following.findIndex((word) => /"[,;]?$/.test(word.text));
  return closing < 0 ? undefined : closing + 1;
}

function knownReach(
  token: KeyToken,
  following: readonly Token[],
  people: readonly string[],
): number {
  const names = new Set(people.map(foldName));
  for (let taken = Math.min(3, following.length); taken > 0; taken -= 1) {
    const name = [token.value, ...following.slice(0, taken).map((word) => word.text)].join(' ');
    if (names.has(foldName(withoutComma(name)))) return taken;
  }
  return 0;
}

function readValue(token: KeyToken, words: readonly Token[], today: Day): SaidAs<Key> | undefined {
  const written = token.value + words.map((word) => word.gap + word.text).join('');
  const shown = `${token.key}:${written}`;
  const extent = extents()[token.key];
  if (extent === 'text') return readSlot(token.key, withoutQuotes(written), today, shown);
  if (extent === 'name')
    return readSlot(token.key, withoutQuotes(withoutComma(written)), today, shown);
  const asWritten = readSlot(token.key, withoutQuotes(written), today, shown);
  return asWritten ?? readSlot(token.key, written.replace(/[,.;!?]+$/, ''), today, shown);
}

const withoutComma = (name: string): string => name.replace(/[,;]+$/, '');

const withoutQuotes = (text: string): string => /^["“](.+)["”]$/su.exec(text)?.[1] ?? text;

/** Reads a value that is all there is, as an option gives it. */
export function readSlot<S extends Slot>(
  slot: S,
  text: string,
  today: Day,
  shown: string,
): SaidAs<S> | undefined {
  const value = readers()[slot].read(text, today);
  return value === undefined ? undefined : { slot, value, shown };
}

/** @param name the key or option, as it is typed */
export function unreadable(slot: Slot, name: string, shown: string): RelError {
  return new RelError(
    'usage',
    `${shown} cannot be read`,
    `${name} takes ${readers()[slot].takes}; for the note: -- ${shown}`,
  );
}
