import { readMoney } from '../grammar/amounts.ts';
import type { Customer } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';

/** Where neither card nor command says when an invoice is due. */
const USUAL_TERMS_DAYS = 30;

/** A sum above nothing. Throws RelError('usage') for what cannot be read. */
export function amountOf(word: string): number {
  const amount = readMoney(word);
  if (amount !== undefined && amount > 0) return amount;
  throw new RelError(
    'usage',
    amount === 0 ? 'the amount is 0' : `“${word}” is not an amount`,
    'type it as 1200, 1,200.50 or 1.2k',
  );
}

/** The amount behind the name, and the words after it. */
export function amountThen(
  [first, ...others]: readonly string[],
  after: string,
  example: string,
): { readonly amount: number; readonly others: readonly string[] } {
  if (first === undefined)
    throw new RelError('usage', `the amount is missing after ${after}`, `type it: ${example}`);
  return { amount: amountOf(first), others };
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
