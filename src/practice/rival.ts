import type { Recorded } from '../journal/entry.ts';

/** A rival came up, or an offer of theirs was held against ours. */
export const isRival = (entry: Recorded): entry is Recorded =>
  entry.signals?.includes('competitor') === true ||
  (entry.type === 'heard' && entry.signals?.includes('quote') === true);
