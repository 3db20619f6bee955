import { expect, test } from '@jest/globals';
import { tokensOf } from '../../src/grammar/tokens.ts';

test('a hundred thousand blanks after a word take no longer than the word', () => {
  const tokens = tokensOf([`acme${' '.repeat(100_000)}`, ' '.repeat(100_000)], new Map());
  expect(tokens.map(({ text }) => text)).toEqual(['acme']);
});
