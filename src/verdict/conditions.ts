import type { Dropped } from '../journal/dropped.ts';
import { isTwoWay, type Recorded, type Touch } from '../journal/entry.ts';
import { type Condition, CONDITION_SIGNALS, CONDITIONS } from '../journal/vocabulary.ts';

/** One of the three conditions of somebody who was dropped. */
export interface Asked {
  readonly condition: Condition;
  /** Open until they talk to us; unmet where they did without bringing it. */
  readonly state: 'met' | 'open' | 'unmet';
  /** The entry that says that it is met. */
  readonly met: Recorded | undefined;
  /** The entry in which they brought it; while it is not met, the one in which it was heard. */
  readonly shownBy: Recorded | undefined;
  /** The talks since the drop in which it could have been brought, and was not; none where it is met. */
  readonly without: readonly Touch[];
}

/** @param ever all entries, in Order */
export function askedOf({ after }: Dropped, ever: readonly Recorded[]): readonly Asked[] {
  const talks = after.filter(isTwoWay);
  return CONDITIONS.map((condition): Asked => {
    const met = after.find(
      (entry) => entry.type === 'conditions' && entry.conditions.includes(condition),
    );
    if (met?.type === 'conditions')
      return {
        condition,
        state: 'met',
        met,
        shownBy: ever.find(({ id }) => id === met.ref),
        without: [],
      };
    const heard = heardIn(after, condition);
    const state = heard === undefined && talks.length > 0 ? 'unmet' : 'open';
    return { condition, state, met: undefined, shownBy: heard, without: talks };
  });
}

/** The last entry in which it was heard. @param entries in Order */
export const heardIn = (entries: readonly Recorded[], condition: Condition): Recorded | undefined =>
  entries.findLast(({ signals }) => signals?.includes(CONDITION_SIGNALS[condition]));
