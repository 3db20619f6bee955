import type { Customer, Person } from '../journal/entry.ts';
import { type EntryText, textOf } from '../journal/entry-text.ts';
import { type JournalLine, readLine } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';
import { damaged } from './failures.ts';
import { fieldsOf } from './flat-line.ts';
import { holdTogether } from './replay-hold.ts';
import { Replay } from './replay.ts';
import { type DatedOperation, placeOf, type ReplayedSubject } from './replay-subject.ts';
import { type Counted, uncounted } from './counted.ts';

type WithId<T> = T & { readonly id: string };

/** The journal that comes of all operations of all devices. */
export interface ReplayedBook {
  readonly settings: Settings | undefined;
  readonly customers: readonly { readonly key: number; readonly card: WithId<Customer> }[];
  readonly people: readonly {
    readonly key: number;
    readonly customer: number;
    readonly person: WithId<Person>;
  }[];
  readonly entries: readonly { readonly customer: number; readonly text: EntryText }[];
  /** The number of each entry, customer and person there ever was, by `KIND ID`. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How it came about. */
  readonly replay: Replay;
  readonly revived: readonly ReplayedSubject[];
}

/** In the order that the operations of all devices have, the same on each. */
export const inPlace = <T extends DatedOperation>(operations: readonly T[]): readonly T[] =>
  operations
    .map((operation) => ({ operation, place: placeOf(operation) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ operation }) => operation);

/** @param operations in their order */
export function replayedBook(
  operations: readonly DatedOperation[],
  counted: Counted = uncounted,
): ReplayedBook {
  const replay = new Replay();
  for (const operation of counted(operations, 'steps done once more')) replay.apply(operation);
  const revived = holdTogether(replay);
  const numbers = numbersOf(operations);
  const standing = replay.subjects().filter(({ alive }) => alive);
  const number = ({ kind, id }: ReplayedSubject): number => numbers.get(`${kind} ${id}`) ?? 0;
  const customerOf = (subject: ReplayedSubject): ReplayedSubject => {
    const customer = replay.customerOf(subject);
    if (customer === undefined) throw damaged(`the customer of ${subject.kind} ${subject.id}`);
    return customer;
  };
  const lines = <Is extends JournalLine['is']>(is: Is) =>
    standing
      .filter(({ kind }) => kind === is)
      .map((subject) => ({ subject, line: lineOf(is, subject, customerOf) }));
  return {
    settings: lines('settings')[0]?.line.settings,
    customers: lines('customer').map(({ subject, line }) => ({
      key: number(subject),
      card: { ...line.customer, id: subject.id },
    })),
    people: lines('person').map(({ subject, line }) => ({
      key: number(subject),
      customer: number(customerOf(subject)),
      person: { ...line.person, id: subject.id },
    })),
    entries: lines('entry').map(({ subject, line }) => ({
      customer: number(customerOf(subject)),
      text: { ...textOf(line.entry), seq: number(subject) },
    })),
    numbers,
    replay,
    revived,
  };
}

/** Numbers follow the order in which things were made, on whatever device; what is gone keeps its own. */
function numbersOf(operations: readonly DatedOperation[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const last = new Map<string, number>();
  for (const { kind, subject } of operations) {
    const name = `${kind} ${subject}`;
    if (kind === 'settings' || numbers.has(name)) continue;
    const next = (last.get(kind) ?? 0) + 1;
    last.set(kind, next);
    numbers.set(name, next);
  }
  return numbers;
}

function lineOf<Is extends JournalLine['is']>(
  is: Is,
  subject: ReplayedSubject,
  customerOf: (subject: ReplayedSubject) => ReplayedSubject,
): Extract<JournalLine, { readonly is: Is }> {
  const fields = fieldsOf(subject.line);
  const belongs = is === 'entry' || is === 'person';
  const customer = belongs ? { customer: fieldsOf(customerOf(subject).line)['name'] } : {};
  const reading = readLine({ ...fields, ...customer });
  if (reading.problem !== undefined || reading.value.is !== is)
    throw damaged(`${is} ${subject.id} (${reading.problem ?? 'something else'})`);
  return reading.value as Extract<JournalLine, { readonly is: Is }>;
}
