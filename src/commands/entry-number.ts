import { InvalidArgumentError } from 'commander';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { OpenBook } from './book.ts';

const NUMBER = /^#?(\d{1,15})$/;

/** The number of an entry as the terminal shows it, `12` or `#12`; undefined for any other word. */
export function numberIn(word: string): number | undefined {
  const digits = NUMBER.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** For an option that takes one. */
export function readNumber(word: string): number {
  const number = numberIn(word);
  if (number === undefined) throw new InvalidArgumentError('It is the number of an entry: 12.');
  return number;
}

/** Throws RelError('usage') where there is none, or it belongs to another customer than the one given. */
export function entryNumbered({ numbered }: OpenBook, number: number, customer?: string): Recorded {
  const entry = numbered(number);
  if (entry === undefined)
    throw new RelError(
      'usage',
      `there is no entry #${number}`,
      'rel show CUSTOMER lists the numbers',
    );
  if (customer === undefined || entry.customer === customer) return entry;
  throw new RelError(
    'usage',
    `#${number} is about ${entry.customer}, not ${customer}`,
    'rel show CUSTOMER lists the numbers',
  );
}
