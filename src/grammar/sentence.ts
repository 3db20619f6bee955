import { spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Blame, Channel } from '../journal/vocabulary.ts';
import type { EntryDraft, TouchDraft } from './draft.ts';
import { sayMinutes } from './durations.ts';

/** The entry as one line for people: `called Dana, 40 min, about need, gave m: “asked for the list”`. */
export function sentenceOf(entry: EntryDraft): string {
  const { note, ...rest } = entry;
  const said = partsOf(rest).join(', ');
  return note === undefined ? said : `${said}: “${note}”`;
}

/** The same in short phrases, for an answer that lays them out itself. */
export function partsOf(entry: EntryDraft): readonly string[] {
  return [opening(entry), ...times(entry), ...judged(entry), ...marked(entry)];
}

function opening(entry: EntryDraft): string {
  if (entry.type === 'work')
    return entry.person === undefined ? 'worked' : `worked for ${entry.person}`;
  const person = entry.person;
  switch (entry.type) {
    case 'spoke':
      return withPerson(SPOKE[entry.channel ?? 'other'], person);
    case 'heard':
      return entry.outcome === 'voicemail'
        ? `${person ?? 'they'} left a voicemail`
        : `${person ?? 'they'} ${HEARD[entry.channel ?? 'other']}`;
    case 'sent':
      return `${withPerson(WROTE[entry.channel ?? 'other'], person)}, no answer expected`;
    case 'tried':
      return tried(entry);
  }
}

function tried(entry: TouchDraft): string {
  if (entry.outcome === undefined) {
    return `${withPerson(WROTE[entry.channel ?? 'other'], entry.person)}, waiting for the reply`;
  }
  return `${withPerson(TRIED[entry.channel ?? 'other'], entry.person)}: ${entry.outcome}`;
}

/** Puts the person in the place of the star, or takes star and preposition away. */
const withPerson = (verb: string, person: string | undefined): string =>
  person === undefined ? verb.replace(/ ((with|to) )?\*/, '') : verb.replace('*', () => person);

const SPOKE: Readonly<Record<Channel, string>> = {
  call: 'called *',
  email: 'exchanged e-mails with *',
  text: 'texted with *',
  chat: 'chatted with *',
  visit: 'visited *',
  meeting: 'met *',
  letter: 'exchanged letters with *',
  event: 'met * at an event',
  other: 'spoke with *',
};

const WROTE: Readonly<Record<Channel, string>> = {
  call: 'called *',
  email: 'e-mailed *',
  text: 'texted *',
  chat: 'wrote to * in the chat',
  visit: 'went to see *',
  meeting: 'asked * for a meeting',
  letter: 'wrote a letter to *',
  event: 'invited *',
  other: 'sent * word',
};

const TRIED: Readonly<Record<Channel, string>> = {
  ...WROTE,
  call: 'tried to call *',
  visit: 'tried to visit *',
  meeting: 'tried to meet *',
  event: 'tried to meet * at an event',
  other: 'tried to reach *',
};

const HEARD: Readonly<Record<Channel, string>> = {
  call: 'called',
  email: 'e-mailed',
  text: 'texted',
  chat: 'wrote in the chat',
  visit: 'came by',
  meeting: 'came to a meeting',
  letter: 'wrote a letter',
  event: 'spoke to you at an event',
  other: 'reached out',
};

function times({ minutes, time, about = [] }: EntryDraft): readonly string[] {
  return phrases(
    minutes === undefined ? '' : sayMinutes(minutes),
    time === undefined ? '' : `at ${time}`,
    about.length === 0 ? '' : `about ${about.join(', ')}`,
  );
}

function judged(entry: EntryDraft): readonly string[] {
  const { feel, fault, harm, blames, weBlame, gave = [], got = [] } = entry;
  return phrases(
    feel === undefined ? '' : `feeling ${feel > 0 ? '+' : ''}${feel}`,
    fault === undefined ? '' : `fault: ${fault}`,
    harm === undefined ? '' : `harm ${harm} of 3`,
    blames === undefined ? '' : `they blame ${sayBlame(blames, { us: 'us', them: 'themselves' })}`,
    weBlame === undefined ? '' : `we blame ${sayBlame(weBlame, { us: 'ourselves', them: 'them' })}`,
    gave.length === 0 ? '' : `gave ${gave.join(', ')}`,
    got.length === 0 ? '' : `got ${got.join(', ')}`,
    entry.conceded === true ? 'gave a discount' : '',
    entry.rude === true ? 'they were rude' : '',
    entry.dealbreaker === true ? 'a dealbreaker' : '',
    entry.asked === true ? 'asked what they would change' : '',
  );
}

/** @param sides how whoever blames speaks of both */
const sayBlame = (blame: Blame, sides: Readonly<Record<'us' | 'them', string>>): string =>
  blame === 'us' || blame === 'them' ? sides[blame] : blame.replace(/^other:/, '');

function marked(entry: EntryDraft): readonly string[] {
  const { learned = [], signals = [], tags = [], next, note } = entry;
  return phrases(
    learned.length === 0 ? '' : `learned their ${learned.join(' and ')}`,
    signals.join(', '),
    tags.map((tag) => `#${tag}`).join(' '),
    entry.private === true ? 'private' : '',
    next === undefined ? '' : `reminder ${spokenWeekday(next)} ${spokenDay(next)}`,
    note === undefined ? '' : `“${note}”`,
  );
}

const phrases = (...all: readonly string[]): readonly string[] => all.filter((each) => each !== '');
