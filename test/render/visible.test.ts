import { describe, expect, test } from '@jest/globals';
import { quotedName } from '../../src/render/quoted.ts';
import { visible } from '../../src/render/visible.ts';

describe('text of others on a line', () => {
  test.each([
    ['letters of all kinds', 'Zoë Łódź Ελλάδα Яблоко 株式会社 한국어'],
    ['units', '4.7 kΩ, 5 μm'],
    ['names in two alphabets', 'ООО Ромашка & Acme, β-Werk'],
    ['right to left', 'אוסקר בע"מ شركة'],
    ['four accents on a letter', 'e\u0323\u0301\u0302\u0316'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a couple of two colours', '👩🏽‍❤️‍💋‍👩🏿'],
    ['a heart and a telephone', '❤️ ☎︎'],
    ['flags', '🇩🇪 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['a number on a key', '1️⃣'],
    ['another form of a Chinese name', '辻\u{e0100}'],
  ])('%s stay as they are', (_, text) => {
    expect(visible(text)).toBe(text);
  });

  test.each([
    ['a newline and a tab', 'a\n\tb', 'a b'],
    ['an escape', 'a\u001b[31m', 'a\\u{1b}[31m'],
    ['a C1 control', 'a\u009b', 'a\\u{9b}'],
    ['half of a pair', 'a\ud83d', 'a\\u{d83d}'],
    ['a change of direction', '\u202eab\u2066', '\\u{202e}ab\\u{2066}'],
    ['a joiner between letters', 'Ac\u200dme', 'Ac\\u{200d}me'],
    ['a selector after a letter', 'Acme\ufe0f', 'Acme\\u{fe0f}'],
    ['tags without a flag', 'A\u{e0041}', 'A\\u{e0041}'],
    ['a blank letter', 'Ac\u3164me\u2800', 'Ac\\u{3164}me\\u{2800}'],
    ['no character', '\ufffe', '\\u{fffe}'],
    ['a Russian letter in a Latin name', '\u0410cme', '\\u{410}cme'],
    ['a Greek letter in a Latin name', 'Acm\u03bf', 'Acm\\u{3bf}'],
    ['a pile of accents', 'e\u0301\u0301\u0301\u0301\u0301', 'e\u0301\u0301\u0301\u0301\\u{301}'],
  ])('%s is written out', (_, text, seen) => {
    expect(visible(text)).toBe(seen);
  });

  test('a chain of emoji is an emoji of several parts up to four of them', () => {
    expect(visible('🙂\u200d🙂\u200d🙂\u200d🙂\u200d🙂')).toBe(
      '🙂\u200d🙂\u200d🙂\u200d🙂\\u{200d}🙂',
    );
  });
});

test('a name is quoted as a shell gives it back, with what cannot be seen written out', () => {
  expect(quotedName('Zoë & 🙂')).toBe("'Zoë & 🙂'");
  expect(quotedName('👨‍👩‍👧 Ltd')).toBe("'👨‍👩‍👧 Ltd'");
  expect(quotedName("O'Neill\u202e\\")).toBe("$'O\\'Neill\\U0000202e\\\\'");
});
