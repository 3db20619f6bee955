import { type Channel, CHANNELS } from '../journal/vocabulary.ts';
import { isHeadWord } from './head-words.ts';
import { slips } from './likeness.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { BEFORE_A_NOUN } from './unreached.ts';

/** The words before those that say what came of it. */
export interface Lead {
  readonly is: 'nothing' | 'somebody' | 'attempt' | 'unknown';
  /** How many of them are neither names nor say how or when. */
  readonly others: number;
  /** So many say that it was an attempt, which an outcome says as well. */
  readonly said: number;
  readonly channel?: Channel | undefined;
}

/** Words for an attempt where the grammar has others, and the channel they tell. */
const ATTEMPTS: readonly (readonly [Channel | undefined, string])[] = [
  [
    undefined,
    listed(
      'tried try trying attempted retried contacted chased chasing pinged followed returned reached',
    ),
  ],
  ['call', listed('called rang ring phoned phone telephoned dialled dialed calling ringing')],
  ['email', listed('emailed e-mailed e-mail mailed mail wrote')],
  ['text', listed('texted sms messaged')],
  ['visit', listed('visited went stopped dropped popped swung drove knocked')],
  ['meeting', listed('met')],
];

/** These are attempts with one of the words below only: "went by", "reached out". */
const WITH_MORE = listed('went stopped dropped popped swung drove reached');
const WHERE_TO = listed('by past round there out');

const BY_TELEPHONE = listed('call calling ring ringing phone phoning');
/** What may belong to a word for an attempt: "tried to get hold of", "followed up". */
const MORE_OF_IT = `${WHERE_TO}${BY_TELEPHONE}${listed('to reach reaching contact contacting catch hold of through up back')}`;

/** Nothing but a name may follow these: "tried the new pump" was no attempt to reach somebody. */
const NARROW = listed('tried try trying attempted met');
const MOST_OTHERS = 6;

/** "Still no reply", "i called ray". */
const BEFORE_ALL = listed("i we i've we've just also then again still got with finally");
const SOMEBODY = listed(`${KNOWN} he she they him her them`);
const JOINING = listed('and but with got just then only it i we');
const BESIDE =
  `${SOMEBODY}${JOINING}` +
  listed(
    `${KNOWN}'s again twice once thrice back times today two three four several at on this morning ` +
      'afternoon his their the phone mobile cell office line landline desk number',
  );

/** Somebody was reached, or something else is told: "called ray, he said no answer yet". */
const TELLS = listed(
  'said says say saying told tell tells asked ask asks spoke speak speaks talk talked talks talking discussed agreed ' +
    'promised want wants wanted need needs needed reported mentioned complained complains explained explains confirmed ' +
    'think thinks thought know knows expect expects has have had give gives gave because since that as if when why until ' +
    'reached answered',
);

/** One slip away from a channel, and yet what was meant. */
const ORDINARY = listed('all tall what that hat even next test better');

export const isPronoun = (word: string): boolean => word !== KNOWN && isAmong(SOMEBODY, word);

/** It joins what came of an attempt to it. */
export const isJoining = (word: string): boolean => isPronoun(word) || isAmong(JOINING, word);

/** It says of an attempt to whom, how, when or how often it was made. */
export const isBeside = (word: string): boolean =>
  isAmong(BESIDE, word) || /^\d+x?$/.test(word) || isHeadWord(word);

/** What the words before an outcome make of it; undefined where they tell of something else. */
export function leadOf(before: readonly string[]): Lead | undefined {
  const begins = before.findIndex((word) => !isAmong(BEFORE_ALL, word));
  if (begins < 0) return { is: 'nothing', others: 0, said: before.length };
  const [first = '', ...rest] = before.slice(begins);
  if ((isAmong(TELLS, first) && first !== 'reached') || rest.some((word) => isAmong(TELLS, word)))
    return undefined;
  const attempt = ATTEMPTS.find(([, words]) => isAmong(words, first));
  if (attempt !== undefined && (!isAmong(WITH_MORE, first) || isAmong(WHERE_TO, rest[0] ?? '')))
    return attemptOf(attempt[0], first, rest, begins);
  const others = [first, ...rest].filter((word) => !isBeside(word)).length;
  if (others > 0)
    return others > 2 || isAmong(BEFORE_A_NOUN, first)
      ? undefined
      : { is: 'unknown', others, said: begins };
  const isSomebody = [first, ...rest].some((word) => isAmong(SOMEBODY, word));
  return { is: isSomebody ? 'somebody' : 'nothing', others: 0, said: begins };
}

function attemptOf(
  channel: Channel | undefined,
  first: string,
  rest: readonly string[],
  begins: number,
): Lead | undefined {
  const end = rest.findIndex((word) => !isAmong(MORE_OF_IT, word));
  const more = end < 0 ? rest.length : end;
  const isCall = rest.slice(0, more).some((word) => isAmong(BY_TELEPHONE, word));
  const others = rest.slice(more).filter((word) => !isBeside(word)).length;
  const most = isAmong(NARROW, first) && (more === 0 || rest[more - 1] === 'to') ? 1 : MOST_OTHERS;
  return others > most
    ? undefined
    : { is: 'attempt', others, said: begins + 1 + more, channel: isCall ? 'call' : channel };
}

/** The first of the words is one for a channel with a slip in it: `cal voicemail`. */
export function slippedLead([first = '', ...rest]: readonly string[]): Lead | undefined {
  if (isAmong(ORDINARY, first)) return undefined;
  const channel = CHANNELS.find((each) => slips(first, each) === 1);
  return channel === undefined ? undefined : attemptOf(channel, first, rest, 0);
}
