import { foldAccents } from '../grammar/likeness.ts';
import type { World } from '../platform/world.ts';
import type { Directory } from './complete-log.ts';
import { readingFrom } from './opening.ts';

/** Offers from the names in the journal; from none where there is no journal. */
export const lookingUp = <T>(
  world: World,
  db: string | undefined,
  look: (directory: Directory) => T,
): T =>
  readingFrom(world, db, (store) =>
    look({
      holding: (texts) => store?.namesHolding(texts) ?? { customers: [], people: [] },
      peopleOf: (customer) =>
        (store?.accountsNamed([foldAccents(customer)]).people ?? [])
          .filter((person) => person.customer === customer)
          .map(({ name }) => name),
    }),
  );
