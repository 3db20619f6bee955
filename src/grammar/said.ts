import type { Day } from '../journal/days.ts';
import type {
  Blame,
  Channel,
  FAULTS,
  LEARNED,
  Outcome,
  Signal,
  Size,
  Subject,
} from '../journal/vocabulary.ts';

/** Who reached for whom. */
export const DIRECTIONS = ['in', 'out'] as const;
type Direction = (typeof DIRECTIONS)[number];

/** What is either said or not. */
export const FLAGS = [
  'fyi',
  'private',
  'discount',
  'rude',
  'dealbreaker',
  'asked-change',
  'excuse',
] as const;
export type Flag = (typeof FLAGS)[number];

/** A date in the words it was given in, which a year-less one still needs. */
export interface SaidDate {
  readonly day: Day;
  readonly words: string;
}

/** Everything one can say about an occasion, by the name of its long option. */
export interface Sayable {
  readonly channel: Channel;
  readonly direction: Direction;
  readonly outcome: Outcome;
  readonly minutes: number;
  readonly on: SaidDate;
  /** HH:MM */
  readonly at: string;
  readonly with: string;
  /** −2 … 2 */
  readonly feel: number;
  readonly tag: string;
  readonly next: SaidDate;
  readonly they: string;
  readonly me: string;
  readonly by: SaidDate;
  readonly need: string;
  readonly win: string;
  readonly gave: Size;
  readonly got: Size;
  readonly fault: (typeof FAULTS)[number];
  /** 1 … 3 */
  readonly harm: number;
  readonly blames: Blame;
  readonly 'we-blame': Blame;
  readonly about: Subject;
  readonly signal: Signal;
  readonly learned: (typeof LEARNED)[number];
  readonly flag: Flag;
}

export type Slot = keyof Sayable;

/** One thing that was said; `shown` is how it was typed, for messages. */
export type SaidAs<S extends Slot> = {
  [K in S]: { readonly slot: K; readonly value: Sayable[K]; readonly shown: string };
}[S];
export type Said = SaidAs<Slot>;

export const saidAs = <S extends Slot>(all: readonly Said[], slot: S): readonly SaidAs<S>[] =>
  all.filter((each): each is Extract<Said, { slot: S }> & SaidAs<S> => each.slot === slot);
