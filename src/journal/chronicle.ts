import type { Recorded } from './entry.ts';
import { firstFrom } from './order.ts';

/** What makes an entry one of a kind; the function itself is the name of its shelf. */
type Is<E extends Recorded> = (entry: Recorded) => entry is E;

/**
 * One customer's entries, sorted onto shelves by kind. A shelf is filled when it is first asked for and serves every day
 * that is looked at: a day is a stretch of it.
 */
export interface Chronicle {
  /** The entries of one kind, in Order. */
  shelf<E extends Recorded>(is: Is<E>): readonly E[];
  /** What follows from the shelves whatever the day, worked out once. */
  derived<T>(make: (chronicle: Chronicle) => T): T;
}

/** A result, and the shelves that it was made of. */
interface Result {
  readonly value: unknown;
  readonly of: ReadonlySet<Is<Recorded>>;
}

/** A chronicle that lends its shelves and results to one with fewer entries. */
interface Lender extends Chronicle {
  resultOf(make: (chronicle: Chronicle) => unknown): Result;
}

const chronicles = new WeakMap<readonly Recorded[], Lender>();

/** The chronicle of these entries, which are in Order and never changed; the same list has one chronicle. */
export function chronicleOf(entries: readonly Recorded[]): Chronicle {
  return lenderOf(entries);
}

function lenderOf(entries: readonly Recorded[]): Lender {
  let chronicle = chronicles.get(entries);
  if (chronicle === undefined) {
    chronicle = shelved((is) => entries.filter(is), worked);
    chronicles.set(entries, chronicle);
  }
  return chronicle;
}

/** What was made of a chronicle, and whether these entries have any part in it. */
export interface Watched<T> {
  readonly value: T;
  restsOn(entries: readonly Recorded[]): boolean;
}

/** Makes something of the chronicle of these entries, and watches at what it looks. */
export function watched<T>(
  entries: readonly Recorded[],
  make: (chronicle: Chronicle) => T,
): Watched<T> {
  const { value, of } = worked(make, lenderOf(entries));
  // It is what was just made.
  return { value: value as T, restsOn: (some) => rests(of, some) };
}

const rests = (shelves: ReadonlySet<Is<Recorded>>, entries: readonly Recorded[]): boolean => {
  for (const is of shelves) if (entries.some(is)) return true;
  return false;
};

/** The chronicle as it would be without some of its entries; what they are no part of is shared with it. */
export function withoutEntries(entries: readonly Recorded[], gone: readonly Recorded[]): Chronicle {
  return beside(lenderOf(entries), gone, (shelf, some) => without(shelf, some));
}

/** The chronicle as it would go on; what the new entries are no part of is shared with it. @param more in Order, after all entries */
export function withMoreEntries(
  entries: readonly Recorded[],
  more: readonly Recorded[],
): Chronicle {
  return beside(lenderOf(entries), more, (shelf, some) => [...shelf, ...some]);
}

/** A chronicle that differs from another one by a few entries. */
function beside(
  whole: Lender,
  differing: readonly Recorded[],
  shelfWith: <E extends Recorded>(shelf: readonly E[], some: readonly E[]) => readonly E[],
): Chronicle {
  return shelved(
    (is) => {
      const some = differing.filter(is);
      return some.length === 0 ? whole.shelf(is) : shelfWith(whole.shelf(is), some);
    },
    (make, chronicle) => {
      const result = whole.resultOf(make);
      return rests(result.of, differing) ? worked(make, chronicle) : result;
    },
  );
}

function without<E extends Recorded>(shelf: readonly E[], gone: readonly E[]): readonly E[] {
  let left = shelf;
  for (const entry of gone) {
    let place = firstFrom(left, entry.on);
    while (place < left.length && left[place] !== entry) place += 1;
    left = left.toSpliced(place, 1);
  }
  return left;
}

/** Works a result out, and notes the shelves on which it rests. */
function worked(make: (chronicle: Chronicle) => unknown, chronicle: Lender): Result {
  const of = new Set<Is<Recorded>>();
  const value = make({
    shelf(is) {
      of.add(is);
      return chronicle.shelf(is);
    },
    derived(other) {
      for (const is of chronicle.resultOf(other).of) of.add(is);
      return chronicle.derived(other);
    },
  });
  return { value, of };
}

function shelved(
  fill: <E extends Recorded>(is: Is<E>) => readonly E[],
  work: (make: (chronicle: Chronicle) => unknown, chronicle: Lender) => Result,
): Lender {
  const shelves = new Map<unknown, readonly Recorded[]>();
  const results = new Map<unknown, Result>();
  const chronicle: Lender = {
    shelf<E extends Recorded>(is: Is<E>) {
      // Under its test stands only what passed it.
      let shelf = shelves.get(is) as readonly E[] | undefined;
      if (shelf === undefined) shelves.set(is, (shelf = fill(is)));
      return shelf;
    },
    // Under its maker stands only what it made.
    derived: <T>(make: (chronicle: Chronicle) => T) => chronicle.resultOf(make).value as T,
    resultOf(make) {
      let result = results.get(make);
      if (result === undefined) results.set(make, (result = work(make, chronicle)));
      return result;
    },
  };
  return chronicle;
}
