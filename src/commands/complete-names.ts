import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import { type Directory, readingNames } from '../store/name-rows.ts';

const EMPTY: Directory = {
  holding: () => ({ customers: [], people: [] }),
  peopleOf: () => [],
};

/** Offers from the names in the journal; from none where there is no journal. */
export function lookingUp<T>(
  world: World,
  db: string | undefined,
  look: (directory: Directory) => T,
): T {
  const path = world.journalPath(db);
  return journalExists(path) ? readingNames(path, look) : look(EMPTY);
}
