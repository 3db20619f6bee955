import type { Day } from '../journal/days.ts';
import { ENTRY_FIELDS, type EntryType } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { SIGNALS, SUBJECTS, type Subject } from '../journal/vocabulary.ts';
import { LONGEST_DATE, readDate } from './dates.ts';
import { nearWords } from './likeness.ts';

/** Groups of types, for what one would not know the exact type of. */
const KIND_GROUPS = {
  touch: ['spoke', 'tried', 'heard', 'sent'],
  talk: ['spoke', 'heard'],
} as const satisfies Readonly<Record<string, readonly EntryType[]>>;

/** What `signal:` finds beside the signals themselves. */
const MARKS = ['rude', 'dealbreaker', 'discount', 'private'] as const;

const FOUND_AS_SIGNAL = [...SIGNALS, ...MARKS];

/** What is searched for; several values of one filter mean any of them. */
export interface SearchWords {
  /** All of them must be found. */
  readonly words: readonly string[];
  readonly who: readonly string[];
  readonly kinds: readonly EntryType[];
  readonly signals: readonly string[];
  readonly about: readonly Subject[];
  readonly tags: readonly string[];
  readonly since: Day | undefined;
  readonly until: Day | undefined;
}

type Draft = { -readonly [K in keyof SearchWords]: SearchWords[K] };

const KEYS = ['who', 'kind', 'since', 'until', 'signal', 'about', 'tag'] as const;
type Key = (typeof KEYS)[number];

const KINDS = [...Object.keys(KIND_GROUPS), ...Object.keys(ENTRY_FIELDS)];

/**
 * Reads `price who:dana since:1 jan`; a key that is no filter (a time, an address) is searched for as it stands.
 * Throws RelError('usage') for a filter whose value cannot be read.
 */
export function readSearch(given: readonly string[], today: Day): SearchWords {
  const draft: Draft = {
    words: [],
    who: [],
    kinds: [],
    signals: [],
    about: [],
    tags: [],
    since: undefined,
    until: undefined,
  };
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const key = keyOf(word);
    if (key === undefined) readWord(draft, word);
    else at += readFilter(draft, key, [word.slice(key.length + 1), ...given.slice(at + 1)], today);
  }
  if (draft.since !== undefined && draft.until !== undefined && draft.since > draft.until) {
    throw new RelError('usage', 'until: lies before since:', 'give the earlier day to since:');
  }
  return draft;
}

/** `:rude` is searched for as it was typed to `rel log`; there it is in no note. */
function readWord(draft: Draft, word: string): void {
  const about = SUBJECTS.find((each) => word === `:${each}`);
  const signal = FOUND_AS_SIGNAL.find((each) => word === `:${each}`);
  if (about !== undefined) draft.about = [...draft.about, about];
  else if (signal !== undefined) draft.signals = [...draft.signals, signal];
  else draft.words = [...draft.words, word];
}

const keyOf = (word: string): Key | undefined =>
  KEYS.find((key) => word.toLowerCase().startsWith(`${key}:`));

/** Returns how many of the words after the key's own were part of its value. */
function readFilter(draft: Draft, key: Key, words: readonly string[], today: Day): number {
  const [value = ''] = words;
  switch (key) {
    case 'since':
    case 'until': {
      const { day, taken } = readDay(key, words, today);
      draft[key] = day;
      return taken - 1;
    }
    case 'kind':
      draft.kinds = [...draft.kinds, ...kindsOf(value.toLowerCase())];
      return 0;
    case 'signal':
      draft.signals = [...draft.signals, known(key, value, FOUND_AS_SIGNAL)];
      return 0;
    case 'about':
      draft.about = [...draft.about, known(key, value, SUBJECTS)];
      return 0;
    case 'who':
      draft.who = [...draft.who, filled(key, value)];
      return 0;
    case 'tag':
      draft.tags = [...draft.tags, filled(key, value)];
      return 0;
  }
}

/** The longest run of words that is a date: `since:1 jan` needs no quotes. */
function readDay(key: Key, words: readonly string[], today: Day): { day: Day; taken: number } {
  for (let taken = Math.min(LONGEST_DATE, words.length); taken > 0; taken -= 1) {
    const day = readDate(words.slice(0, taken).join(' '), today, 'past');
    if (day !== undefined) return { day, taken };
  }
  throw new RelError(
    'usage',
    `${key}:${words[0] ?? ''} is not a date`,
    `write it as ${key}:2026-11-16, ${key}:yesterday, ${key}:fri, ${key}:1 jan …`,
  );
}

function kindsOf(value: string): readonly EntryType[] {
  const word = known('kind', value, KINDS);
  return word === 'touch' || word === 'talk' ? KIND_GROUPS[word] : [word as EntryType];
}

function known<const T extends string>(key: Key, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value.toLowerCase());
  if (found !== undefined) return found;
  const near = nearWords(value.toLowerCase(), words);
  throw new RelError(
    'usage',
    `${key}:${value} is none of the words that ${key}: knows`,
    near.length > 0
      ? `did you mean ${near.map((word) => `${key}:${word}`).join(', or ')}?`
      : `it knows ${words.join(', ')}`,
  );
}

function filled(key: Key, value: string): string {
  if (value.trim() !== '') return value;
  throw new RelError('usage', `${key}: has nothing after it`, `type ${key}:NAME, without a blank`);
}
