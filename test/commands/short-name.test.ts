import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shortNames } from '../../src/commands/short-name.ts';
import { type NameBook, resolveCustomer } from '../../src/grammar/customers.ts';
import { foldAccents } from '../../src/grammar/likeness.ts';
import { quotedName } from '../../src/render/quoted.ts';

/** The same by looking at each name for each word. */
function plainly(names: NameBook, customer: string, words: string): string {
  const said = words === '' ? [] : words.split(' ');
  const word = foldAccents(customer)
    .split(' ')
    .filter((each) => /^\p{L}[\p{L}\p{N}]{2,}$/u.test(each))
    .find((each) => {
      const who = resolveCustomer([each, ...said], names);
      return who.is === 'one' && who.customer === customer && who.taken === 1;
    });
  return word ?? quotedName(customer);
}

const word = fc.constantFrom(
  'Harlan',
  'Harlans',
  'Ha',
  'Supply',
  'Brazos',
  'Ándale',
  'dana',
  'call',
  '7',
  'Co',
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const book = fc
  .uniqueArray(fc.tuple(name, fc.array(name, { maxLength: 2 }), fc.array(name, { maxLength: 2 })), {
    selector: ([customer]) => foldAccents(customer),
    minLength: 1,
    maxLength: 6,
  })
  .map((all): NameBook => ({
    customers: all.map(([customer, aliases]) => ({ name: customer, aliases })),
    people: all.flatMap(([customer, , people]) => people.map((each) => ({ name: each, customer }))),
  }));

test('the index finds the same short names as looking at each name would', () => {
  fc.assert(
    fc.property(
      book,
      fc.constantFrom('', 'call', 'supply', 'dana@brazos', 'with:dana'),
      (names, words) => {
        const short = shortNames(names);
        for (const { name: customer } of names.customers)
          expect(short(customer, words)).toBe(plainly(names, customer, words));
      },
    ),
    { numRuns: 500 },
  );
});
