import type { Touch } from '../journal/entry.ts';
import type { Channel, Subject } from '../journal/vocabulary.ts';
import type { Asker, Choice } from '../platform/asker.ts';
import {
  likelyChannel,
  likelyMinutes,
  likelyPerson,
  likelyResult,
  likelySubject,
} from '../practice/likely.ts';
import { visible } from '../render/visible.ts';

/** What was answered, as words after the customer, and text of the note. */
export interface Told {
  readonly words: readonly string[];
  readonly text?: string;
}

interface About {
  readonly customer: string;
  /** Already named; then nobody asks for a person. */
  readonly person?: string;
  readonly people: readonly string[];
  readonly touches: readonly Touch[];
  /** Why the line as it stands could not be written. */
  readonly problem: (told: Told) => string | undefined;
}

const CHANNEL_KEYS: Readonly<Record<Channel, string>> = {
  call: 'c',
  email: 'e',
  text: 't',
  chat: 'h',
  visit: 'v',
  meeting: 'm',
  letter: 'l',
  event: 'n',
  other: 'o',
};

const choice = (key: string, value: string, says: string = value): Choice => ({ key, value, says });

const NONE = choice('0', '', 'not said');
const SPOKE = choice('s', 'spoke', 'we talked');
const MET: readonly Choice[] = [
  SPOKE,
  choice('i', 'heard', 'they came to me'),
  choice('n', 'no-show'),
  choice('x', 'cancelled'),
];
const WROTE: readonly Choice[] = [
  choice('w', 'tried', 'I wrote, waiting'),
  choice('i', 'heard', 'they wrote'),
  choice('f', 'sent', 'I wrote, needs no answer'),
  choice('n', 'no-reply', 'no reply'),
];
const CALLED: readonly Choice[] = [
  SPOKE,
  choice('i', 'heard', 'they called'),
  choice('n', 'no-answer', 'no answer'),
  choice('v', 'voicemail'),
  choice('f', 'mailbox-full', 'mailbox full'),
];
const RESULTS: Readonly<Record<Channel, readonly Choice[]>> = {
  call: CALLED,
  email: WROTE,
  text: WROTE,
  chat: WROTE,
  letter: WROTE,
  visit: MET,
  meeting: MET,
  event: MET,
  other: [SPOKE, choice('i', 'heard', 'they reached out'), choice('n', 'no-answer', 'no answer')],
};

/** The words that say how it went; an outcome is a word itself. */
const RESULT_WORDS: Readonly<Record<string, readonly string[]>> = {
  spoke: [],
  tried: [],
  heard: ['in'],
  sent: [':fyi'],
};

const SUBJECT_KEYS: Readonly<Record<Subject, string>> = {
  need: 'n',
  personal: 'p',
  problem: 'b',
  delivery: 'd',
  price: 'r',
  order: 'o',
  admin: 'a',
  review: 'v',
};

const FEELINGS: readonly Choice[] = [
  NONE,
  choice('1', '-2', 'very bad'),
  choice('2', '-1', 'bad'),
  choice('3', '0', 'neither'),
  choice('4', '1', 'good'),
  choice('5', '2', 'very good'),
];

/** At most seven questions; where nobody was reached four. */
export async function whatHappened(ask: Asker, about: About): Promise<Told> {
  const { touches } = about;
  const channel = await channelOf(ask, about);
  const result = await resultOf(ask, channel, touches);
  let words: readonly string[] = [channel, ...(RESULT_WORDS[result] ?? [result])];
  words = [...words, ...(await personOf(ask, about, words))];
  if (result === 'spoke' || result === 'heard') {
    const subject = await subjectOf(ask, touches);
    const minutes = RESULTS[channel] === WROTE ? [] : await minutesOf(ask, channel, about, words);
    const feel = await ask.key({ message: 'How did it feel?', choices: FEELINGS, usual: '' });
    words = [...words, ...minutes, ...subject, ...(feel === '' ? [] : [`feel:${feel}`])];
  }
  const text = await ask.text({
    message: 'Note, where words like :thanks count (Enter: none):',
    check: (typed) => about.problem({ words, text: typed }),
  });
  return text.trim() === '' ? { words } : { words, text };
}

async function channelOf(ask: Asker, { customer, touches }: About): Promise<Channel> {
  const channels = Object.keys(CHANNEL_KEYS) as Channel[];
  const answer = await ask.key({
    message: `${customer}: how?`,
    choices: channels.map((channel) => choice(CHANNEL_KEYS[channel], channel)),
    usual: likelyChannel(touches) ?? 'call',
  });
  return channels.find((channel) => channel === answer) ?? 'call';
}

function resultOf(ask: Asker, channel: Channel, touches: readonly Touch[]): Promise<string> {
  const choices = RESULTS[channel];
  const likely = likelyResult(touches, channel);
  const usual = choices.find(({ value }) => value === likely) ?? choices[0];
  return ask.key({ message: 'How did it go?', choices, usual: usual?.value ?? '' });
}

async function subjectOf(ask: Asker, touches: readonly Touch[]): Promise<readonly string[]> {
  const subjects = Object.entries(SUBJECT_KEYS).map(([subject, key]) => choice(key, subject));
  const answer = await ask.key({
    message: 'About what?',
    choices: [...subjects, NONE],
    usual: likelySubject(touches) ?? '',
  });
  return answer === '' ? [] : [`:${answer}`];
}

/** What is typed where a usual length is not the right one, and nobody knows it. */
const UNKNOWN = '-';

async function minutesOf(
  ask: Asker,
  channel: Channel,
  { touches, problem }: About,
  words: readonly string[],
): Promise<readonly string[]> {
  const usual = likelyMinutes(touches, channel);
  const saidIn = (typed: string) =>
    typed.trim() === '' || typed.trim() === UNKNOWN ? [] : [`--minutes=${typed.trim()}`];
  const typed = await ask.text({
    message:
      usual === undefined ? 'How long? (Enter: not said)' : `How long? ${UNKNOWN} for unknown`,
    ...(usual === undefined ? {} : { usual: `${usual}m` }),
    check: (text) => problem({ words: [...words, ...saidIn(text)] }),
  });
  return saidIn(typed);
}

const SOMEBODY_ELSE = 'somebody else';
const MOST_PEOPLE = 9;

async function personOf(
  ask: Asker,
  { people, person, problem, touches }: About,
  words: readonly string[],
): Promise<readonly string[]> {
  const saidIn = (name: string) => (name.trim() === '' ? [] : [`--with=${name.trim()}`]);
  if (person !== undefined) return saidIn(person);
  const likely = likelyPerson(touches);
  const first = people.filter((name) => name === likely);
  const listed = [...first, ...people.filter((name) => name !== likely)].slice(0, MOST_PEOPLE);
  const answer =
    listed.length === 0
      ? SOMEBODY_ELSE
      : await ask.key({
          message: 'Who was it?',
          choices: [
            ...listed.map((name, index) => choice(String(index + 1), name, visible(name))),
            choice('e', SOMEBODY_ELSE),
            NONE,
          ],
          usual: first[0] ?? '',
        });
  if (answer !== SOMEBODY_ELSE) return saidIn(answer);
  const typed = await ask.text({
    message: listed.length === 0 ? 'Who was it? (Enter: not said)' : 'What is the name?',
    check: (name) => problem({ words: [...words, ...saidIn(name)] }),
  });
  return saidIn(typed);
}
