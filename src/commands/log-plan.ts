import type { LogDraft } from '../grammar/log.ts';
import {
  type Customer,
  type EntryOf,
  isTwoWay,
  type Recorded,
  type TouchType,
} from '../journal/entry.ts';
import { weekday } from '../journal/days.ts';
import { type Clock, timestamp } from '../journal/clock.ts';
import { historyOf } from '../journal/history.ts';
import { byOrder } from '../journal/order.ts';
import { unprepared } from '../practice/takeover.ts';
import { talliesOf } from '../practice/tally.ts';
import { quotedName } from '../render/quoted.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import { lastYearNotices } from './last-year.ts';
import { droppedNotices } from './log-dropped.ts';
import { solutionNotices } from './solution-for.ts';
import { needsRemembered, type Remembered, winsRemembered } from './people.ts';

type Unstored<T extends TouchType | 'work' | 'promise'> = T extends TouchType | 'work' | 'promise'
  ? Omit<EntryOf<T>, 'id'>
  : never;

/** What was typed, and what the journal knows of the customer before it. */
export interface Known {
  readonly words: readonly string[];
  readonly card: Customer;
  readonly isNew: boolean;
  readonly people: readonly StoredPerson[];
  /** In Order; those of the `looksOf` the new entry are enough. */
  readonly entries: readonly Recorded[];
  /** How many talks there were up to today. */
  readonly talks: number;
  /** Of an inherited account, when its brief was read, and the touches of the year before the line. */
  readonly takeover: readonly Recorded[];
}

/** Everything that one line does to the journal, before it is done. */
export interface Plan {
  /** The customer's card before. */
  readonly card: Customer;
  readonly isNew: boolean;
  readonly entry: Unstored<TouchType | 'work'>;
  readonly promises: readonly Unstored<'promise'>[];
  readonly onCard: Remembered;
  readonly onPerson: Remembered;
  /** What else should be known. */
  readonly notices: readonly string[];
  /** What it adds up to. */
  readonly tallies: readonly string[];
}

export function planOf(clock: Clock, known: Known, draft: LogDraft): Plan {
  const { card, isNew, people, words } = known;
  const customer = card.name;
  const recordedAt = timestamp(clock);
  const time = draft.entry.time === undefined ? {} : { offset: clock.offset() };
  const entry = { ...draft.entry, ...time, customer, recordedAt };
  const promises = draft.promises.map((promise) => ({
    type: 'promise' as const,
    customer,
    on: draft.entry.on,
    ...promise,
    // Said in the same breath.
    ...(draft.entry.private === true ? { private: true } : {}),
    recordedAt,
  }));
  const onCard = needsRemembered(card, draft.needs);
  const onPerson = winsRemembered(people, customer, draft.entry.person, draft.wins);
  const told = { entry, promises };
  const before = standing(known, clock);
  return {
    ...told,
    card,
    isNew,
    onCard,
    onPerson,
    notices: [
      ...(isNew ? [`new customer ${customer}`] : []),
      ...onCard.notices,
      ...onPerson.notices,
      // A need of the same line was told just above.
      ...(onCard.card === undefined ? solutionNotices(entry, card) : []),
      ...dateNotices(draft.entry.on, clock, words),
      ...(before.standing.stage === 'dropped'
        ? droppedNotices(customer, draft.entry, before.standing)
        : []),
      ...excuseNotices(entry, words),
      ...takeoverNotices(known, entry),
    ],
    tallies: talliesAfter(known, told, clock),
  };
}

const standing = ({ card, entries }: Known, clock: Clock) =>
  historyOf({ customer: card, entries, settings: {}, medianReturn: undefined }, clock.today());

const LAST = Number.MAX_SAFE_INTEGER;

function talliesAfter(
  known: Known,
  { entry, promises }: Pick<Plan, 'entry' | 'promises'>,
  clock: Clock,
): readonly string[] {
  // Spreading a union forgets which member it was.
  const logged = { ...entry, id: 'logged', seq: LAST } as Recorded;
  const given = promises.map((each, index): Recorded => ({
    ...each,
    id: `promised ${index}`,
    seq: LAST,
  }));
  const entries = [...known.entries, logged, ...given].sort(byOrder);
  const talks = known.talks + (isTwoWay(logged) ? 1 : 0);
  return talliesOf(logged, given, standing({ ...known, entries }, clock), talks);
}

const SATURDAY = 6;
const SUNDAY = 0;

/** A slip in a date is most easily seen by its weekday; for what happens today there is no slip. */
function dateNotices(
  on: Recorded['on'],
  clock: Clock,
  words: readonly string[],
): readonly string[] {
  const aYearBack = lastYearNotices(on, clock.today(), words);
  if (aYearBack.length > 0) return aYearBack;
  const day = weekday(on);
  if (on === clock.today() || (day !== SATURDAY && day !== SUNDAY)) return [];
  return [`dated to a ${day === SATURDAY ? 'Saturday' : 'Sunday'}: is that the day you meant?`];
}

/** `:excuse` is theirs, also where the fault was ours. */
const excuseNotices = (
  { blames, fault }: Plan['entry'],
  words: readonly string[],
): readonly string[] =>
  fault === 'us' && blames === 'nobody' && words.includes(':excuse')
    ? [':excuse is one of theirs; was it yours? rel undo, then we-blame:nobody in its place']
    : [];

/** The first touch of an account that somebody else had is the last moment to read what they left. */
function takeoverNotices({ card, takeover }: Known, entry: Plan['entry']): readonly string[] {
  // Spreading a union forgets which member it was.
  const logged = { ...entry, id: 'logged', seq: LAST } as Recorded;
  const first = unprepared(card, [...takeover, logged].sort(byOrder), logged.on, 0);
  if (first?.touch !== logged || first.read !== undefined) return [];
  const from = `the first contact since you took over from ${card.inheritedFrom ?? ''}`;
  return [`${from}, and the brief is unread: rel brief ${quotedName(card.name)}`];
}
