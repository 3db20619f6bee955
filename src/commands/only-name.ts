import { RelError } from '../journal/error.ts';

/** The customer, where the words were nothing but a name. Throws RelError('usage') for a word too many. */
export function onlyName(
  words: readonly string[],
  { customer, taken }: { readonly customer: string; readonly taken: number },
): string {
  const extra = words[taken];
  if (extra === undefined) return customer;
  throw new RelError(
    'usage',
    `“${extra}” is one word too many after ${customer}`,
    'give one customer',
  );
}
