import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseDay } from '../../src/journal/days.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { judge } from '../../src/verdict/judge.ts';
import { bookFrom } from '../support/journal.ts';

interface Expected {
  readonly customer: string;
  readonly reviews: readonly {
    readonly asOf: string;
    readonly rules: Readonly<Record<string, number>>;
  }[];
}

const folder = new URL('../fixtures/scenarios/', import.meta.url);
const stories = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => file.replace('.jsonl', ''));

function reviewed(text: string, name: string, date: string) {
  const asOf = parseDay(date);
  if (asOf === undefined) throw new Error(date);
  const { accounts, settings } = bookFrom(text);
  const relationship = bookOf(accounts, settings, asOf).find(
    ({ customer }) => customer.name === name,
  );
  if (relationship === undefined) throw new Error(name);
  const judgement = judge(relationship, asOf);
  const { worth, ample, over } = judgement.gates;
  return {
    asOf: date,
    verdict: judgement.verdict,
    row: judgement.row.row,
    stage: judgement.standing.stage,
    tooEarly: judgement.tooEarly,
    levels: judgement.sums,
    gates: { worth, ample, over },
    rules: Object.fromEntries(
      judgement.rules.flatMap(({ rule, level }) =>
        level !== null && level > 0 ? [[rule.name, level]] : [],
      ),
    ),
    hangsOn: hangsOn(relationship, judgement).map(({ entry, becomes }) => ({
      entry: entry.id,
      becomes,
    })),
  };
}

describe.each(stories)('%s', (story) => {
  const text = readFileSync(new URL(`${story}.jsonl`, folder), 'utf8');
  const expected = JSON.parse(
    readFileSync(new URL(`${story}.expected.json`, folder), 'utf8'),
  ) as Expected;

  test.each(expected.reviews)('as of $asOf', (review) => {
    expect(reviewed(text, expected.customer, review.asOf)).toEqual(review);
  });
});
