import { foldName } from '../journal/fold-name.ts';
import type { Day } from '../journal/days.ts';
import { isOccasion, isTwoWay, type Person, type Recorded } from '../journal/entry.ts';

/** Somebody over there, with what the journal shows of them. */
export interface Known {
  readonly name: string;
  /** Undefined for somebody whom only entries name. */
  readonly card: Person | undefined;
  /** How often we talked. */
  readonly talks: number;
  readonly lastTalk: Day | undefined;
}

/** Who decides first, then who wishes us well, then the others as their cards stand; at last those without a card. */
export function peopleKnown(
  cards: readonly Person[],
  entries: readonly Recorded[],
): readonly Known[] {
  const named = new Map(cards.map((card) => [foldName(card.name), { name: card.name, card }]));
  const met = entries.filter(isOccasion).flatMap((entry) => {
    return entry.person === undefined
      ? []
      : [{ entry, key: foldName(entry.person), name: entry.person }];
  });
  const others = met
    .filter(({ key }) => !named.has(key))
    .map(({ key, name }) => [key, { name, card: undefined }] as const);
  return [...named, ...new Map(others)]
    .map(([key, { card, name }]): Known => {
      const talks = met.filter((each) => each.key === key && isTwoWay(each.entry));
      return { name, card, talks: talks.length, lastTalk: talks.at(-1)?.entry.on };
    })
    .sort((a, b) => weight(b) - weight(a));
}

const weight = ({ card }: Known): number =>
  card === undefined ? -1 : (card.decides === true ? 2 : 0) + (card.wellWisher === true ? 1 : 0);
