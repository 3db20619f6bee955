import type { Span } from '../../journal/away.ts';
import type { Recorded } from '../../journal/entry.ts';
import type { History } from '../../journal/history.ts';
import type { Standing } from '../../journal/promises.ts';
import type { PicturePromise } from '../picture.ts';

type Worded = <E extends Recorded>(entry: E) => E;

/**
 * The promises of both sides that lie in a picture. Theirs are those of each stretch: a new start lets the old ones go,
 * and what had become of them by then stays to be seen.
 */
export function promisesIn(
  { from, to }: Span,
  stretches: readonly History[],
  worded: Worded,
): readonly PicturePromise[] {
  const theirs = new Map(
    stretches
      .flatMap(({ theirPromises }) => theirPromises)
      .map((standing) => [standing.promise.id, standing]),
  );
  const ours = stretches.at(-1)?.ourPromises ?? [];
  return [...ours, ...theirs.values()]
    .map((standing) => promiseOf(standing, worded))
    .filter(({ due, settled, standing: { unresolved } }) => {
      const isIn = due >= from && due <= to;
      const isSettledIn = settled !== null && settled >= from;
      return isIn || isSettledIn || (unresolved && due < from);
    })
    .sort((a, b) => a.due - b.due || a.standing.promise.seq - b.standing.promise.seq);
}

function promiseOf(standing: Standing, worded: Worded): PicturePromise {
  const { due, promise, resolution, sinceDue, status, unresolved } = standing;
  return {
    standing: {
      ...standing,
      promise: worded(promise),
      resolution: resolution === undefined ? undefined : worded(resolution),
    },
    by: promise.by,
    due,
    settled: unresolved || resolution === undefined ? null : resolution.on,
    late: status === 'waived' ? null : sinceDue,
  };
}
