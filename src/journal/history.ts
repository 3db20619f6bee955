import { type AttemptDay, attemptDays, recentAttempts } from './attempts.ts';
import { type Away, awayOf } from './away.ts';
import { type Chronicle, chronicleOf } from './chronicle.ts';
import { addDays, type Day } from './days.ts';
import { type Effort, effortOn } from './effort.ts';
import {
  type Customer,
  isOccasion,
  isTouch,
  isTwoWay,
  type Occasion,
  type Recorded,
  type Touch,
} from './entry.ts';
import { type Gaps, gapsOf } from './gaps.ts';
import { between } from './order.ts';
import { ourPromisesOn, type Standing as PromiseStanding, theirPromisesOn } from './promises.ts';
import type { Settings } from './settings.ts';
import { type Standing, standingOn } from './stage.ts';
import type { Tier } from './vocabulary.ts';

/** One customer's part of the journal. */
export interface Relationship {
  readonly customer: Customer;
  /** In Order. */
  readonly entries: readonly Recorded[];
  readonly settings: Settings;
  /** Income of an hour in the middle of the seller's book, taken once at the review date. */
  readonly medianReturn: number | undefined;
}

/** What one stretch of entries contains; each list is in Order. */
interface Stretch {
  readonly entries: readonly Recorded[];
  readonly occasions: readonly Occasion[];
  readonly touches: readonly Touch[];
  readonly twoWay: readonly Touch[];
  /** Decided attempt-days. */
  readonly attempts: readonly AttemptDay[];
  /** The entries of one kind. A kind is one function, not a new one each time: it is picked once for all days. */
  of<E extends Recorded>(is: (entry: Recorded) => entry is E): readonly E[];
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

const isAny = (_: Recorded): _ is Recorded => true;
const DEFAULT_TIER: Tier = 'B';

/** A stretch of a chronicle: from `since` (or ever) to `asOf`. */
class Seen implements Stretch {
  readonly #chronicle: Chronicle;
  readonly #away: Away;
  readonly #since: Day | undefined;
  readonly #asOf: Day;
  #attempts: readonly AttemptDay[] | undefined;

  constructor(chronicle: Chronicle, away: Away, since: Day | undefined, asOf: Day) {
    this.#chronicle = chronicle;
    this.#away = away;
    this.#since = since;
    this.#asOf = asOf;
  }

  of<E extends Recorded>(is: (entry: Recorded) => entry is E): readonly E[] {
    return between(this.#chronicle.shelf(is), this.#since, this.#asOf);
  }
  get entries() {
    return this.of(isAny);
  }
  get occasions() {
    return this.of(isOccasion);
  }
  get touches() {
    return this.of(isTouch);
  }
  get twoWay() {
    return this.of(isTwoWay);
  }
  get attempts() {
    return (this.#attempts ??= attemptDays(this.#chronicle, this.#away, this.#since, this.#asOf));
  }
}

/** Works out each part when a rule first asks for it. */
class Look implements History {
  readonly asOf: Day;
  readonly settings: Settings;
  readonly medianReturn: number | undefined;
  readonly standing: Standing;
  readonly away: Away;
  readonly ever: Stretch;
  readonly fresh: Stretch;
  readonly #customer: Customer;
  readonly #chronicle: Chronicle;
  #recent: readonly AttemptDay[] | undefined;
  #gaps: Gaps | undefined;
  #theirs: readonly PromiseStanding[] | undefined;
  #ours: readonly PromiseStanding[] | undefined;
  #effort: Effort | undefined;

  constructor(relationship: Relationship, chronicle: Chronicle, asOf: Day) {
    this.#customer = relationship.customer;
    this.#chronicle = chronicle;
    this.asOf = asOf;
    this.settings = relationship.settings;
    this.medianReturn = relationship.medianReturn;
    this.standing = standingOn(chronicle, asOf);
    this.away = awayOf(chronicle, asOf);
    const { reset } = this.standing;
    this.ever = new Seen(chronicle, this.away, undefined, asOf);
    this.fresh = reset === undefined ? this.ever : new Seen(chronicle, this.away, reset, asOf);
  }

  get tier() {
    return this.#customer.tier ?? DEFAULT_TIER;
  }
  get solo() {
    return this.#customer.solo === true;
  }
  get recent() {
    return (this.#recent ??= recentAttempts(this.fresh.attempts, this.asOf));
  }
  get gaps() {
    return (this.#gaps ??= gapsOf(this.#chronicle, this.away, this.standing.reset, this.asOf));
  }
  get theirPromises() {
    return (this.#theirs ??= theirPromisesOn(this.#chronicle, this.standing.reset, this.asOf));
  }
  get ourPromises() {
    return (this.#ours ??= ourPromisesOn(this.#chronicle, this.asOf));
  }
  get effort() {
    return (this.#effort ??= effortOn(this.#chronicle, this.asOf));
  }
}

/** The customer's history as it stood at the end of `asOf`; `chronicle` where it is another one than their entries make. */
export const historyOf = (
  relationship: Relationship,
  asOf: Day,
  chronicle: Chronicle = chronicleOf(relationship.entries),
): History => new Look(relationship, chronicle, asOf);

/** The entries of the last `days` days, of a list in Order that ends by `asOf`: 0 ≤ asOf − on ≤ days. */
export const lately = <E extends Recorded>(
  entries: readonly E[],
  asOf: Day,
  days: number,
): readonly E[] => between(entries, addDays(asOf, -days), asOf);
