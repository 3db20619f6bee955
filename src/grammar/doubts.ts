import { CHANNELS, OUTCOMES, type Outcome } from '../journal/vocabulary.ts';
import { slips } from './likeness.ts';

/** The first words of a note that can be read in two ways, of which one is no conversation at all. */
export interface Doubt {
  readonly words: string;
  /** The reading in which nobody was talked to, and what to type for it instead of the note. */
  readonly means: string;
  readonly instead: string;
  readonly note: string;
  /** `outcome`: only an outcome settles it; `talk`: anything else that shows how it went does. */
  readonly settledBy: 'outcome' | 'talk';
}

/** @param words the note's first plain words */
export function doubtAbout(words: readonly string[]): Doubt | undefined {
  const note = words.join(' ');
  return (
    callBack(note) ??
    outOfOffice(note) ??
    notReached(note) ??
    mistypedOutcome(note) ??
    mistypedChannel(note)
  );
}

/** `back` after `call`, with at most a pronoun between: what is or was to be done, but not what happened. */
export const CALL_BACK = /^call (?:(?:him|her|them|me|us) )?back(?![\w-])/i;

function callBack(note: string): Doubt | undefined {
  const found = CALL_BACK.exec(note.replace(/^(?:sat|sun) /i, ''))?.[0];
  if (found === undefined) return undefined;
  return {
    words: found,
    means: 'still to be done',
    instead: `no-answer next:fri -- ${note}`,
    note,
    settledBy: 'outcome',
  };
}

function outOfOffice(note: string): Doubt | undefined {
  const found = /^out of (?:(?:the|my|his|her|their|our) )?office(?![\w-])/i.exec(note)?.[0];
  if (found === undefined) return undefined;
  return {
    words: found,
    means: 'nobody reached',
    instead: `no-reply -- ${note}`,
    note,
    settledBy: 'outcome',
  };
}

const NOT_REACHED: readonly (readonly [RegExp, Outcome])[] = [
  [/^(?:(?:called|rang|phoned|tried|still) )?no (?:answer|response)(?![\w-])/i, 'no-answer'],
  [/^(?:(?:emailed|wrote|still) )?no reply(?![\w-])/i, 'no-reply'],
  [/^no show(?![\w-])/i, 'no-show'],
  [/^(?:mailbox|voicemail) (?:is |was )?full(?![\w-])/i, 'mailbox-full'],
  [
    /^left (?:him |her |them )?(?:a |another )?(?:voice ?mail|vm|message|msg)(?![\w-])/i,
    'voicemail',
  ],
  [
    /^(?:nobody|no one|no-one|noone|didn['’]?t|did not) (?:answer|answered|pick|picked)(?![\w-])/i,
    'no-answer',
  ],
];

function notReached(note: string): Doubt | undefined {
  for (const [pattern, outcome] of NOT_REACHED) {
    const words = pattern.exec(note)?.[0];
    if (words !== undefined) return reachedOrNot(words, outcome, note);
  }
  return undefined;
}

const reachedOrNot = (words: string, outcome: Outcome, note: string): Doubt => ({
  words,
  means: 'nobody reached',
  instead: outcome + note.slice(words.length),
  note,
  settledBy: 'talk',
});

/** Shorter words have too many neighbours. */
const SHORTEST_MISTYPED = 6;

/** `noanswer`, `canceled`, `voicemial`: an attempt that a slip would turn into a conversation. */
function mistypedOutcome(note: string): Doubt | undefined {
  const first = /^[\w-]+/.exec(note)?.[0] ?? '';
  const plain = first.toLowerCase();
  if (plain.length < SHORTEST_MISTYPED) return undefined;
  const outcome = OUTCOMES.find(
    (each) => slips(plain, each) <= 1 || plain === each.replace('-', ''),
  );
  return outcome === undefined ? undefined : reachedOrNot(first, outcome, note);
}

/** `cal no-answer`: a channel with a slip in it ended the head, and the outcome behind it went into the note. */
function mistypedChannel(note: string): Doubt | undefined {
  const [first = '', second = ''] = note.split(' ');
  const outcome = OUTCOMES.find((each) => each === second.toLowerCase());
  const channel = CHANNELS.find((each) => slips(first.toLowerCase(), each) === 1);
  if (outcome === undefined || channel === undefined) return undefined;
  const rest = note.slice(first.length + second.length + 1);
  return {
    ...reachedOrNot(`${first} ${second}`, outcome, note),
    instead: `${channel} ${outcome}${rest}`,
  };
}
