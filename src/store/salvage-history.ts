import { type Clock, timestamp } from '../journal/clock.ts';
import { lineOfText } from '../journal/entry-text.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import type { Chance } from './uuid.ts';
import { uuidv7 } from './uuid.ts';
import { HybridClock } from './hybrid-clock.ts';
import type { Operation } from './operation-rows.ts';
import type { Reversal } from './reversal-rows.ts';
import type { Chosen } from './salvage-choose.ts';
import type { KeptChange, KeptLog, KeptOperation } from './salvage-log.ts';

/** The record of changes of the new journal. */
export interface NewHistory {
  readonly changes: readonly KeptChange[];
  readonly operations: readonly KeptOperation[];
  readonly reversals: readonly (Reversal & { readonly key: number })[];
  /** How many changes of the old one are in it, and can still be undone. */
  readonly kept: number;
}

export interface Maker {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly device: string;
  /** What was typed. */
  readonly command: string;
}

/**
 * The changes after the last one that is damaged, and before them one change that brings all that was there then. A
 * second one, of no steps, says that nothing before it can be taken back.
 */
export function historyOf(chosen: Chosen, log: KeptLog, maker: Maker): NewHistory {
  const last = lastBroken(log, chosen);
  const tail = log.operations.filter(({ change }) => change > last);
  const before = stateBefore(chosen, tail);
  // Also those without operations: what was forgotten stays forgotten.
  const changes = [...log.changes.values()].filter(({ key }) => key > last);
  const reversals = reversalsWithin(log, changes);
  if (before.length === 0) return { changes, operations: tail, reversals, kept: changes.length };
  const [firstStep, firstChange] = [tail[0]?.seq, changes[0]?.key];
  const hasRoom = firstStep === undefined || firstStep > before.length;
  if (!hasRoom || (firstChange !== undefined && firstChange < 3))
    return historyOf(chosen, { ...log, wholeFrom: Number.POSITIVE_INFINITY }, maker);
  const key = (firstChange ?? 3) - 2;
  const first = baseline(maker, changes[0], key);
  const clock = new HybridClock({ now: () => new Date(0) }, maker.device, '');
  return {
    changes: [first, { ...first, key: key + 1, id: newId(maker) }, ...changes],
    operations: [
      ...before.map((step, at) => ({
        ...step,
        seq: at + 1,
        change: key,
        id: newId(maker),
        clock: clock.tick(),
      })),
      ...tail,
    ],
    reversals,
    kept: changes.length,
  };
}

const newId = ({ clock, chance }: Maker): string => uuidv7(clock, chance);

function baseline(maker: Maker, next: KeptChange | undefined, key: number): KeptChange {
  const { clock, device, command } = maker;
  const [at, day] = next ? [next.at, next.day] : [timestamp(clock), clock.today()];
  return { key, id: newId(maker), command, device, at, day };
}

/** The key of the last change of which something is missing; nothing is of those after it. */
function lastBroken({ operations, changes, wholeFrom }: KeptLog, chosen: Chosen): number {
  // An undo would look for what could not be saved.
  if (chosen.without.length > 0) return Number.POSITIVE_INFINITY;
  const since = operations.filter(({ seq }) => seq >= wholeFrom);
  // Of the change in which the damage lies, a part may be on its far side.
  const broken = wholeFrom === 0 ? -1 : (since[0]?.change ?? Number.POSITIVE_INFINITY);
  const lostChange = since.findLast(({ change }) => !changes.has(change))?.change ?? -1;
  return Math.max(broken, lostChange);
}

/** Undo and redo need their partners; without them they count as ordinary changes, which they are as well. */
function reversalsWithin(
  log: KeptLog,
  changes: readonly KeptChange[],
): readonly (Reversal & { readonly key: number })[] {
  const keys = new Set(changes.map(({ key }) => key));
  const within = log.reversals.filter(({ change }) => keys.has(change));
  // Each device takes back its own alone.
  const ofDevices = new Map<string, Readonly<Record<Reversal['does'], number[]>>>();
  for (const { key, device } of changes) {
    const stacks = ofDevices.get(device) ?? { undo: [], redo: [] };
    ofDevices.set(device, stacks);
    const own = within.filter(({ change }) => change === key);
    if (own.length === 0) {
      stacks.undo.push(key);
      stacks.redo.length = 0;
    }
    for (const { does, target } of own) {
      const [from, to] = does === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo];
      if (from.pop() !== target) return [];
      to.push(target);
    }
  }
  return within;
}

type Step = Pick<Operation, 'kind' | 'subject' | 'customer' | 'number' | 'before' | 'after'>;

/** What makes all that was there when the tail began. */
function stateBefore(chosen: Chosen, tail: readonly KeptOperation[]): readonly Step[] {
  const touched = new Map<string, KeptOperation>();
  for (const each of tail) {
    const name = `${each.kind} ${each.subject}`;
    if (!touched.has(name)) touched.set(name, each);
  }
  const untouched = stepsFor(chosen).filter(
    ({ kind, subject }) => !touched.has(`${kind} ${subject}`),
  );
  const earlier = [...touched.values()].flatMap((each): readonly Step[] =>
    each.before === null ? [] : [{ ...each, before: null, after: each.before }],
  );
  return [...untouched, ...earlier].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.number ?? 0) - (b.number ?? 0),
  );
}

const KINDS = ['settings', 'customer', 'person', 'entry'];

function stepsFor({ settings, customers, people, entries }: Chosen): readonly Step[] {
  const ids = new Map(customers.map(({ key, id }) => [key, id]));
  const idOf = (key: number): string => ids.get(key) ?? '';
  const made = (step: Omit<Step, 'before'>): Step => ({ ...step, before: null });
  return [
    ...(settings === undefined
      ? []
      : [
          made({
            kind: 'settings',
            subject: 'settings',
            customer: null,
            number: null,
            after: JSON.stringify(writeSettings(settings)),
          }),
        ]),
    ...customers.map(({ key, id, card }) =>
      made({
        kind: 'customer',
        subject: id,
        customer: id,
        number: key,
        after: JSON.stringify(writeCustomer(card)),
      }),
    ),
    ...people.map(({ key, customer, person }) =>
      made({
        kind: 'person',
        subject: person.id,
        customer: idOf(customer),
        number: key,
        after: JSON.stringify(writePerson(person)),
      }),
    ),
    ...entries.map(({ customer, text }) =>
      made({
        kind: 'entry',
        subject: text.id,
        customer: idOf(customer),
        number: text.seq,
        after: lineOfText(text),
      }),
    ),
  ];
}
