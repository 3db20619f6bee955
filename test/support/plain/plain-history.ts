import { type AttemptDay, attemptDays, recentAttempts } from './plain-attempts.ts';
import { type Away, awayOf } from './plain-away.ts';
import type { Day } from '../../../src/journal/days.ts';
import { type Effort, effortOf } from './plain-effort.ts';
import {
  type Customer,
  isOccasion,
  isTouch,
  isTwoWay,
  type Occasion,
  type Recorded,
  type Touch,
} from '../../../src/journal/entry.ts';
import { type Gaps, gapsOf } from './plain-gaps.ts';
import { since, until } from './plain-order.ts';
import { ourPromises, type Standing as PromiseStanding, theirPromises } from './plain-promises.ts';
import type { Settings } from '../../../src/journal/settings.ts';
import { type Standing, standingOf } from './plain-stage.ts';
import type { Tier } from '../../../src/journal/vocabulary.ts';

/** One customer's part of the journal. */
export interface Relationship {
  readonly customer: Customer;
  /** In Order. */
  readonly entries: readonly Recorded[];
  readonly settings: Settings;
  /** Income of an hour in the middle of the seller's book, taken once at the review date. */
  readonly medianReturn: number | undefined;
}

/** What one stretch of entries contains; each list is in Order and made when first asked for. */
interface Stretch {
  readonly entries: readonly Recorded[];
  readonly occasions: readonly Occasion[];
  readonly touches: readonly Touch[];
  readonly twoWay: readonly Touch[];
  /** Decided attempt-days. */
  readonly attempts: readonly AttemptDay[];
}

/** All that a rule may look at: one customer as it could be seen on a date. */
export interface History {
  readonly asOf: Day;
  readonly tier: Tier;
  readonly solo: boolean;
  readonly settings: Settings;
  readonly medianReturn: number | undefined;
  readonly standing: Standing;
  readonly away: Away;
  /** Everything since the first entry: for our own conduct. */
  readonly ever: Stretch;
  /** Everything since the last new start: for theirs. */
  readonly fresh: Stretch;
  /** The recent attempts R since the last new start. */
  readonly recent: readonly AttemptDay[];
  readonly gaps: Gaps;
  readonly theirPromises: readonly PromiseStanding[];
  readonly ourPromises: readonly PromiseStanding[];
  readonly effort: Effort;
}

const DEFAULT_TIER: Tier = 'B';

const tierOf = (customer: Customer): Tier => customer.tier ?? DEFAULT_TIER;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function stretch(entries: readonly Recorded[], away: Away, asOf: Day): Stretch {
  const occasions = once(() => entries.filter(isOccasion));
  const touches = once(() => entries.filter(isTouch));
  const twoWay = once(() => entries.filter(isTwoWay));
  const attempts = once(() => attemptDays(entries, away, asOf));
  return {
    entries,
    get occasions() {
      return occasions();
    },
    get touches() {
      return touches();
    },
    get twoWay() {
      return twoWay();
    },
    get attempts() {
      return attempts();
    },
  };
}

/** The customer's history as it stood at the end of `asOf`. */
export function historyOf(relationship: Relationship, asOf: Day): History {
  const { customer, settings, medianReturn } = relationship;
  const entries = until(relationship.entries, asOf);
  const standing = standingOf(entries, asOf);
  const { reset } = standing;
  const away = awayOf(entries);
  const ever = stretch(entries, away, asOf);
  const fresh = reset === undefined ? ever : stretch(since(entries, reset), away, asOf);
  const recent = once(() => recentAttempts(fresh.attempts, asOf));
  const gaps = once(() => gapsOf(fresh.entries, away, asOf));
  const theirs = once(() => theirPromises(entries, reset, asOf));
  const ours = once(() => ourPromises(entries, asOf));
  const effort = once(() => effortOf(entries, asOf));
  return {
    asOf,
    tier: tierOf(customer),
    solo: customer.solo === true,
    settings,
    medianReturn,
    standing,
    away,
    ever,
    fresh,
    get recent() {
      return recent();
    },
    get gaps() {
      return gaps();
    },
    get theirPromises() {
      return theirs();
    },
    get ourPromises() {
      return ours();
    },
    get effort() {
      return effort();
    },
  };
}

/** The entries of the last `days` days: 0 ≤ asOf − on ≤ days. */
export function lately<E extends Recorded>(
  entries: readonly E[],
  asOf: Day,
  days: number,
): readonly E[] {
  return entries.filter(({ on }) => asOf - on <= days);
}
