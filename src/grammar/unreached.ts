import type { Outcome } from '../journal/vocabulary.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN, phrases, type Kind, type Row } from './phrases.ts';
import { entriesOf } from './words.ts';

/** What was written for an outcome. */
export interface Unreached {
  readonly outcome: Outcome;
  readonly kind: Kind;
  /** How many words say it. */
  readonly taken: number;
}

/** The words that such a text can begin with, by what it may say. */
const BEGINNINGS = {
  no: listed('no without nobody no-one noone'),
  not: listed(
    "did do does didn't doesn't don't didnt doesnt dont was were is are wasn't weren't isn't aren't wasnt werent isnt arent " +
      "has have had hasn't haven't hadn't hasnt havent hadnt would wouldn't wouldnt won't wont could couldn't couldnt " +
      "can can't cant cannot never not unable failed",
  ),
  away: listed('is was were out away busy engaged unavailable unreachable at in on'),
  line: listed('the line phone number wrong dead rang kept just keep missed'),
  left: listed('left'),
  voicemail: listed(
    `got reached hit went goes only just straight directly right to his her their the ${KNOWN}'s voice mailbox vm lvm lm answering answerphone answer`,
  ),
  nothing: listed('heard still nothing'),
  cancelled: listed('stood cancelled canceled'),
} as const;

/** Behind one of these the words are about something: "the no answer problem". */
const ARTICLES = listed('a an the my our his her their your this that about of for');
/** And so is an outcome in one word: "asked about no-reply mails". */
export const BEFORE_A_NOUN = ARTICLES + listed('another no on in after from with to and or');

/**
 * What the words say first, if they say that nobody was reached; they are in lower case, with no sign behind one but a comma.
 * @param before the words before them
 */
export function unreachedIn(
  words: readonly string[],
  before: readonly string[],
): Unreached | undefined {
  if (isAmong(ARTICLES, before.at(-1) ?? '')) return undefined;
  const first = words[0]?.replace(',', '') ?? '';
  for (const [group, begins] of entriesOf(BEGINNINGS)) {
    if (!isAmong(begins, first)) continue;
    const found = firstOf(phrases()[group], words);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How many words say what was tried, where that was to reach somebody. */
export const triedIn = (words: readonly string[]): number | undefined =>
  firstOf(phrases().tried, words)?.taken;

function firstOf(rows: readonly Row[], words: readonly string[]): Unreached | undefined {
  const text = words.join(' ');
  for (const [pattern, outcome, kind = 'phrase'] of rows) {
    const found = new RegExp(`^(?:${pattern})(?![\\w'-])`).exec(text)?.[0];
    if (found !== undefined) return { outcome, kind, taken: found.split(' ').length };
  }
  return undefined;
}
