import { expect, test } from '@jest/globals';
import { thousands } from '../../src/journal/amount-words.ts';

test.each([
  [0, '0'],
  [0.01, '<1'],
  [0.49, '<1'],
  [0.5, '1'],
  [1200.4, '1,200'],
  [-0.2, '0'],
])('%d in whole units is %s', (amount, shown) => expect(thousands(amount)).toBe(shown));
