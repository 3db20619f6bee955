import { expect, test } from '@jest/globals';
import { readLine } from '../../src/journal/line.ts';

const settings = (rules: object) => readLine({ type: 'settings', rules }).problem;

test('a threshold above 0 is taken', () => {
  expect(settings({ respect: { warn: 3 } })).toBeUndefined();
});

// At 0 a rule would find something where there is nothing to point at.
test.each([0, -1, Infinity, '3', null])('a threshold of %p is refused', (warn) => {
  expect(settings({ respect: { warn } })).toMatch(/^rules must be .* numbers above 0/);
});
