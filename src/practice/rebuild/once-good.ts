import { addDays, type Day, formatDay } from '../../journal/days.ts';
import { until } from '../../journal/order.ts';
import { historyOf, type Relationship } from '../../journal/history.ts';
import { isOurFailure } from '../../journal/failures.ts';
import { inCents } from '../ledger.ts';
import { type KeptRate, keptRate } from '../kept-rates.ts';
import { type Strength, strengths } from '../strengths.ts';
import type { Break } from './broken.ts';

/** What there was before it went wrong: the ground to build on. */
export interface OnceGood {
  /** The day before the first thing went wrong. */
  readonly until: Day;
  readonly firstOrder: Day | null;
  /** From the first order, or the first entry where there was none, to the break, in days. */
  readonly tenureDays: number;
  /** Each year in which something came in, and how much. */
  readonly income: readonly { readonly year: number; readonly amount: number }[];
  readonly kept: { readonly ours: KeptRate; readonly theirs: KeptRate };
  /** However long ago. */
  readonly strengths: readonly Strength[];
  /** How many favours of ours, beyond what was owed. */
  readonly gave: number;
}

/** A harm so long before the break did not lead to it. */
const LED_TO_IT_DAYS = 730;

export function onceGood(relationship: Relationship, broken: Break): OnceGood {
  const before = until(relationship.entries, broken.since);
  const trouble = before.find(
    (entry) => isOurFailure(entry) && broken.since - entry.on <= LED_TO_IT_DAYS,
  );
  const good = addDays(trouble?.on ?? broken.since, -1);
  const then = historyOf(relationship, good);
  const firstOrder = before.find(({ type }) => type === 'won')?.on ?? null;
  const began = firstOrder ?? before[0]?.on ?? broken.since;
  const years = new Map<number, number>();
  for (const entry of before) {
    if ((entry.type !== 'won' && entry.type !== 'income') || entry.amount === undefined) continue;
    const year = Number(formatDay(entry.on).slice(0, 4));
    years.set(year, inCents((years.get(year) ?? 0) + entry.amount));
  }
  return {
    until: good,
    firstOrder,
    tenureDays: broken.since - began,
    income: [...years].map(([year, amount]) => ({ year, amount })),
    kept: { ours: keptRate(then.ourPromises), theirs: keptRate(then.theirPromises) },
    strengths: strengths(relationship, good, Infinity),
    gave: then.ever.occasions.reduce((sum, { gave = [] }) => sum + gave.length, 0),
  };
}
