import { expect, test } from '@jest/globals';
import { betweenWords } from '../../src/render/between-words.ts';
import { errorLines } from '../../src/render/error-text.ts';

const offers = [
  { means: 'nobody reached', line: `rel log acme with:"Dana Whitfield" 'a  b' no-answer` },
];

test('a command of several lines is broken between the words of the shell', () => {
  expect(errorLines({ message: 'so', hint: 'type another', offers }, 34)).toEqual([
    'rel: so',
    '     type another',
    '     nobody reached:',
    '       rel log acme \\',
    '       with:"Dana Whitfield" \\',
    "       'a  b' no-answer",
  ]);
});

test('nothing is broken where nobody sits, nor what is not plain', () => {
  const long = 'a word '.repeat(30);
  expect(errorLines({ message: long, hint: undefined, offers }, undefined)).toHaveLength(3);
  expect(errorLines({ message: `株 ${long}`, hint: undefined, offers: [] }, 34)).toHaveLength(1);
});

test('text of others moves no cursor', () => {
  const line = 'rel log acme "\u001b[2J"\n\u202e';
  expect(
    errorLines({ message: 'a\nb', hint: undefined, offers: [{ means: 'it', line }] }, 80),
  ).toEqual(['rel: a b', '     it:', String.raw`       rel log acme "\u{1b}[2J" \u{202e}`]);
});

test('a word longer than a line stays whole, and blanks in a note stay', () => {
  expect(betweenWords('aa  bb https://example.com cc'.split(' '), 6, { others: 1 })).toEqual([
    'aa  bb',
    ' https://example.com',
    ' cc',
  ]);
});
