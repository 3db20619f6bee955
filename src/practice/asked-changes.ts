import type { Occasion } from '../journal/entry.ts';
import { type History, lately } from '../journal/history.ts';
import type { Standing as PromiseStanding } from '../journal/promises.ts';
import { isAsked } from '../journal/providers.ts';

/** That we asked what they would change on their end, and what they took on that day. */
export interface AskedChange {
  readonly asked: Occasion;
  readonly taken: readonly PromiseStanding[];
}

const YEARS = 730;

/** What we asked them to change in two years, in Order. */
export function askedChanges({ asOf, fresh, theirPromises }: History): readonly AskedChange[] {
  const asked = lately(fresh.of(isAsked), asOf, YEARS);
  // Who asks twice on one day is answered once.
  const days = asked.filter(({ on }, index) => asked[index + 1]?.on !== on);
  return days.map((each) => ({
    asked: each,
    taken: theirPromises.filter(
      ({ promise, status }) =>
        promise.on === each.on && promise.kind !== 'payment' && status !== 'waived',
    ),
  }));
}

/** It was done, in time or late. */
export const isMade = ({ resolution }: PromiseStanding): boolean => resolution?.type === 'done';
