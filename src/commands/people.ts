import { nearWords } from '../grammar/likeness.ts';
import type { Customer, Person } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { quotedName } from '../render/quoted.ts';
import type { StoredPerson } from '../store/person-rows.ts';
import { realName } from './placeholder.ts';

/**
 * The person that `with:NAME` means: one of theirs, or somebody new as written. A name that is nearly one of theirs
 * is refused, for it is more likely a slip than somebody else.
 */
export function personMeant(
  said: string,
  customer: string,
  theirs: readonly string[],
  named: readonly string[],
): string {
  const [only, other] = named;
  if (only !== undefined && other === undefined) return only;
  if (only !== undefined) {
    throw new RelError(
      'usage',
      `with:${said} may be ${named.join(', or ')} at ${customer}`,
      'type more of the name',
    );
  }
  const parts = new Set(theirs.flatMap((name) => name.toLowerCase().split(' ')));
  const [near] = nearWords(said.toLowerCase(), parts);
  const meant = theirs.find(
    (name) => near !== undefined && name.toLowerCase().split(' ').includes(near),
  );
  if (meant === undefined) return realName(said);
  throw new RelError(
    'usage',
    `nobody at ${customer} is called ${said}; did you mean with:${meant}?`,
    `for somebody else: rel add person ${said} --at ${quotedName(customer)}`,
  );
}

/** What a line adds to the cards, and the lines that say so. */
export interface Remembered {
  /** The customer's card as it will be; undefined where nothing changes. */
  readonly card?: Customer;
  readonly newPerson?: Person;
  readonly changedPerson?: StoredPerson;
  readonly notices: readonly string[];
}

/** What they need, for the card. */
export function needsRemembered(card: Customer, needs: readonly string[]): Remembered {
  const fresh = needs.filter((need) => card.needs?.includes(need) !== true);
  if (fresh.length === 0) return { notices: [] };
  return {
    card: { ...card, needs: [...(card.needs ?? []), ...fresh] },
    notices: fresh.map((need) => `on the card, they need: ${need}`),
  };
}

/** What the person wants to win, for the person's card; whoever is named for the first time gets one. */
export function winsRemembered(
  theirs: readonly StoredPerson[],
  customer: string,
  person: string | undefined,
  wins: readonly string[],
): Remembered {
  const named = theirs.find(({ name }) => name === person);
  if (person !== undefined && named === undefined) {
    return {
      newPerson: { customer, name: person, ...(wins.length > 0 ? { win: wins.join('; ') } : {}) },
      notices: [
        `new person ${person} at ${customer}`,
        ...wins.map((win) => `on the card, ${person} wants to win: ${win}`),
      ],
    };
  }
  if (wins.length === 0) return { notices: [] };
  const whose = named ?? (theirs.length === 1 ? theirs[0] : undefined);
  if (whose === undefined) {
    throw new RelError(
      'usage',
      `win:${wins[0] ?? ''} is said of nobody`,
      'add whose it is: with:NAME',
    );
  }
  const known = whose.win === undefined ? [] : [whose.win];
  return {
    changedPerson: { ...whose, win: [...known, ...wins].join('; ') },
    notices: wins.map((win) => `on the card, ${whose.name} wants to win: ${win}`),
  };
}
