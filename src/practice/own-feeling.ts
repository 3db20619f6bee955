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
}

/** Your own state while something was wrong, and for as long before. Private: nobody else is shown it. */
export interface OwnFeeling {
  readonly now: Felt;
  readonly before: Felt;
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
  };
}

function felt(ever: readonly Recorded[], from: Day, to: Day): Felt {
  const feelings = ever.flatMap((entry) =>
    entry.on >= from && entry.on <= to && 'feel' in entry ? [entry.feel] : [],
  );
  const sum = feelings.reduce((total, feel) => total + feel, 0);
  return {
    from,
    to,
    feelings: feelings.length,
    mean: feelings.length === 0 ? null : sum / feelings.length,
  };
}
