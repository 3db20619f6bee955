import { type NameBook, resolveCustomer } from '../grammar/customers.ts';
import { foldAccents } from '../grammar/likeness.ts';
import { quotedName } from '../render/quoted.ts';

/** A number would be taken for an entry's. */
const PLAIN_WORD = /^\p{L}[\p{L}\p{N}]{2,}$/u;

/**
 * The shortest way to name each customer in front of these words: the first word of the name that means nobody else
 * (`brazos`), else the whole name as a shell takes it.
 */
export function shortNames(names: NameBook): (customer: string, words: string) => string {
  return (customer, words) => {
    const said = words === '' ? [] : words.split(' ');
    const short = foldAccents(customer)
      .split(' ')
      .find((word) => {
        if (!PLAIN_WORD.test(word)) return false;
        const who = resolveCustomer([word, ...said], names);
        return who.is === 'one' && who.customer === customer && who.taken === 1;
      });
    return short ?? quotedName(customer);
  };
}
