import { foldName } from '../journal/fold-name.ts';
import { lazily } from '../journal/lazily.ts';
import { type Channel, CHANNELS, type Outcome } from '../journal/vocabulary.ts';
import { type Doubt, nobodyReached, type NoteBeginning } from './doubt.ts';
import { isHeadWord } from './head-words.ts';
import { slips } from './likeness.ts';
import { outcomeMeant } from './slipped-words.ts';

/** Words for an attempt where the grammar has others, and the channel they tell. */
const attempts = lazily(
  (): ReadonlyMap<string, Channel | undefined> =>
    new Map([
      ...wordsFor(undefined, 'tried try attempted still again with'),
      ...wordsFor('call', 'called rang ring phoned phone telephoned dialled dialed'),
      ...wordsFor('email', 'emailed e-mailed e-mail mailed mail wrote'),
      ...wordsFor('text', 'texted sms messaged'),
      ...wordsFor('visit', 'visited'),
      ...wordsFor('meeting', 'met'),
    ]),
);

function wordsFor(channel: Channel | undefined, words: string) {
  return words.split(' ').map((word) => [word, channel] as const);
}

const PRONOUN = /^(?:he|she|they|him|her|them)$/;
const AGAIN = /^(?:again|twice|once|back)$/;

/** Behind one of these an outcome is what the sentence is about: "said the no-show fee is too high". */
const BEFORE_A_NOUN =
  /^(?:a|an|the|my|our|his|her|their|your|this|that|another|no|of|on|in|for|about|after|from|with|to|and|or)$/;

/** One slip away from a channel, and yet what was meant. */
const ORDINARY = /^(?:all|tall|what|that|hat|even|next|test|better)$/;

/** No word of a sentence; the others may be: "order cancelled", "new voicemail". */
const UNMISTAKABLE: ReadonlySet<Outcome> = new Set(['no-answer', 'mailbox-full', 'no-reply']);

/** So many words may stand before the outcome. */
const MOST_BEFORE = 3;

/** `tried no-answer`, `called dana no-answer`, `cal voicemail`: a word of no head ended it, and the outcome went into the note. */
export function outcomeBehind({ words, isQuoted, people }: NoteBeginning): Doubt | undefined {
  const plain = words.slice(0, MOST_BEFORE + 1).map(plainWord);
  const at = plain.findIndex((word, index) => index > 0 && outcomeMeant(word) !== undefined);
  const outcome = outcomeMeant(plain[at] ?? '');
  const [first = '', ...between] = plain.slice(0, at);
  if (outcome === undefined || BEFORE_A_NOUN.test(between.at(-1) ?? '')) return undefined;
  const channel = attempts().get(first) ?? channelMeant(first);
  const isAttempt = channel !== undefined || attempts().has(first);
  const others = between.filter((word) => !isHeadWord(word) && !AGAIN.test(word));
  if (others.length > (isAttempt ? 1 : 0)) return undefined;
  if (!isAttempt) {
    if (isQuoted || BEFORE_A_NOUN.test(first)) return undefined;
    const isAll = at === words.length - 1 && isSomebody(first, people);
    if (!UNMISTAKABLE.has(outcome) && !isAll) return undefined;
  }
  const kept = [outcome, ...inALine(words.slice(isAttempt ? 1 : 0, at), people)];
  return nobodyReached(words.slice(0, at + 1).join(' '), kept.join(' '), at + 1, channel);
}

/** `tried`, `tried dana again`, and nothing more: whoever had been reached would have more to say. */
export function triedOnly({ words, people }: NoteBeginning): Doubt | undefined {
  const [first = '', ...others] = words.map(plainWord);
  if (first !== 'tried') return undefined;
  const isAll = others.every(
    (word) => AGAIN.test(word) || isHeadWord(word) || isSomebody(word, people),
  );
  if (!isAll) return undefined;
  const kept = ['no-answer', ...inALine(words.slice(1), people)];
  return nobodyReached(words.join(' '), kept.join(' '), words.length);
}

const plainWord = (word: string): string => word.toLowerCase().replace(/[,.;:!?]+$/, '');

const channelMeant = (word: string): Channel | undefined =>
  ORDINARY.test(word) ? undefined : CHANNELS.find((each) => slips(word, each) === 1);

const isSomebody = (word: string, people: readonly string[]): boolean =>
  PRONOUN.test(word) || isPerson(word, people);

const isPerson = (word: string, people: readonly string[]): boolean =>
  people.some((name) => foldName(name).split(' ').includes(foldName(word)));

/** The words as a line takes them. */
const inALine = (words: readonly string[], people: readonly string[]): readonly string[] =>
  words
    .filter((word) => !PRONOUN.test(plainWord(word)))
    .map((word) => (isPerson(plainWord(word), people) ? `with:${plainWord(word)}` : word));
