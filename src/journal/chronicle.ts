import type { EntryType, Recorded } from './entry.ts';
import { byOrder, firstFrom } from './order.ts';
import { remembering } from './remembering.ts';

/**
 * What makes an entry one of a kind; the function itself is the name of its shelf. Where types alone make it, it says
 * which; where all of them are of a wider kind, which one.
 */
type Is<E extends Recorded> = ((entry: Recorded) => entry is E) & {
  readonly types?: readonly EntryType[];
  readonly among?: Is<Recorded>;
};

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

type Shelves = ReadonlySet<Is<Recorded>>;

/** A result, and the shelves on which it rests. */
export interface Result<T> {
  readonly value: T;
  readonly of: Shelves;
}

/** A chronicle that lends its shelves and results to one with fewer entries. */
interface Lender extends Chronicle {
  resultOf(make: (chronicle: Chronicle) => unknown): Result<unknown>;
}

/** The chronicle of these entries, which are in Order and never changed; the same list has one chronicle. */
export function chronicleOf(entries: readonly Recorded[]): Chronicle {
  return lenderOf(entries);
}

const lenderOf = remembering((entries: readonly Recorded[]): Lender =>
  shelved(sorter(entries), worked),
);

type Fill = <E extends Recorded>(is: Is<E>, chronicle: Chronicle) => readonly E[];

/**
 * What fills a shelf: most kinds are of a few types, which are told apart for all of these at once, or are picked from
 * the shelf of a wider kind.
 */
function sorter(entries: readonly Recorded[]): Fill {
  let sorted: ReadonlyMap<EntryType, readonly Recorded[]> | undefined;
  return <E extends Recorded>(is: Is<E>, chronicle: Chronicle): readonly E[] => {
    if (is.types === undefined)
      return (is.among === undefined ? entries : chronicle.shelf(is.among)).filter(is);
    sorted ??= byType(entries);
    const [first = [], ...others] = is.types.flatMap((type) => {
      const some = sorted?.get(type);
      return some === undefined ? [] : [some];
    });
    // Of these types stand there only those that pass the test.
    return (others.length === 0 ? first : [first, ...others].flat().sort(byOrder)) as readonly E[];
  };
}

function byType(entries: readonly Recorded[]): ReadonlyMap<EntryType, readonly Recorded[]> {
  const sorted = new Map<EntryType, Recorded[]>();
  for (const entry of entries) {
    const some = sorted.get(entry.type);
    if (some === undefined) sorted.set(entry.type, [entry]);
    else some.push(entry);
  }
  return sorted;
}

/** What follows from a chronicle, and on which of its shelves it rests. */
export const resultOf = <T>(
  entries: readonly Recorded[],
  make: (chronicle: Chronicle) => T,
): Result<T> => worked(make, lenderOf(entries));

/** A chronicle that differs from another one by a few entries. */
export interface Differing {
  readonly chronicle: Chronicle;
  /** Whether one of these entries stands on one of these shelves. */
  readonly concerns: (of: Shelves) => boolean;
}

/** The chronicle as it would be without some of its entries; what they are no part of is shared with it. */
export const withoutEntries = (
  entries: readonly Recorded[],
  gone: readonly Recorded[],
): Differing => differing(lenderOf(entries), gone, without);

/** The chronicle as it would go on; what the new ones are no part of is shared with it. @param more in Order, after all entries */
export const withMoreEntries = (
  entries: readonly Recorded[],
  more: readonly Recorded[],
): Differing => differing(lenderOf(entries), more, (shelf, some) => [...shelf, ...some]);

function differing(
  whole: Lender,
  entries: readonly Recorded[],
  shelfWith: <E extends Recorded>(shelf: readonly E[], some: readonly E[]) => readonly E[],
): Differing {
  const stood = new Map<Is<Recorded>, boolean>();
  const stoodOn = (is: Is<Recorded>): boolean => {
    let known = stood.get(is);
    if (known === undefined) stood.set(is, (known = entries.some(is)));
    return known;
  };
  const concerns = (of: Shelves): boolean => {
    for (const is of of) if (stoodOn(is)) return true;
    return false;
  };
  const chronicle = shelved(
    (is) => (stoodOn(is) ? shelfWith(whole.shelf(is), entries.filter(is)) : whole.shelf(is)),
    (make, other) => {
      const result = whole.resultOf(make);
      return concerns(result.of) ? worked(make, other) : result;
    },
  );
  return { chronicle, concerns };
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
function worked<T>(make: (chronicle: Chronicle) => T, chronicle: Lender): Result<T> {
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
  fill: Fill,
  work: (make: (chronicle: Chronicle) => unknown, chronicle: Lender) => Result<unknown>,
): Lender {
  const shelves = new Map<unknown, readonly Recorded[]>();
  const results = new Map<unknown, Result<unknown>>();
  const chronicle: Lender = {
    shelf<E extends Recorded>(is: Is<E>) {
      // Under its test stands only what passed it.
      let shelf = shelves.get(is) as readonly E[] | undefined;
      if (shelf === undefined) shelves.set(is, (shelf = fill(is, chronicle)));
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
