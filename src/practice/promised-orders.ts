import type { Standing } from '../journal/promises.ts';

/** An order that they have promised and not placed yet: a promise of theirs with a sum, and no invoice. */
export const promisedOrders = (theirPromises: readonly Standing[]): readonly Standing[] =>
  theirPromises.filter(
    ({ promise, unresolved }) =>
      unresolved && promise.kind !== 'payment' && (promise.amount ?? 0) > 0,
  );
