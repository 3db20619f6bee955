import { expect, test } from '@jest/globals';
import { harmless } from '../../src/platform/harmless.ts';

test('what a terminal would obey is written out as JSON writes it', () => {
  const text = JSON.stringify({ note: 'a\u009b31m\u202eb' }).replace('b', '\u001b]52;c;x\u0007');
  const shown = harmless(text, { colours: true });
  expect(shown).toBe('{"note":"a\\u009b31m\\u202e\\u001b]52;c;x\\u0007"}');
  expect(JSON.parse(shown)).toEqual({ note: 'a\u009b31m\u202e\u001b]52;c;x\u0007' });
});

test('colours stay where there are some, and nothing else that begins like them', () => {
  expect(harmless('\u001b[1mé\u001b[22m', { colours: true })).toBe('\u001b[1mé\u001b[22m');
  expect(harmless('\u001b[1mé', { colours: false })).toBe('\\u001b[1mé');
  expect(harmless('\u001b[2Jé', { colours: true })).toBe('\\u001b[2Jé');
});

test('lines end as they do, a return alone goes nowhere', () => {
  expect(harmless('é,b\r\nc\td\n', { colours: true })).toBe('é,b\r\nc\td\n');
  expect(harmless('good\rbad', { colours: true })).toBe('good\\u000dbad');
});
