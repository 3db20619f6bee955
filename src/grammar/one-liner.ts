import { type Day, formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Side } from '../journal/vocabulary.ts';
import type { EntryDraft } from './draft.ts';
import { LONGEST_MINUTES } from './durations.ts';
import { readTokens } from './line.ts';
import { type LogDraft, parseLog } from './log.ts';
import { tokensOf } from './tokens.ts';
import type { Key } from './words.ts';

/** What a line says beside its entry. */
export interface Besides extends Partial<Pick<LogDraft, 'promises' | 'needs' | 'wins'>> {
  /** Full names of the customer's people: a note that begins with one can be read in two ways. */
  readonly people?: readonly string[];
}

/**
 * The words after the customer that would log the same, one argument each; `parseLog` of them gives the entry back.
 *
 * That holds for every entry that `rel log` or `rel work` can make. Of others, which only an import brings, the words
 * say what they can: no channel becomes `call`, and offset and source are left out.
 */
export function wordsOf(entry: EntryDraft, today: Day, besides: Besides = {}): readonly string[] {
  const said = [
    ...headOf(entry, today),
    ...keysOf(entry, today),
    ...learnedOf(entry, today, besides),
  ];
  const promised = (besides.promises ?? []).flatMap(({ by, what, due }) => [
    textWord(PROMISER[by], what, today),
    `by:${formatDay(due)}`,
  ]);
  return withNote([...said, ...promised], entry, today, besides.people ?? []);
}

const PROMISER: Readonly<Record<Side, 'they' | 'me'>> = { them: 'they', us: 'me' };

function headOf(entry: EntryDraft, today: Day): readonly string[] {
  const touch =
    entry.type === 'work'
      ? []
      : [
          entry.channel ?? 'call',
          ...(entry.type === 'heard' ? ['in'] : []),
          ...maybe(entry.outcome),
        ];
  const minutes = entry.minutes === undefined ? [] : [minutesWord(entry.minutes)];
  return [...touch, ...minutes, ...(entry.on === today ? [] : [formatDay(entry.on)])];
}

const minutesWord = (minutes: number): string =>
  Number.isInteger(minutes) && minutes > 0 && minutes <= LONGEST_MINUTES
    ? `${minutes}m`
    : `--minutes=${minutes}`;

function keysOf(entry: EntryDraft, today: Day): readonly string[] {
  const flags = {
    fyi: entry.type === 'sent',
    discount: entry.conceded,
    rude: entry.rude,
    dealbreaker: entry.dealbreaker,
    'asked-change': entry.asked,
    private: entry.private,
  };
  const set = Object.entries(flags).flatMap(([word, isSaid]) => (isSaid === true ? [word] : []));
  const { gave = [], got = [], tags = [], about = [], signals = [] } = entry;
  return [
    ...maybe(entry.person).map((name) => textWord('with', name, today)),
    ...maybe(entry.time).map((time) => `at:${time}`),
    ...[...about, ...set, ...signals].map((word) => `:${word}`),
    ...maybe(entry.feel).map((feel) => `feel:${feel}`),
    ...maybe(entry.fault).map((fault) => `fault:${fault}`),
    ...maybe(entry.harm).map((harm) => `harm:${harm}`),
    ...maybe(entry.blames).map((blame) => textWord('blames', blame, today)),
    ...maybe(entry.weBlame).map((blame) => textWord('we-blame', blame, today)),
    ...gave.map((size) => `gave:${size}`),
    ...got.map((size) => `got:${size}`),
    ...tags.map((tag) => textWord('tag', tag, today)),
    ...maybe(entry.next).map((next) => `next:${formatDay(next)}`),
  ];
}

/** Their texts where they are at hand, else only that something was learned. */
function learnedOf({ learned = [] }: EntryDraft, today: Day, besides: Besides): readonly string[] {
  const texts = { need: besides.needs ?? [], win: besides.wins ?? [] };
  return learned.flatMap((what) =>
    texts[what].length === 0
      ? [`--learned=${what}`]
      : texts[what].map((text) => textWord(what, text, today)),
  );
}

/** `key:value` where that is read back as it is, else the option, whose value is taken as it stands. */
function textWord(key: Key, value: string, today: Day): string {
  const forms = [value.replace(/^other:/, ''), value].map((text) => `${key}:${text}`);
  return forms.find((form) => saysJust(form, key, value, today)) ?? `--${key}=${value}`;
}

function saysJust(word: string, key: Key, value: string, today: Day): boolean {
  const commandOptions = new Map<string, never>();
  const read = unlessRefused(() =>
    readTokens(tokensOf([word], commandOptions), {
      today,
      kind: 'touch',
      people: [],
      commandOptions,
    }),
  );
  const [first, ...others] = read?.said ?? [];
  return first?.slot === key && first.value === value && others.length === 0 && read?.note === '';
}

function withNote(
  words: readonly string[],
  { type, note }: EntryDraft,
  today: Day,
  people: readonly string[],
): readonly string[] {
  if (note === undefined) return words;
  const kind = type === 'work' ? 'work' : 'touch';
  const plain = [...words, ...note.split(' ')];
  const read = unlessRefused(() => parseLog(plain, { today, kind, people }));
  return read?.entry.note === note ? plain : [...words, '--', note];
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RelError) return undefined;
    throw error;
  }
}

const maybe = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
