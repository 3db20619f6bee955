import type { NumberedLine, NumberedPast, UnreadLine } from './journal-text.ts';

/** Something in a file that is no fact for the journal, and why it is left out. */
interface LeftOut {
  readonly is: 'left';
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** As the end of “left out:”; the same words for the same reason, because they are counted by it. */
  readonly why: string;
}

/** An entry that tells what became of a promise: taken where that is new, or nothing has become of it yet. */
export interface Follower {
  /** The id of the promise. */
  readonly follows?: string;
}

/** What a reader finds in a file, each with the line where it begins. */
export type Found = ((NumberedLine | UnreadLine) & Follower) | NumberedPast | LeftOut;

/** What a reader makes of a file. */
export interface Reading {
  /** Walked through once, before anything is written; whatever is wrong with the file is thrown here. */
  readonly found: AsyncIterable<Found> | Iterable<Found>;
  /** Whether customers whom people or entries name, and who are not there, are made, or asked about. */
  readonly newCustomers: 'add' | 'refuse';
  /** Done when all was written; not in a rehearsal. */
  afterwards?(): void;
  /** What else is to be said of it, on standard error, once it was read. */
  notices?(): readonly string[];
}
