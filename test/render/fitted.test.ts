import { describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { fitted } from '../../src/render/fitted.ts';

const NOTE = '“the pallet came late, and the driver left it in the rain”';
const ANSWER = `#7 Mon 5 Oct 2026, Mill Street Bakery: visited ana, 45 min: ${NOTE}
   new customer Mill Street Bakery
   no cause is known: ask them, then: rel lost Mill Street Bakery --cause price
`;

describe('an answer on a terminal', () => {
  test('is what it is in a pipe, and where there is room', () => {
    expect(fitted(ANSWER, undefined)).toBe(ANSWER);
    expect(fitted(ANSWER, 200)).toBe(ANSWER);
  });

  test.each([40, 60, 80])('breaks between words within %i columns, and loses none', (width) => {
    const lines = fitted(ANSWER, width).split('\n');
    const said = lines.map((line) => line.trim()).join(' ');
    expect(said).toBe(ANSWER.replace(/\s+/g, ' '));
    const tooWide = lines.filter((line) => stringWidth(line) > width);
    expect(tooWide.filter((line) => !line.startsWith('   rel lost '))).toEqual([]);
    expect(lines.length).toBeGreaterThan(4);
  });

  test('keeps a command whole, and a note that only speaks of one not', () => {
    expect(fitted(ANSWER, 60)).toContain('\n   rel lost Mill Street Bakery --cause price\n');
    const note = '#8 Mon 5 Oct 2026, Acme: called: “he says that rel review is what he reads”';
    expect(fitted(note, 60).split('\n')).toEqual([
      '#8 Mon 5 Oct 2026, Acme: called: “he says that rel review is',
      '   what he reads”',
    ]);
  });

  test('counts what a letter takes, and leaves a word whole that is longer than a line', () => {
    const wide = '#9 Mon 5 Oct 2026, 山田製作所: called: 納期 確認 納期 確認 納期 確認';
    for (const line of fitted(wide, 40).split('\n'))
      expect(stringWidth(line)).toBeLessThanOrEqual(40);
    const url = `https://example.com/${'x'.repeat(60)}`;
    expect(fitted(`#9 Mon 5 Oct 2026, Acme: see ${url} first`, 40)).toContain(
      `\n   ${url}\n   first`,
    );
  });
});
