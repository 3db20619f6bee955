import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { maskBook } from '../../src/practice/mask.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

const fixtures = new URL('../fixtures/', import.meta.url);
const journals = ['random', 'scenarios', 'books'].flatMap((folder) =>
  readdirSync(new URL(folder, fixtures))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => `${folder}/${file}`),
);

/** What a review says of each customer but for words: by the place of the customer in the journal. */
function reviewed({ accounts, settings }: ReturnType<typeof bookFrom>, asOf: number) {
  const places = new Map(accounts.map(({ customer }, place) => [customer.name, place]));
  const { customers } = reviewOf(accounts, settings, dayOf('1970-01-01', asOf));
  return customers
    .map(({ changed, decision, judgement, previous, relationship, share, value }) => {
      const numberOf = new Map(relationship.entries.map(({ id, seq }) => [id, seq]));
      const { gates, row, rules, standing, sums, tooEarly, verdict, worsening } = judgement;
      return {
        place: places.get(relationship.customer.name) ?? NaN,
        ...{ verdict, row: row.row, stage: standing.stage, tooEarly, worsening, sums, gates },
        ...{ changed, previous, share, value, decided: decision?.seq },
        rules: rules.map(({ level, outcome, rule }) => ({
          ...{ rule: rule.name, level, raw: outcome.level, numbers: outcome.numbers },
          evidence: outcome.evidence.map((id) => numberOf.get(id)),
        })),
      };
    })
    .sort((a, b) => a.place - b.place);
}

test.each(journals)('%s is judged the same behind a mask', (journal) => {
  const book = bookFrom(readFileSync(new URL(journal, fixtures), 'utf8'));
  const masked = maskBook({ ...book, people: [] }).book;
  const days = book.accounts.flatMap(({ entries }) => entries.map(({ on }) => on));
  const last = Math.max(...days);
  for (const asOf of [last - 40, last]) {
    const seen = reviewed(masked, asOf);
    expect(seen).toEqual(reviewed(book, asOf));
    expect(seen.length).toBe(book.accounts.length);
  }
  const names = book.accounts.map(({ customer }) => customer.name);
  const left = JSON.stringify(masked);
  expect(names.filter((name) => left.includes(JSON.stringify(name)))).toEqual([]);
});
