import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Strength } from './strengths.ts';

/** How long something of theirs has been wrong, and whether anything good came from them in that time. */
export interface Lasting {
  readonly since: Day;
  readonly days: number;
  /** The last good sign of theirs since then; undefined where there was none. */
  readonly good: Recorded | undefined;
}

/** A month is patience; after that it is not a phase any more. */
const MONTH = 30;

/**
 * @param sinces since when each finding of theirs that at least warns has stood
 * @returns undefined where nothing of theirs has been wrong for longer than a month
 */
export function lastingOf(
  sinces: readonly Day[],
  strengths: readonly Strength[],
  asOf: Day,
): Lasting | undefined {
  const [since] = [...sinces].sort((a, b) => a - b);
  if (since === undefined || asOf - since <= MONTH) return undefined;
  const good = strengths
    // That they picked up is no sign of anything yet.
    .filter(({ kind, side }) => side === 'theirs' && kind !== 'answers')
    .flatMap(({ entries }) => entries)
    .filter(({ on }) => on >= since);
  return {
    since,
    days: asOf - since,
    good: good.sort((a, b) => a.on - b.on || a.seq - b.seq).at(-1),
  };
}
