import { expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import { dayOf } from '../support/days.ts';
import { AS_OF, each, type Line, on, relationshipFrom, spoke, won } from '../support/lines.ts';

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
