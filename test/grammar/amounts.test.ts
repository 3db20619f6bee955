import { describe, expect, test } from '@jest/globals';
import { looksLikeMoney, readMoney } from '../../src/grammar/amounts.ts';

describe('an amount', () => {
  test.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1,200.50', 1200.5],
    ['1200.5', 1200.5],
    ['0.99', 0.99],
    ['1.2k', 1200],
    ['12K', 12_000],
    ['1.005k', 1005],
    ['1,234,567', 1_234_567],
    ['0', 0],
  ])('%s is %d', (word, amount) => expect(readMoney(word)).toBe(amount));

  test.each([
    '1.200',
    '1,20',
    '12,00',
    '1.200,50',
    '1,200k',
    '1e3',
    '-5',
    '+5',
    '€5',
    '5€',
    '2m',
    '1200.505',
    '.5',
    '5.',
    '0x10',
    '٣',
    '1 200',
    '',
    'k',
    'lots',
    '9999999999999',
  ])('%s is none', (word) => expect(readMoney(word)).toBeUndefined());

  test.each(['1.200', '€5', '40eur', '5.', '2m', '1,20'])('%s was meant as one', (word) =>
    expect(looksLikeMoney(word)).toBe(true),
  );

  test.each(['2nd', '1st', 'lots', 'three', '', 'r-12', '3phase'])('%s was not', (word) =>
    expect(looksLikeMoney(word)).toBe(false),
  );
});
