import { looksLikeMoney, readMoney } from '../grammar/amounts.ts';
import { currencyOf, sumAtStart } from '../grammar/sums.ts';
import type { Customer } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { Relationship } from '../journal/history.ts';
import type { Settings } from '../journal/settings.ts';

/** Where neither card nor command says when an invoice is due. */
const USUAL_TERMS_DAYS = 30;

/** A sum above nothing. Throws RelError('usage') for what cannot be read. */
function amountOf(word: string): number {
  const amount = readMoney(word);
  if (amount !== undefined && amount > 0) return amount;
  throw new RelError(
    'usage',
    amount === 0 ? 'the amount is 0' : `“${word}” is not an amount`,
    'type it as 1200, 1,200.50 or 1.2k',
  );
}

interface Amount {
  readonly amount: number;
  readonly others: readonly string[];
}

/**
 * The sum that the words begin with, and those after it. Throws RelError('usage') for one in another currency than the
 * journal's: sums are added up, and what they are in is written down nowhere.
 */
export function sumOf(words: readonly string[], { currency: ours }: Settings): Amount {
  const { figures, currency, rest } = sumAtStart(words);
  if (currency !== undefined) {
    const { code, typed } = currency;
    if (ours === undefined) {
      throw new RelError(
        'usage',
        `${typed}: the journal does not say what its sums are in`,
        `if all of them are in ${code}, say it once: rel config set currency ${code}; then type this again`,
      );
    }
    if ((currencyOf(ours) ?? ours.toUpperCase()) !== code) {
      throw new RelError(
        'usage',
        `${typed}: all sums here are in ${ours}, and they are added up`,
        `type what it is in ${ours}; nothing was written`,
      );
    }
  }
  return { amount: amountOf(figures), others: rest };
}

/** The words begin with a sum, whether or not it can be read. */
export const beginsWithSum = (words: readonly string[]): boolean =>
  looksLikeMoney(words[0] ?? '') || sumAtStart(words).currency !== undefined;

/** The amount behind the name, and the words after it. */
export function amountThen(
  words: readonly string[],
  { customer, settings }: Relationship,
  example: string,
): Amount {
  if (words.length === 0) {
    const message = `the amount is missing after ${customer.name}`;
    throw new RelError('usage', message, `type it: ${example}`);
  }
  return sumOf(words, settings);
}

/** How long they have to pay, and who says so. */
export function termsOf({ terms }: Customer): { readonly days: number; readonly says: string } {
  return terms === undefined
    ? {
        days: USUAL_TERMS_DAYS,
        says: `due in ${USUAL_TERMS_DAYS} days, the usual; the card names no terms`,
      }
    : { days: terms, says: `due in ${terms} days, the terms on the card` };
}
