import type { EntryOf, Recorded } from './entry.ts';

/** The source of what `rel handover` writes: that the account went, and in the successor's journal the brief. */
export const HANDOVER = 'rel handover';

type Brief = Recorded<EntryOf<'change'>>;

type Gone = Recorded<EntryOf<'work'>>;

/** The entry that says that the account went; its source names to whom. */
export const isGone = (entry: Recorded): entry is Gone =>
  entry.type === 'work' && entry.source?.importer === HANDOVER;

/** The entry of the successor's journal that carries the predecessor's brief; its tags name what may go on. */
export const isHandedBrief = (entry: Recorded): entry is Brief =>
  entry.type === 'change' && entry.source?.importer === HANDOVER;
