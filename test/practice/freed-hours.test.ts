import { expect, test } from '@jest/globals';
import { freedHours } from '../../src/practice/freed-hours.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import { ago, AS_OF, type Line } from '../support/lines.ts';

let count = 0;
const entry = (customer: string, type: string, daysAgo: number, fields: Line = {}): Line => ({
  type,
  id: `e${(count += 1)}`,
  customer,
  on: ago(daysAgo),
  ...fields,
});

function freed(...lines: readonly Line[]) {
  const { accounts, settings } = bookFrom(lines.map((line) => JSON.stringify(line)).join('\n'));
  const { customers } = reviewOf(accounts, settings, dayOf(AS_OF));
  const acme = customers.find(({ relationship }) => relationship.customer.name === 'Acme');
  if (acme === undefined) throw new Error('Acme is missing');
  return freedHours(acme, customers);
}

const acme = [
  entry('Acme', 'won', 300, { amount: 100 }),
  entry('Acme', 'spoke', 92, { minutes: 600 }),
  entry('Acme', 'spoke', 91, { minutes: 60 }),
  entry('Acme', 'work', 10, { minutes: 90 }),
];

test('the hours are those of the last quarter, the share that of a year', () => {
  expect(freed(...acme, entry('Brill', 'won', 20, { amount: 300 }))).toMatchObject({
    minutes: 150,
    share: 0.25,
    waiting: [],
  });
});

test('who is left alone comes before who waits, the most valuable first, and no more than three', () => {
  const alone = (name: string, value: number) => [
    { type: 'customer', name, value },
    entry(name, 'won', 300),
    entry(name, 'spoke', 200, { about: ['need'] }),
  ];
  const { waiting } = freed(
    ...acme,
    entry('Prospect', 'spoke', 14),
    ...alone('Small', 10),
    ...alone('Big', 1000),
    ...alone('Middle', 100),
  );
  expect(waiting).toEqual([
    { customer: 'Big', is: 'customer', days: 200 },
    { customer: 'Middle', is: 'customer', days: 200 },
    { customer: 'Small', is: 'customer', days: 200 },
  ]);
});

test('nobody is named who was looked after, has gone, or should not be taken on', () => {
  const others = [
    entry('Heard lately', 'spoke', 13),
    entry('Gone', 'won', 300),
    entry('Gone', 'spoke', 200, { about: ['need'] }),
    entry('Gone', 'drop', 100),
    entry('Insulting', 'spoke', 20, { dealbreaker: true }),
  ];
  expect(freed(...acme, ...others).waiting).toEqual([]);
  expect(freed(...acme, ...others, entry('Waits', 'spoke', 14)).waiting).toEqual([
    { customer: 'Waits', is: 'prospect', days: 14 },
  ]);
});
