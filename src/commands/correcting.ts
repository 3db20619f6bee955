import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import type { Store } from '../store/store.ts';
import { writingTo } from './opening.ts';

/** Opens a journal that must be there: what was never written cannot be corrected. */
export function correcting<T>(
  world: World,
  db: string | undefined,
  correct: (store: Store) => T,
): T {
  if (!journalExists(world.journalPath(db))) {
    throw new RelError(
      'usage',
      'nothing has been written yet, so there is nothing to correct',
      'begin with: rel log "Brazos Rentals" --new call :need',
    );
  }
  return writingTo(world, db, correct);
}

/** What was typed, as the history shows it. */
export const typed = (world: World): string => world.words.join(' ');
