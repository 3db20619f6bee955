import { expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import { dayOf } from '../support/days.ts';
import {
  ago,
  AS_OF,
  each,
  heard,
  type Line,
  on,
  relationshipFrom,
  spoke,
  won,
} from '../support/lines.ts';

/*
 * Before somebody is let go for being a bad customer, the beginning is looked at: was their need ever asked?
 */

const verdictOf = (lines: readonly Line[]): string =>
  judge(relationshipFrom(lines), dayOf(AS_OF)).row.verdict;

/** Price, and nothing but price, and each time less of it. */
const haggling = each(spoke, [120, 110, 100, 90, 80, 70], { about: ['price'], conceded: true });
const known = on('learned', 125, { learned: ['need', 'win'] });

test('a price customer is not dropped before his need was asked', () => {
  expect(verdictOf(haggling)).toBe('FIX');
});

test('with need and win known he is', () => {
  expect(verdictOf([known, ...haggling])).toBe('DROP');
});

test('an active one is dropped after a notice only', () => {
  const order = won(130);
  const notice = on('notice', 60, { deadline: '2026-06-01' });
  expect(verdictOf([order, known, ...haggling])).toBe('FIX');
  const talks = each(spoke, [40, 20], { about: ['price'] });
  expect(verdictOf([order, known, ...haggling, notice, ...talks])).toBe('DROP');
});

/** Three words that they did not keep, and what they said to each. */
const unkept = (said: Line): readonly Line[] => [
  won(400, { amount: 1000 }),
  known,
  ...[90, 70, 50].flatMap((days) => [
    on('promise', days, { by: 'them', due: ago(days - 10) }),
    heard(days - 12, said),
  ]),
];
const contempt = { fault: 'them', blames: 'nobody', rude: true };

test('who tried and owns it is to be mended, who shows contempt gets the last chance', () => {
  expect(verdictOf(unkept({ fault: 'them', blames: 'them' }))).toBe('FIX');
  expect(verdictOf(unkept(contempt))).toBe('REBUILD');
});

test('no money and no favour buys contempt off', () => {
  const paid = [on('income', 5, { amount: 90_000 }), heard(5, { got: ['l', 'l', 'l'] })];
  expect(verdictOf([...unkept(contempt), ...paid])).toBe('REBUILD');
});
