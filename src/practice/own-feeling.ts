import { addDays, type Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';

/** How you felt over a stretch of days. */
export interface Felt {
  readonly from: Day;
  readonly to: Day;
  /** How many feelings were written down. */
  readonly feelings: number;
  /** Their mean, −2 to 2; null where none were. */
  readonly mean: number | null;
  /** On how many days one of them was low, below 0; of how many days with a feeling. */
  readonly lowDays: number;
  readonly feltDays: number;
}

/** Your own state while something was wrong, and for as long before. Private: nobody else is shown it. */
export interface OwnFeeling {
  readonly now: Felt;
  readonly before: Felt;
  /** The first day of what stands now; undefined where nothing does. */
  readonly since: Day | undefined;
}

/** Shorter stretches are not compared. */
const LEAST_DAYS = 28;
const QUARTER_DAYS = 91;

/** @param since the first day of what stands now; a quarter back where nothing does */
export function ownFeeling(
  { entries }: Relationship,
  since: Day | undefined,
  asOf: Day,
): OwnFeeling {
  const days = since === undefined ? QUARTER_DAYS : Math.max(LEAST_DAYS, asOf - since + 1);
  const ever = until(entries, asOf);
  const from = addDays(asOf, 1 - days);
  return {
    now: felt(ever, from, asOf),
    before: felt(ever, addDays(from, -days), addDays(from, -1)),
    since,
  };
}

function felt(ever: readonly Recorded[], from: Day, to: Day): Felt {
  const felt = ever.flatMap((entry) =>
    entry.on >= from && entry.on <= to && 'feel' in entry
      ? [{ on: entry.on, feel: entry.feel }]
      : [],
  );
  const feelings = felt.map(({ feel }) => feel);
  const sum = feelings.reduce((total, feel) => total + feel, 0);
  const low = felt.filter(({ feel }) => feel < 0);
  return {
    from,
    to,
    feelings: feelings.length,
    mean: feelings.length === 0 ? null : sum / feelings.length,
    lowDays: new Set(low.map(({ on }) => on)).size,
    feltDays: new Set(felt.map(({ on }) => on)).size,
  };
}
