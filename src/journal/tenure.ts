import type { Day } from './days.ts';
import type { Recorded } from './entry.ts';

/** The day of their first order or payment; undefined where none is known. @param entries in Order, up to the day asked about */
export const customerSince = (entries: readonly Recorded[]): Day | undefined =>
  entries.find(({ type }) => type === 'won' || type === 'income')?.on;
