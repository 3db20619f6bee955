import type { Person } from '../../journal/entry.ts';
import type { History } from '../../journal/history.ts';

/** Somebody who decides over there, and how well we know each other. */
export interface Decider {
  readonly person: Person;
  readonly talks: number;
  /** Those about more than business. */
  readonly personal: number;
  readonly knowsWin: boolean;
}

/** @param people theirs */
export const decidersOf = (people: readonly Person[], { ever }: History): readonly Decider[] =>
  people
    .filter(({ decides }) => decides === true)
    .map((person) => {
      const talks = ever.twoWay.filter((talk) => talk.person === person.name);
      return {
        person,
        talks: talks.length,
        personal: talks.filter(({ about = [] }) => about.includes('personal')).length,
        knowsWin: person.win !== undefined,
      };
    });
