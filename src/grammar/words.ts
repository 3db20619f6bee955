import { lazily } from '../journal/lazily.ts';
import type { Channel, Outcome, Signal, Subject } from '../journal/vocabulary.ts';
import type { Flag, Said, Slot } from './said.ts';

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  call: 'by telephone (the default)',
  email: 'by e-mail',
  text: 'by text message',
  chat: 'by chat',
  visit: 'you went to them, or they came',
  meeting: 'a meeting, in a room or on a screen',
  letter: 'by post',
  event: 'at a fair, a dinner, a game',
  other: 'in some other way',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'no-answer': 'nobody picked up',
  voicemail: 'only the voicemail was reached',
  'mailbox-full': 'the voicemail took no more messages',
  'no-reply': 'what was written stayed without an answer',
  'no-show': 'they did not come',
  cancelled: 'they called it off',
};

/** `:word` for what was talked about. */
const subjectWords = (): Readonly<Record<Subject, string>> => ({
  need: 'what they need',
  personal: 'the person, not the business',
  problem: 'something that went wrong',
  delivery: 'delivery',
  price: 'price',
  order: 'an order',
  admin: 'paperwork',
  review: 'how it goes between us',
});

/** `:word` for evidence that is shown and counted, and feeds advice, not levels. */
const signalWords = (): Readonly<Record<Signal, string>> => ({
  apology: 'they apologised',
  explained: 'they explained what had happened',
  assured: 'they assured us it will not happen again',
  thanks: 'they thanked us',
  respect: 'they showed respect',
  vent: 'they let off steam',
  listened: 'we heard them out',
  included: 'they took us into a decision of theirs',
  excluded: 'they decided without us',
  blindsided: 'they surprised us with something settled',
  competitor: 'a competitor came up',
  quote: 'a quote was given or compared',
  flattery: 'they praised us against all others before we did anything',
  'looked-out': 'they looked out for us',
  'personal-help': 'help beyond the business',
  'win-win': 'both sides gained',
  covered: 'we covered for them',
  'co-created': 'we worked out a solution together',
  confronted: 'we raised the problem with them',
});

type BlameWord = 'evasive' | 'owns-it' | 'shares-it' | 'blames-us';

interface Meaning {
  readonly means: string;
  readonly says: readonly Said[];
}

const flag = (value: Flag, means: string): Meaning => ({
  means,
  says: [{ slot: 'flag', value, shown: `:${value}` }],
});

const blames = (value: 'them' | 'both' | 'us', shown: string, means: string): Meaning => ({
  means,
  says: [{ slot: 'blames', value, shown }],
});

/** The words with a meaning of their own, beside subjects and signals. */
const ownWords = (): Readonly<Record<Flag | BlameWord, Meaning>> => ({
  fyi: flag('fyi', 'no answer is expected'),
  private: flag('private', 'never in handover, export or page unless asked'),
  discount: flag('discount', 'we made a concession'),
  rude: flag('rude', 'they were disrespectful'),
  dealbreaker: flag('dealbreaker', 'fraud, abuse and the like'),
  'asked-change': flag('asked-change', 'we asked what they would change on their end'),
  excuse: flag('excuse', 'their fault, and nobody is to blame (fault:them blames:nobody)'),
  evasive: {
    means: 'as :excuse: they would not say what is going on',
    says: [{ slot: 'flag', value: 'excuse', shown: ':evasive' }],
  },
  'owns-it': blames('them', ':owns-it', 'they take the blame (blames:them)'),
  'shares-it': blames('both', ':shares-it', 'they share the blame (blames:both)'),
  'blames-us': blames('us', ':blames-us', 'they blame us (blames:us)'),
});

function allColonWords(): ReadonlyMap<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const [value, means] of entriesOf(subjectWords())) {
    words.set(value, { means, says: [{ slot: 'about', value, shown: `:${value}` }] });
  }
  for (const [word, meaning] of entriesOf(ownWords())) words.set(word, meaning);
  for (const [value, means] of entriesOf(signalWords())) {
    words.set(value, { means, says: [{ slot: 'signal', value, shown: `:${value}` }] });
  }
  return words;
}

/** What each `:word` says, without its colon. */
export const colonWords = lazily(allColonWords);

interface KeyMeaning {
  readonly means: string;
  readonly example: string;
}

const allKeyWords = () =>
  ({
    need: { means: 'what they need; kept on the card', example: 'need:"forklifts for the winter"' },
    win: {
      means: 'what the person wants to win; kept on the card',
      example: 'win:"be home by five"',
    },
    with: { means: 'the person', example: 'with:dana' },
    on: { means: 'the day it happened', example: 'on:last tuesday' },
    at: { means: 'the time of day', example: 'at:14:30' },
    feel: { means: 'how you felt about it, -2 to 2', example: 'feel:-1' },
    tag: { means: 'a label of your own', example: 'tag:fair' },
    next: { means: 'a reminder, until the next touch', example: 'next:in 2 weeks' },
    they: { means: 'a promise of theirs, with by:', example: 'they:"send the list" by:fri' },
    me: { means: 'a promise of ours, with by:', example: 'me:"quote" by:3 dec' },
    by: { means: 'when the promise is due', example: 'by:fri' },
    gave: { means: 'a favour to them beyond the contract: s, m or l', example: 'gave:m' },
    got: { means: 'a favour from them beyond the contract: s, m or l', example: 'got:s' },
    fault: { means: 'an incident, and whose fault it was', example: 'fault:us' },
    harm: { means: 'how much harm it did, 1 to 3', example: 'harm:2' },
    blames: { means: 'whom they hold responsible', example: 'blames:both' },
    'we-blame': { means: 'whom we hold responsible', example: 'we-blame:us' },
  }) as const satisfies Readonly<Partial<Record<Slot, KeyMeaning>>>;

/** The `key:value` pairs, which count anywhere in the line. */
export const keyWords = lazily(allKeyWords);

export type Key = keyof ReturnType<typeof keyWords>;

export const isKey = (word: string): word is Key => Object.hasOwn(keyWords(), word);

/** `Object.entries` with the keys it was given; right only for a literal that nothing was added to. */
export function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>) {
  return (Object.keys(record) as K[]).map((key) => [key, record[key]] as const);
}
