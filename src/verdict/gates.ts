import type { Day } from '../journal/days.ts';
import type { History } from '../journal/history.ts';
import { conditionsMet } from '../journal/stage.ts';
import responsiveness from '../rules/responsiveness.ts';
import returnOnTime from '../rules/return-on-time.ts';
import { isAmple } from './ampleness.ts';
import type { Sight } from './holding.ts';
import type { Gates } from './table.ts';

const SERIOUS = 3;
const CRITICAL = 4;

/** A lost customer who has not answered for so long has gone. */
const OVER_DAYS = 180;
const OVER_ATTEMPTS = 8;

/** The gates of the table on a date (verdicts, section 6), each looked at when a row asks for it. */
export class GatesSeen implements Gates {
  readonly #sight: Sight;
  readonly #history: History;

  constructor(sight: Sight, asOf: Day) {
    this.#sight = sight;
    this.#history = sight.history(asOf);
  }

  get worth() {
    const { asOf, tier } = this.#history;
    return tier !== 'C' && this.#sight.published(returnOnTime, asOf) !== SERIOUS;
  }
  get ample() {
    return isAmple(this.#sight, this.#history);
  }
  get over() {
    const { refused, stage } = this.#history.standing;
    return refused || (stage === 'lost' && isSilentForGood(this.#sight, this.#history));
  }
  get met() {
    return conditionsMet(this.#history.standing);
  }
  get once() {
    return this.#history.standing.once;
  }
}

/** All of them, looked at. */
export const allOf = ({ worth, ample, over, met, once }: Gates): Gates => ({
  worth,
  ample,
  over,
  met,
  once,
});

function isSilentForGood(sight: Sight, { asOf, ever }: History): boolean {
  const first = ever.attempts.slice(-OVER_ATTEMPTS)[0];
  const unanswered = sight.raw(responsiveness, asOf).level === CRITICAL;
  return unanswered && first !== undefined && asOf - first.day >= OVER_DAYS;
}
