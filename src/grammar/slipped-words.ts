import { lazily } from '../journal/lazily.ts';
import { CHANNELS, type Outcome, OUTCOMES } from '../journal/vocabulary.ts';
import { type Doubt, nobodyReached } from './doubt.ts';
import { slips } from './likeness.ts';
import { DIRECTIONS } from './said.ts';

/** Shorter words have too many neighbours. */
const SHORTEST_MISTYPED = 6;

/** The outcome that a word is, or would be without a slip: `noanswer`, `canceled`, `voicemial`. */
export function outcomeMeant(word: string): Outcome | undefined {
  const plain = word.toLowerCase();
  if (plain.length < SHORTEST_MISTYPED) return undefined;
  return OUTCOMES.find((each) => slips(plain, each) <= 1 || plain === each.replace('-', ''));
}

/** An attempt that a slip in its outcome would turn into a conversation. */
export function mistypedOutcome(note: string): Doubt | undefined {
  const first = /^[\w-]+/.exec(note)?.[0] ?? '';
  const outcome = outcomeMeant(first);
  return outcome === undefined ? undefined : nobodyReached(first, outcome, 1);
}

const WRITTEN =
  /^(?:(sent|e-?mailed|e-mail|emial|mailed|wrote)|texted|messaged|whatsapped|sms)(?![\w-])/i;

/** `emailed the quote`: as no channel was said it would be a call, in which somebody was reached. */
export function written(note: string): Doubt | undefined {
  const found = WRITTEN.exec(note);
  if (found === null) return undefined;
  return {
    words: found[0],
    means: 'written, the answer is still to come',
    head: found[1] === undefined ? 'text' : 'email',
    replaces: 0,
    settledBy: 'channel',
  };
}

/** What the fields of the journal and of `rel edit` are as words of a line. */
const fields = lazily(
  (): ReadonlyMap<string, string> =>
    new Map([
      ['type:tried', 'no-answer'],
      ['type:heard', 'in'],
      ['type:sent', 'email :fyi'],
      ...CHANNELS.map((each) => [`channel:${each}`, each] as const),
      ...OUTCOMES.map((each) => [`outcome:${each}`, each] as const),
      ...DIRECTIONS.map((each) => [`direction:${each}`, each] as const),
    ]),
);

/** `outcome:no-answer`, where a line has the word alone. */
export function fieldWord(note: string): Doubt | undefined {
  const words = /^[a-z]+:[a-z-]+/i.exec(note)?.[0] ?? '';
  const head = words === '' ? undefined : fields().get(words.toLowerCase());
  if (head === undefined) return undefined;
  return { words, means: 'a word of the line', head, replaces: 1, settledBy: 'talk' };
}
