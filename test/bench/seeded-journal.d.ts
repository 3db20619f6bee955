/** The day up to which everything is dated. */
export const TODAY: string;
/** The lines of a journal of six years; the same seed gives the same ones. */
export function seededJournal(entries: number, customers: number, seed: number): Iterable<string>;
