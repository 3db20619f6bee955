import { formatDay, spokenDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Standing } from '../journal/promises.ts';
import type { Channel } from '../journal/vocabulary.ts';
import { counted } from '../journal/counted.ts';
import type { Failure, Reaction, Said } from '../practice/failures.ts';
import { labelled } from './labelled.ts';
import type { Page } from './page.ts';

const WAYS: Readonly<Record<Channel, string>> = {
  call: ' on the telephone',
  email: ' by e-mail',
  text: ' by text message',
  chat: ' by chat',
  visit: ' at a visit',
  meeting: ' at a meeting',
  letter: ' by letter',
  event: ' at an event',
  other: '',
};

const VOICE: ReadonlySet<Channel> = new Set(['call', 'visit', 'meeting', 'event']);

const REACTIONS: Readonly<Record<Reaction, string>> = {
  took: 'took the blame themselves',
  shared: 'shared the blame',
  nobody: 'blamed nobody',
  us: 'blamed you',
  other: 'blamed somebody else',
  unloaded: 'let off steam',
  silent: 'have said nothing to it',
};

const PARTS: readonly (readonly [keyof Said, string])[] = [
  ['whatHappened', 'what happened'],
  ['theirProblem', 'that it is a problem for them'],
  ['mending', 'what you do about it'],
];

/** Each failure of ours, and how it was owned: no word of an entry is in it. */
export const failureLines = (failures: readonly Failure[], page: Page): readonly string[] =>
  failures.flatMap((failure) => [
    `  ${page.paint('strong', `#${failure.entry.seq}`)} of ${spokenDay(failure.entry.on)}${harmOf(failure)}`,
    ...labelled('told', toldWords(failure), page),
    ...labelled('said', failure.told === undefined ? '' : saidWords(failure), page),
    ...labelled('they', failure.reaction === undefined ? '' : REACTIONS[failure.reaction], page),
    ...labelled('ends', endsWords(failure), page),
    ...labelled('mended', mendedWords(failure), page),
  ]);

const harmOf = ({ harm }: Failure): string =>
  harm?.harm === undefined ? '' : `, harm ${harm.harm} of 3`;

function toldWords({ entry, foundBy, told, days, minutes }: Failure): string {
  if (told === undefined)
    return days === 0
      ? 'not yet: ring them today, before they find it'
      : `not yet, ${counted(days, 'day')} after you found it: ring them before they find it`;
  const number = told.id === entry.id ? '' : ` #${told.seq}`;
  if (foundBy === 'us' && told.type === 'heard')
    return `they came to you with it${channelOf(told.channel)}, ${delayWords(days, minutes)}${number}`;
  if (foundBy === 'them')
    return `they found it, and ${entry.type === 'heard' ? 'came to' : 'told'} you${channelOf(told.channel)}`;
  return `by you${channelOf(told.channel)}, ${delayWords(days, minutes)}${byVoice(told.channel)}${number}`;
}

const channelOf = (channel: Channel | undefined): string =>
  channel === undefined ? '' : WAYS[channel];

const byVoice = (channel: Channel | undefined): string =>
  channel === undefined || VOICE.has(channel) ? '' : ': a call says more';

function delayWords(days: number, minutes: number | undefined): string {
  if (days > 0) return `${counted(days, 'day')} after you found it`;
  if (minutes === undefined || minutes === 0) return 'the day you found it';
  return minutes < 60
    ? `${minutes} min after you found it`
    : `${Number((minutes / 60).toFixed(1))} h after you found it`;
}

function saidWords({ accepted, said, whole, excuses }: Failure): string {
  const named = (has: boolean): string =>
    PARTS.filter(([part]) => said[part] === has)
      .map(([, words]) => words)
      .join(', ');
  const parts = [
    named(true),
    accepted !== undefined || named(false) === '' ? '' : `not yet: ${named(false)}`,
    whole ? 'all of it yours' : 'a part of it yours',
    ...excuses.map(({ seq }) => `an excuse of yours #${seq}`),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function endsWords({ ourEnd, theirEnd }: Failure): string {
  const ends = [
    ...(ourEnd.length === 0 ? [] : [`yours ${doneOf(ourEnd)} done`]),
    ...(theirEnd.length === 0 ? [] : [`theirs ${doneOf(theirEnd)} done`]),
  ];
  return ends.join(', ') + turnWords(undone(ourEnd), undone(theirEnd));
}

/** Whose move it is where something is left to do; ours before theirs. */
function turnWords(ours: number, theirs: number): string {
  if (ours > 0) return theirs > 0 ? ': pick up yours first' : ': the next move is yours';
  return theirs > 0 ? ': the next move is theirs' : '';
}

const doneOf = (promises: readonly Standing[]): string =>
  `${promises.length - undone(promises)} of ${promises.length}`;

const undone = (promises: readonly Standing[]): number =>
  promises.filter(({ resolution }) => resolution?.type !== 'done').length;

const mendedWords = ({ accepted, harm, told }: Failure): string => {
  if (accepted !== undefined) return `they say so, since ${spokenDay(accepted.on)}`;
  return harm === undefined || told === undefined
    ? ''
    : `not yet; when they say so: rel accept ${harm.seq}`;
};

export const failureJson = (failure: Failure): Readonly<Record<string, Json>> => ({
  entry: failure.entry.id,
  foundBy: failure.foundBy,
  told: failure.told?.id ?? null,
  channel: failure.told?.channel ?? null,
  days: failure.days,
  minutes: failure.minutes ?? null,
  said: { ...failure.said },
  whole: failure.whole,
  excuses: failure.excuses.map(({ id }) => id),
  reaction: failure.reaction ?? null,
  ourEnd: endJson(failure.ourEnd),
  theirEnd: endJson(failure.theirEnd),
  harm: failure.harm?.harm ?? null,
  accepted: failure.accepted === undefined ? null : formatDay(failure.accepted.on),
});

const endJson = (promises: readonly Standing[]): Readonly<Record<string, Json>> => ({
  promises: promises.map(({ promise }) => promise.id),
  done: promises.length - undone(promises),
});
