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
  const index = indexOf(names);
  return (customer, words) => {
    const said = words === '' ? [] : words.split(' ');
    const short = foldAccents(customer)
      .split(' ')
      .find((word) => {
        if (!PLAIN_WORD.test(word) || index.isShared(word)) return false;
        const among = words.includes('@') ? names : index.namesWith(word);
        const who = resolveCustomer([word, ...said], among);
        return who.is === 'one' && who.customer === customer && who.taken === 1;
      });
    return short ?? quotedName(customer);
  };
}

/** As short as a word may be that names somebody. */
const KEY_LENGTH = 3;

/** Made once: to look through all names for each of all customers takes forever where there are thousands. */
function indexOf({ customers, people }: NameBook) {
  const holders = new Map<string, { customers: Set<number>; people: Set<number> }>();
  const whole = new Set<string>();
  const holding = new Map<string, number>();
  const add = (name: string, kind: 'customers' | 'people', at: number): string => {
    const plain = foldAccents(name);
    whole.add(plain);
    for (let from = 0; from + KEY_LENGTH <= plain.length; from += 1) {
      const key = plain.slice(from, from + KEY_LENGTH);
      const known = holders.get(key) ?? { customers: new Set(), people: new Set() };
      known[kind].add(at);
      holders.set(key, known);
    }
    return plain;
  };
  customers.forEach(({ name, aliases = [] }, at) => {
    for (const word of new Set(add(name, 'customers', at).split(' ')))
      holding.set(word, (holding.get(word) ?? 0) + 1);
    for (const alias of aliases) add(alias, 'customers', at);
  });
  people.forEach(({ name }, at) => add(name, 'people', at));
  return {
    /** Whether several customers have this word in their names, and nobody is called just so. */
    isShared: (word: string): boolean => (holding.get(word) ?? 0) > 1 && !whole.has(word),
    /** All whom the word can mean, and no more than begin alike. */
    namesWith: (word: string): NameBook => {
      const found = holders.get(word.slice(0, KEY_LENGTH));
      return {
        customers: [...(found?.customers ?? [])].flatMap((at) => customers[at] ?? []),
        people: [...(found?.people ?? [])].flatMap((at) => people[at] ?? []),
      };
    },
  };
}
