import type { Day } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { BILLED, inCents, ledgerOf } from './ledger.ts';
import { promisedOrders } from './promised-orders.ts';

/** The money that hangs on a relationship. No verdict looks at it. */
export interface AtStake {
  /** What the card says they are worth in a year; null where it says nothing. */
  readonly value: number | null;
  /** Income of the last year. */
  readonly income: number;
  /** What they still owe; promises of an unknown amount count in `invoices` alone. */
  readonly owed: number;
  readonly overdue: number;
  readonly invoices: number;
  /** Orders that they have promised and not placed, and what these are worth in all. */
  readonly orders: number;
  readonly promised: number;
  /** The next day on which their contract comes up; null where none is known. */
  readonly renewal: Day | null;
}

export function atStake(relationship: Relationship, asOf: Day): AtStake {
  const ever = until(relationship.entries, asOf);
  const { theirPromises } = historyOf(relationship, asOf);
  const orders = promisedOrders(theirPromises);
  const open = theirPromises.filter(
    ({ promise, unresolved }) => promise.kind === 'payment' && unresolved,
  );
  const sum = (some: typeof open): number =>
    inCents(some.reduce((total, { promise }) => total + (ledgerOf(ever, promise).owed ?? 0), 0));
  const renewal = ever.findLast((entry) => entry.type === 'renewal');
  return {
    value: relationship.customer.value ?? null,
    income: inCents(effortOf(ever, asOf).income),
    owed: sum(open),
    overdue: sum(open.filter(({ lateness }) => lateness > 0)),
    invoices: open.length,
    orders: orders.length,
    promised: inCents(orders.reduce((total, { promise }) => total + (promise.amount ?? 0), 0)),
    renewal: renewal === undefined || renewal.renewsOn < asOf ? null : renewal.renewsOn,
  };
}

/** What its payment would bring as income: nothing for a task, or where an order counted it already. */
export function moneyOwed(
  ever: readonly Recorded[],
  promise: Recorded<EntryOf<'promise'>>,
): number {
  if (promise.kind !== 'payment' || promise.source?.importer === BILLED) return 0;
  return ledgerOf(ever, promise).owed ?? 0;
}
