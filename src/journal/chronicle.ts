import type { Recorded } from './entry.ts';

/** What makes an entry one of a kind; the function itself is the name of its shelf. */
type Is<E extends Recorded> = (entry: Recorded) => entry is E;

/**
 * One customer's entries, sorted onto shelves by kind. A shelf is filled when it is first asked for and serves every day
 * that is looked at: a day is a stretch of it.
 */
export interface Chronicle {
  /** In Order. */
  readonly entries: readonly Recorded[];
  /** The entries of one kind, in Order. */
  shelf<E extends Recorded>(is: Is<E>): readonly E[];
  /** What follows from the shelves whatever the day, worked out once. */
  derived<T>(make: (chronicle: Chronicle) => T): T;
}

const chronicles = new WeakMap<readonly Recorded[], Chronicle>();

/** The chronicle of these entries, which are in Order and never changed; the same list has one chronicle. */
export function chronicleOf(entries: readonly Recorded[]): Chronicle {
  const known = chronicles.get(entries);
  if (known !== undefined) return known;
  const chronicle = shelved(
    () => entries,
    (is) => entries.filter(is),
  );
  chronicles.set(entries, chronicle);
  return chronicle;
}

/** The chronicle as it would be without some of its entries; shelves on which none of them stands are shared. */
export function withoutEntries(chronicle: Chronicle, gone: readonly Recorded[]): Chronicle {
  const left = <E extends Recorded>(shelf: readonly E[]): readonly E[] =>
    shelf.filter((entry) => !gone.includes(entry));
  return shelved(
    () => left(chronicle.entries),
    (is) => {
      const shelf = chronicle.shelf(is);
      return gone.some(is) ? left(shelf) : shelf;
    },
  );
}

function shelved(
  all: () => readonly Recorded[],
  fill: <E extends Recorded>(is: Is<E>) => readonly E[],
): Chronicle {
  const shelves = new Map<unknown, readonly Recorded[]>();
  const results = new Map<unknown, unknown>();
  let entries: readonly Recorded[] | undefined;
  const chronicle: Chronicle = {
    get entries() {
      return (entries ??= all());
    },
    shelf<E extends Recorded>(is: Is<E>) {
      // Under its test stands only what passed it.
      let shelf = shelves.get(is) as readonly E[] | undefined;
      if (shelf === undefined) shelves.set(is, (shelf = fill(is)));
      return shelf;
    },
    derived<T>(make: (chronicle: Chronicle) => T) {
      // Under its maker stands only what it made.
      if (!results.has(make)) results.set(make, make(chronicle));
      return results.get(make) as T;
    },
  };
  return chronicle;
}
