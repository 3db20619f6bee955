import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { bookOf } from '../../src/verdict/book.ts';
import { judge } from '../../src/verdict/judge.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

const story = readFileSync(
  new URL('../fixtures/scenarios/best-customer-vanishes.jsonl', import.meta.url),
  'utf8',
);

function rowOf(text: string): string | undefined {
  const { accounts, settings } = bookFrom(text);
  const asOf = dayOf('2023-12-24');
  const [relationship] = bookOf(accounts, settings, asOf);
  return relationship && judge(relationship, asOf).row.row;
}

test('a notice whose last day has passed runs out', () => {
  expect(rowOf(story)).toBe('N1');
});

test('a notice without a last day never runs out', () => {
  const without = story.replace(/, "deadline": "[\d-]+"/, '');
  expect(without).not.toBe(story);
  expect(rowOf(without)).toBe('N2');
});
