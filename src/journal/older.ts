import type { EntryType } from './entry.ts';

/** Which of a customer's entries from before a day are needed after all. */
export interface Older {
  readonly types: readonly EntryType[];
  /** That they took place is enough: their day and number, without what was written down and under an id of no meaning. */
  readonly bare: boolean;
  /** Only those in which this field is written down. */
  readonly field?: 'feel';
  /** Only so many, the newest; all where it is left out. */
  readonly newest?: number;
}
