import type { Channel } from '../journal/vocabulary.ts';
import { readWeekday } from './calendar-words.ts';
import type { Doubt, NoteBeginning } from './doubt.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';
import { nameIn, spelled, withoutComma } from './spelled.ts';
import { isName } from './strangers.ts';

/** What reached us, by the channel it came through, and who did. */
const CAME: readonly (readonly [Channel, string])[] = [
  ['call', listed('called rang phoned telephoned')],
  ['email', listed('emailed e-mailed mailed replied responded')],
  ['text', listed('texted messaged whatsapped')],
];
const THINGS: readonly (readonly [Channel, string])[] = [
  ['call', listed('call')],
  ['email', listed('email e-mail mail reply response')],
  ['text', listed('sms text whatsapp message')],
];

/** Before the thing: "got an email from dana". */
const GOT = listed('got had received a an another short long quick nice new angry');
const THEY = listed(`${KNOWN} he she they him her them`);
/** What comes behind whoever called is why, or how it went on: no "called off", "called it a day", "called the driver". */
const GOES_ON =
  /^(?:about|to|and|back|in|again|us|me|today|yesterday|this|with|for|that|wants?|needs?|asking|re)$/;

const REPLY = /^(?:(?:got |had )?an? |got |had )?(?:reply|response|answer|heard back)$/;
/** `dana called, wants lifts`, `email from dana`: it came from them, and our own way is the one that is meant without a word. */
export function fromThem(beginning: NoteBeginning): Doubt | undefined {
  return theyCalled(beginning) ?? inbound(beginning) ?? thingFrom(beginning);
}

function theyCalled(beginning: NoteBeginning): Doubt | undefined {
  const at = beginning.words.slice(1, 4).findIndex((word) => channelOf(CAME, plain(word))) + 1;
  if (at < 1) return undefined;
  const said = spelled(beginning);
  const verb = said[at] ?? '';
  const isKnown = said.slice(0, at).every((word) => isAmong(THEY, word));
  if (!isKnown && (at > 1 || !isName(said[0] ?? ''))) return undefined;
  const next = said[at + 1];
  const isOnDay = next === 'on' && readWeekday(withoutComma(said[at + 2] ?? '')) !== undefined;
  const goesOn =
    next === undefined || isOnDay || verb.endsWith(',') || GOES_ON.test(withoutComma(next));
  if (!goesOn) return undefined;
  const channel = channelOf(CAME, withoutComma(verb));
  return isKnown
    ? theirs(beginning, [0, at], at + (isOnDay ? 2 : 1), channel)
    : theirs(beginning, [0, 0], 0, channel);
}

const INBOUND = listed('inbound incoming');

/** `inbound call`, `incoming email from bob`. */
function inbound(beginning: NoteBeginning): Doubt | undefined {
  if (!isAmong(INBOUND, beginning.words[0]?.toLowerCase() ?? '')) return undefined;
  const [, thing = '', next] = beginning.words.slice(0, 3).map((word) => word.toLowerCase());
  const channel = channelOf(THINGS, withoutComma(thing));
  const goesOn =
    next === undefined ||
    thing.endsWith(',') ||
    next === 'from' ||
    GOES_ON.test(withoutComma(next));
  return channel === undefined || !goesOn ? undefined : theirs(beginning, [2, 2], 2, channel);
}

function thingFrom(beginning: NoteBeginning): Doubt | undefined {
  const words = beginning.words.slice(0, 4).map(plain);
  const at = words.indexOf('from');
  if (at < 0) return undefined;
  const said = spelled(beginning).map(withoutComma);
  const others = said.slice(at + 1).findIndex((word) => !isAmong(THEY, word));
  const isReply = REPLY.test(words.slice(0, at).join(' '));
  const end = others < 0 ? said.length : at + 1 + others;
  const channel = isReply ? 'email' : channelOf(THINGS, words[at - 1] ?? '');
  const isThing =
    isReply ||
    (channel !== undefined && words.slice(0, at - 1).every((word) => isAmong(GOT, word)));
  if (isReply && end === at + 1)
    return isName(said[end] ?? '') ? theirs(beginning, [0, 0], 0, channel) : undefined;
  if (end === at + 1 || (at > 0 && !isThing)) return undefined;
  return theirs(beginning, [at + 1, end], end, channel);
}

const channelOf = (channels: typeof CAME, word: string): Channel | undefined =>
  channels.find(([, words]) => isAmong(words, word))?.[0];

const plain = (word: string): string => withoutComma(word.toLowerCase());

function theirs(
  { words, people }: NoteBeginning,
  /** Where whoever it was is named; nowhere, where nobody knows them: behind a channel it may be a sentence. */
  [from, to]: readonly [number, number],
  replaces: number,
  channel: Channel | undefined,
): Doubt {
  const who = words.slice(from, to);
  const { written } = nameIn(who, spelled({ words: who, people }), people);
  return {
    words: words.slice(0, replaces === 0 ? 2 : replaces).join(' '),
    means: 'they reached out',
    head: 'in',
    channel,
    person: written,
    replaces,
    settledBy: to === 0 ? 'channel' : 'direction',
  };
}
