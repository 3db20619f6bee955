import type { EntryOf, Recorded } from './entry.ts';
import { CONSIDERING } from './vocabulary.ts';

export type Considering = Recorded<EntryOf<'change'>>;

/** They think about leaving, and have decided nothing. */
export const isConsidering = (entry: Recorded): entry is Considering =>
  entry.type === 'change' && entry.tags?.includes(CONSIDERING) === true;
