import type { Day } from '../../../src/journal/days.ts';
import { COMPARABLE_HOURS, hourlyReturn } from './plain-effort.ts';
import type { Customer, Recorded } from '../../../src/journal/entry.ts';
import { historyOf, type Relationship } from './plain-history.ts';
import { byOrder } from './plain-order.ts';
import type { Settings } from '../../../src/journal/settings.ts';
import { median } from '../../../src/rules/statistics.ts';

/** A median of fewer customers says nothing about the seller's usual hour. */
const MEDIAN_LEAST = 5;

export interface Account {
  readonly customer: Customer;
  readonly entries: readonly Recorded[];
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
    entries: [...entries].sort(byOrder),
    medianReturn: undefined,
  }));
  const medianReturn = medianOn(relationships, asOf);
  return relationships.map((relationship) => ({ ...relationship, medianReturn }));
}

/** Income of an hour in the middle of the book on that day; undefined where too few customers can be compared. */
export function medianOn(relationships: readonly Relationship[], asOf: Day): number | undefined {
  const returns = relationships.flatMap((relationship) => {
    const { effort, standing } = historyOf(relationship, asOf);
    const earned = hourlyReturn(effort, COMPARABLE_HOURS * 60);
    return standing.stage === 'prospect' || earned === undefined ? [] : [earned];
  });
  const middle = returns.length < MEDIAN_LEAST ? undefined : median(returns);
  // Where the usual hour earns nothing, there is nothing to fall short of.
  return middle === 0 ? undefined : middle;
}
