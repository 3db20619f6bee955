import { ENTRY_FIELDS, type Entry, type EntryType } from '../../src/journal/entry.ts';
import { readEntry } from '../../src/journal/line.ts';

type Fields = Readonly<Record<string, unknown>>;

const OCCASION = {
  person: 'Dana',
  about: ['need', 'price'],
  minutes: 12.5,
  feel: -2,
  fault: 'both',
  harm: 3,
  blames: 'other:Müller & Söhne',
  weBlame: 'nobody',
  gave: ['s', 'l'],
  got: ['m'],
  conceded: true,
  rude: false,
  dealbreaker: false,
  learned: ['need'],
  asked: true,
};
const TOUCH = { channel: 'call', outcome: 'no-answer', ...OCCASION };
const SPAN = { from: '2024-02-29', to: '2024-03-01' };

/** Each type with every field it may have. */
const OWN_FIELDS: Readonly<Record<EntryType, Fields>> = {
  spoke: TOUCH,
  tried: TOUCH,
  heard: TOUCH,
  sent: TOUCH,
  work: OCCASION,
  learned: { learned: ['need', 'win'], person: 'Dana' },
  promise: {
    by: 'them',
    what: 'pay',
    due: '2024-05-01',
    kind: 'payment',
    amount: 900.05,
    number: 'R-7',
  },
  done: { ref: 'promise' },
  broken: { ref: 'promise' },
  waived: { ref: 'promise' },
  moved: { ref: 'promise', due: '2024-06-01', agreed: true },
  paid: { ref: 'promise', amount: 0.1 },
  income: { amount: 0 },
  won: { amount: 1e9, onPriceAlone: true },
  renewal: { renewsOn: '2200-12-31' },
  lost: { cause: 'price', harm: 1 },
  notice: {
    deadline: '2024-04-01',
    channel: 'letter',
    words: 'until April:\n\t"or else"',
    conditions: ['a', 'b'],
  },
  met: {},
  drop: {},
  conditions: { conditions: ['apology', 'assurance'], ref: 'spoke' },
  return: {},
  refuse: {},
  accept: { ref: 'work' },
  away: SPAN,
  hardship: SPAN,
  change: { kind: 'rival-failing' },
  step: { step: 'heard them out', answer: 'yes' },
  decision: { verdict: 'DROP', computed: 'KEEP', reason: 'enough', until: '2024-12-31' },
  lesson: { rule: 'promises', text: 'ask for a date', ref: 'spoke' },
  read: {},
  intent: { what: 'drop', until: '2024-07-01' },
  mood: { feel: 2 },
};

const HEAD = { customer: 'Acme', on: '2024-02-29', time: '23:59', offset: '-03:30' };
const TAIL = {
  note: 'naïve 🙂 עברית "quoted" \\ back',
  tags: ['a b', 'ß'],
  signals: ['apology', 'win-win'],
  private: true,
  next: '2024-03-15',
  recordedAt: '2024-03-01T00:00:00.123+01:00',
  source: { importer: 'csv', key: '17' },
};

/**
 * One entry of each type with every field, and one with only those it needs; all of customer Acme.
 */
export const ONE_OF_EACH: readonly Entry[] = (Object.keys(ENTRY_FIELDS) as EntryType[]).flatMap(
  (type) => [
    entry(type, { id: type, ...HEAD, ...OWN_FIELDS[type], ...TAIL }),
    entry(type, { id: `bare ${type}`, customer: 'Acme', on: '1970-01-01', ...required(type) }),
  ],
);

/** The entry with these fields of a journal line. */
export function entry(type: EntryType, fields: Fields): Entry {
  const read = readEntry(type, fields);
  if (read.problem !== undefined) throw new Error(read.problem);
  return read.value;
}

function required(type: EntryType): Fields {
  const needed = Object.entries(ENTRY_FIELDS[type]).filter(([, field]) => field.required);
  return Object.fromEntries(needed.map(([name]) => [name, OWN_FIELDS[type][name]]));
}
