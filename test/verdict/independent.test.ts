import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { bookOf } from '../../src/verdict/book.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { judge } from '../../src/verdict/judge.ts';
import { TABLE } from '../../src/verdict/table.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

/*
 * Random journals, judged by a second implementation of the same text that shares no code with this one and reckons in
 * exact fractions. Those kept here are the fewest that together show every row, every level of every rule, every gate
 * and every way for a verdict to hang on an entry.
 */
interface Expected {
  readonly asOf: string;
  readonly customer: string;
  readonly row: string;
}

const folder = new URL('../fixtures/random/', import.meta.url);
const journals = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

const expectedOf = (journal: string): readonly Expected[] =>
  JSON.parse(readFileSync(new URL(`${journal}.expected.json`, folder), 'utf8')) as Expected[];

function reviewed(text: string, { asOf: date, customer }: Expected) {
  const { accounts, settings } = bookFrom(text);
  const asOf = dayOf(date);
  const relationship = bookOf(accounts, settings, asOf).find(
    (each) => each.customer.name === customer,
  );
  if (relationship === undefined) throw new Error(customer);
  const judgement = judge(relationship, asOf);
  const { gates, row, rules, standing, sums, tooEarly, verdict, worsening } = judgement;
  return {
    asOf: date,
    customer,
    verdict,
    row: row.row,
    stage: standing.stage,
    tooEarly,
    worsening,
    levels: sums,
    gates,
    rules: Object.fromEntries(
      rules.map(({ rule, level, outcome }) => [rule.name, { level, raw: outcome.level }]),
    ),
    hangsOn: hangsOn(relationship, judgement).map(({ entry, becomes }) => ({
      entry: entry.id,
      becomes,
    })),
  };
}

test.each(journals)(
  'random journal %s is judged as the other implementation judges it',
  (journal) => {
    const text = readFileSync(new URL(`${journal}.jsonl`, folder), 'utf8');
    for (const expected of expectedOf(journal)) expect(reviewed(text, expected)).toEqual(expected);
  },
);

test('the random journals show every row of the table', () => {
  const rows = new Set(journals.flatMap((journal) => expectedOf(journal).map(({ row }) => row)));
  expect([...rows].sort()).toEqual(TABLE.map(({ row }) => row).sort());
});
