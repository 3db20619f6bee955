import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wrapAnsi } from 'fast-wrap-ansi';
import stringWidth from 'fast-string-width';
import { isPlain } from '../../src/journal/ascii.ts';
import { wrapped } from '../../src/render/finding-text.ts';
import { columns, cut } from '../../src/render/visible.ts';

const word = fc.oneof(
  fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(
      'a',
      'b',
      'z',
      '0',
      '9',
      '.',
      ',',
      ':',
      '#',
      '-',
      '–',
      '…',
      'ä',
      '×',
      '→',
      '●',
    ),
  }),
  fc.constantFrom(
    'rel',
    'https://example.com/a/long/address',
    '株式会社',
    'a\u00a0b',
    '\u00a0c',
    '',
    'e\u0301',
    '\u00ad',
  ),
);
const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const width = fc.integer({ min: 1, max: 40 });

test('each plain sign takes one column by the library too, alone and beside another', () => {
  const signs = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
  const plain = signs.filter(isPlain);
  expect(plain.length).toBeGreaterThan(500);
  for (const sign of plain) expect(stringWidth(`${sign}a`)).toBe(2);
  expect(plain.filter((sign) => /[\p{C}\p{M}\p{Emoji_Presentation}]/u.test(sign))).toEqual([]);
});

describe('plain text is laid out as any other text', () => {
  test('where its lines end', () => {
    fc.assert(
      fc.property(text, width, (said, room) => {
        expect(wrapped(said, room)).toEqual(byLibrary(said, room));
      }),
      { numRuns: 2000 },
    );
  });

  test('where it is cut', () => {
    fc.assert(
      fc.property(text, width, fc.constantFrom('…', '...'), (said, room, mark) => {
        expect(cut(said, room, mark)).toBe(byLetters(said, room, mark));
      }),
      { numRuns: 2000 },
    );
  });
});

function byLibrary(said: string, room: number): readonly string[] {
  const lines = wrapAnsi(said, room).split('\n');
  return lines.flatMap((line) =>
    columns(line) <= room || line.includes('://')
      ? [line]
      : wrapAnsi(line, room, { hard: true }).split('\n'),
  );
}

function byLetters(said: string, room: number, mark: string): string {
  if (columns(said) <= room) return said;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(said)) {
    if (columns(kept + segment + mark) > room) break;
    kept += segment;
  }
  return kept + mark;
}
