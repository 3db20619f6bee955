import { type Chronicle, chronicleOf } from '../journal/chronicle.ts';
import type { Day } from '../journal/days.ts';
import { COMPARABLE_HOURS, effortOn, hourlyReturn } from '../journal/effort.ts';
import type { Customer, EntryType, Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { inOrder } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import { standingOn } from '../journal/stage.ts';
import { median } from '../rules/statistics.ts';

/** A median of fewer customers says nothing about the seller's usual hour. */
const MEDIAN_LEAST = 5;

export interface Account {
  readonly customer: Customer;
  readonly entries: readonly Recorded[];
  /** Where `entries` are not all there are. */
  readonly excerpt?: Excerpt;
}

/** All entries from one day on, and the lasting ones before. */
interface Excerpt {
  readonly since: Day;
  readonly whole: () => readonly Recorded[];
}

/** A customer whose entries are read when they are reviewed, and may be let go of then. */
export interface Unread {
  readonly customer: Customer;
  /**
   * Entries that say as much as all of them about time and money from a day on, and on every day whether somebody is a
   * prospect; in Order.
   */
  readonly dealings: (since: Day) => readonly Recorded[];
  /** In Order. */
  readonly ofTypes: (types: readonly EntryType[]) => readonly Recorded[];
  readonly read: () => Account;
}

/** One who is read already. */
export function unread(account: Account): Unread {
  const entries = inOrder(account.entries);
  return {
    customer: account.customer,
    dealings: () => entries,
    ofTypes: (types) => entries.filter(({ type }) => types.includes(type)),
    read: () => ({ ...account, entries }),
  };
}

/** All relationships as they are to be judged on `asOf`, entries in Order, the median taken over the whole book. */
export function bookOf(
  accounts: readonly Account[],
  settings: Settings,
  asOf: Day,
): readonly Relationship[] {
  const relationships = accounts.map(({ customer, entries }) => ({
    customer,
    settings,
    entries: inOrder(entries),
    medianReturn: undefined,
  }));
  const medianReturn = medianOn(relationships, asOf);
  return relationships.map((relationship) => ({ ...relationship, medianReturn }));
}

/** Income of an hour in the middle of the book on that day; undefined where too few customers can be compared. */
export const medianOn = (relationships: readonly Relationship[], asOf: Day): number | undefined =>
  medianOfReturns(relationships.flatMap(({ entries }) => returnOn(chronicleOf(entries), asOf)));

/** Income of an hour of one customer on that day; none where they cannot be compared with others. */
export function returnOn(chronicle: Chronicle, asOf: Day): readonly [] | readonly [number] {
  const earned = hourlyReturn(effortOn(chronicle, asOf), COMPARABLE_HOURS * 60);
  return earned === undefined || standingOn(chronicle, asOf).stage === 'prospect' ? [] : [earned];
}

/** The middle of what the customers of a book bring in by the hour; undefined where it is no measure. */
export function medianOfReturns(returns: readonly number[]): number | undefined {
  const middle = returns.length < MEDIAN_LEAST ? undefined : median(returns);
  // Where the usual hour earns nothing, there is nothing to fall short of.
  return middle === 0 ? undefined : middle;
}
