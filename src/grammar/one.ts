import type { Day } from '../journal/days.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import type { Doubt } from './doubt.ts';
import type { LogKind } from './head.ts';
import { type Said, saidAs, type Sayable, type Slot } from './said.ts';

export interface DraftContext {
  readonly today: Day;
  readonly kind: LogKind;
  /** The customer as typed, for hints. */
  readonly customer: string;
  /** The line in which the doubt is read as what it means; without one, its note is meant as the note. Asked for by an error. */
  readonly line: (doubt?: Doubt) => string;
}

/** The one value of a slot that can hold only one; a second, even the same again, is a slip unless it adds nothing. */
export function one<S extends Slot>(said: readonly Said[], slot: S): Sayable[S] | undefined {
  const [first, ...others] = saidAs(said, slot);
  if (first === undefined) return undefined;
  const second = others.find((other) => slot !== 'blames' || !same(other.value, first.value));
  if (second !== undefined) throw contradiction(slot, first.shown, second.shown);
  return first.value;
}

const same = (left: unknown, right: unknown): boolean =>
  left === right ||
  (typeof left === 'string' && typeof right === 'string' && foldName(left) === foldName(right));

const CALLED: Readonly<Partial<Record<Slot, string>>> = {
  on: 'date',
  at: 'time',
  minutes: 'length of time',
  with: 'person',
  next: 'reminder',
  blames: 'party to blame',
  'we-blame': 'party to blame',
  feel: 'feeling',
};

function contradiction(slot: Slot, first: string, second: string): RelError {
  const what = CALLED[slot] ?? slot;
  const message =
    first === second
      ? `${first} is given twice`
      : `${first} and ${second}: an entry has one ${what}`;
  return new RelError('usage', message, `leave one out, or for the note: -- ${second}`);
}
