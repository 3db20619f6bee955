import { nearWords } from '../grammar/likeness.ts';
import { RelError } from '../journal/error.ts';
import type { StoredCustomer } from '../store/customer-rows.ts';
import type { Store } from '../store/store.ts';
import type { Writer } from '../store/writer.ts';

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
  if (meant === undefined) return said;
  throw new RelError(
    'usage',
    `nobody at ${customer} is called ${said}; did you mean with:${meant}?`,
    `for somebody else: rel add person ${said} --at ${customer}`,
  );
}

/** Keeps on the card what they need. Returns what was done, a line each. */
export function rememberNeeds(
  writer: Writer,
  { id, card }: StoredCustomer,
  needs: readonly string[],
): readonly string[] {
  const fresh = needs.filter((need) => card.needs?.includes(need) !== true);
  if (fresh.length === 0) return [];
  writer.replaceCustomer(id, { ...card, needs: [...(card.needs ?? []), ...fresh] });
  return fresh.map((need) => `on the card, they need: ${need}`);
}

/** Keeps on the person's card what the person wants to win. Returns what was done, a line each. */
export function rememberWins(
  store: Store,
  writer: Writer,
  customer: string,
  person: string | undefined,
  wins: readonly string[],
): readonly string[] {
  const theirs = store.people().filter((each) => each.customer === customer);
  const named = theirs.find(({ name }) => name === person);
  if (person !== undefined && named === undefined) {
    writer.addPerson({
      customer,
      name: person,
      ...(wins.length > 0 ? { win: wins.join('; ') } : {}),
    });
    return [
      `new person ${person} at ${customer}`,
      ...wins.map((win) => `on the card, ${person} wants to win: ${win}`),
    ];
  }
  if (wins.length === 0) return [];
  const whose = named ?? (theirs.length === 1 ? theirs[0] : undefined);
  if (whose === undefined) {
    throw new RelError(
      'usage',
      `win:${wins[0] ?? ''} is said of nobody`,
      'add whose it is: with:NAME',
    );
  }
  const known = whose.win === undefined ? [] : [whose.win];
  writer.replacePerson({ ...whose, win: [...known, ...wins].join('; ') });
  return wins.map((win) => `on the card, ${whose.name} wants to win: ${win}`);
}
