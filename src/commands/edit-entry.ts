import { colonWords } from '../grammar/words.ts';
import type { Said } from '../grammar/said.ts';
import type { Day } from '../journal/days.ts';
import { ENTRY_FIELDS, type Entry, type Recorded, TAIL_FIELDS } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import {
  day,
  type FieldSet,
  type Json,
  name,
  oneOf,
  optional,
  required,
} from '../journal/fields.ts';
import { HEAD_FIELDS } from '../journal/entry.ts';
import { readEntry, writeEntry } from '../journal/line.ts';
import type { Channel } from '../journal/vocabulary.ts';
import { joined, type Line, type Sheet, unknownField, withWishes, without } from './edit-fields.ts';
import type { Wish } from './edit-words.ts';

/** What an entry cannot answer from itself. */
export interface Around {
  readonly today: Day;
  readonly offset: string;
  /** The id of the entry with this number, or the text itself. */
  readonly idOf: (text: string) => string;
  readonly customerNamed: (text: string) => string;
}

/** The entry as it is wished, and what goes on the cards beside it. */
export interface EditedEntry {
  readonly entry: Entry;
  readonly needs: readonly string[];
  readonly wins: readonly string[];
}

const TOUCH_TYPES = ['spoke', 'heard', 'tried', 'sent'] as const;
const isTouchType = (type: string): boolean => TOUCH_TYPES.some((each) => each === type);

/** All that can be corrected on an entry: its origin and the time of its recording cannot. */
export function entrySheet({ type }: Pick<Entry, 'type'>, around: Around): Sheet {
  const fields: FieldSet = {
    ...(isTouchType(type) ? { type: required(oneOf(TOUCH_TYPES)) } : {}),
    customer: HEAD_FIELDS.customer,
    on: required(day),
    time: HEAD_FIELDS.time,
    ...ENTRY_FIELDS[type],
    ...without(TAIL_FIELDS, 'recordedAt', 'source'),
  };
  return {
    what: `an entry of the kind “${type}”`,
    fields:
      isTouchType(type) || type === 'work'
        ? { ...fields, need: optional(name), win: optional(name) }
        : fields,
    alias: { with: 'person', at: 'time', discount: 'conceded', 'asked-change': 'asked' },
    adding: { tag: 'tags', signal: 'signals', subject: 'about' },
    special: {
      ref: around.idOf,
      customer: around.customerNamed,
    },
  };
}

/** Throws RelError('usage') for what cannot be read, or contradicts itself. */
export function editedEntry(entry: Recorded, wishes: readonly Wish[], around: Around): EditedEntry {
  const sheet = entrySheet(entry, around);
  const before = writeEntry(entry);
  const plain = wishes.flatMap((wish) => plainly(wish, entry, sheet));
  const texts = (key: string) =>
    plain.flatMap((wish) => (wish.key === key && wish.text !== '' ? [wish.text] : []));
  const [needs, wins] = [texts('need'), texts('win')];
  const others = plain.filter(({ key }) => key !== 'need' && key !== 'win');
  const wished = withWishes(before, others, sheet, around.today);
  const learned = [...(needs.length > 0 ? ['need'] : []), ...(wins.length > 0 ? ['win'] : [])];
  const known =
    learned.length === 0 ? wished : { ...wished, learned: joined(wished['learned'], learned) };
  const { type, ...fields } = settled(known, before, others, around);
  const read = readEntry(typeOf(type, entry), fields);
  if (read.problem !== undefined)
    throw new RelError(
      'usage',
      read.problem,
      `nothing was written; see what is there: rel show ${entry.seq}`,
    );
  refuseTimes(read.value, around.today);
  return { entry: read.value, needs, wins };
}

const typeOf = (type: Json | undefined, entry: Recorded): Entry['type'] =>
  TOUCH_TYPES.find((each) => each === type) ?? entry.type;

/** A `:word` as the fields it stands for, and the words of a promise as `rel log` has them. */
function plainly(wish: Wish, entry: Recorded, sheet: Sheet): readonly Wish[] {
  if (entry.type === 'promise') return [promised(wish)];
  if (wish.isWord !== true) return [wish];
  const says = colonWords().get(wish.key)?.says;
  if (says === undefined || wish.text !== '') throw unknownField(sheet, wish);
  return says.flatMap(wordWishes);
}

/** `by:fri` is the day a promise is due, `by:us` who gave it. */
function promised(wish: Wish): Wish {
  if (wish.key !== 'by' || wish.isWord === true || /^(us|them)?$/i.test(wish.text)) return wish;
  return { ...wish, key: 'due' };
}

const FLAG_WISHES: Readonly<Record<string, readonly Wish[]>> = {
  fyi: [{ key: 'type', text: 'sent' }],
  private: [{ key: 'private', text: 'yes' }],
  discount: [{ key: 'conceded', text: 'yes' }],
  rude: [{ key: 'rude', text: 'yes' }],
  dealbreaker: [{ key: 'dealbreaker', text: 'yes' }],
  'asked-change': [{ key: 'asked', text: 'yes' }],
};

function wordWishes({ slot, value }: Said): readonly Wish[] {
  if (slot === 'signal') return [{ key: 'signal', text: value }];
  if (slot === 'about') return [{ key: 'subject', text: value }];
  if (slot === 'blames') return [{ key: 'blames', text: value }];
  if (slot === 'flag' && value === 'excuse')
    return [
      { key: 'fault', text: 'them' },
      { key: 'blames', text: 'nobody' },
    ];
  return slot === 'flag' ? (FLAG_WISHES[value] ?? []) : [];
}

const WRITTEN: ReadonlySet<Json | undefined> = new Set<Channel>([
  'email',
  'text',
  'chat',
  'letter',
]);

/** Type and offset as `rel log` would have made them of what is there now. */
function settled(line: Line, before: Line, wishes: readonly Wish[], around: Around): Line {
  const { offset, ...rest } = line;
  const timed: Line =
    line['time'] === undefined
      ? rest
      : { ...line, ...(offset === undefined ? { offset: around.offset } : {}) };
  const { outcome, channel, type } = timed;
  if (typeof type !== 'string' || !isTouchType(type)) return timed;
  const isSaid = wishes.some(({ key }) => key === 'type');
  if (isSaid || type === 'heard') {
    refuseOutcome(type, outcome);
    return timed;
  }
  if (outcome === before['outcome'] && channel === before['channel']) return timed;
  if (outcome !== undefined) return { ...timed, type: 'tried' };
  if (type === 'sent' && WRITTEN.has(channel)) return timed;
  return { ...timed, type: WRITTEN.has(channel) ? 'tried' : 'spoke' };
}

function refuseOutcome(type: string, outcome: Json | undefined): void {
  if (typeof outcome !== 'string' || type === 'tried') return;
  if (type === 'heard' && outcome === 'voicemail') return;
  throw new RelError(
    'usage',
    `${type} and ${outcome} contradict each other: nobody was reached`,
    'write type:tried, or take the outcome away: outcome:',
  );
}

function refuseTimes({ next, on }: Entry, today: Day): void {
  if (on > today)
    throw new RelError(
      'usage',
      'the entry would lie in the future: only what has happened is logged',
      'write the day it happened: on:yesterday, on:2026-11-16',
    );
  if (next !== undefined && next < on)
    throw new RelError(
      'usage',
      'next: lies before the entry itself',
      'write a day to come: next:fri, next:in 2 weeks',
    );
}
