import { describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import type { Page } from '../../src/render/page.ts';
import { pictureText } from '../../src/render/picture/picture-text.ts';
import { pictured } from '../support/drawn.ts';
import {
  ago,
  each,
  heard,
  type Line,
  on,
  run,
  sent,
  spoke,
  tried,
  won,
  work,
} from '../support/lines.ts';

const NOTHING = { time: null, income: null };
const FIRST = 181;
const LABEL = 11;

const pageOf = (width: number, unicode = true): Page => ({
  width,
  unicode,
  paint: (_, text) => text,
});

function drawn(
  lines: readonly Line[],
  page = pageOf(80),
  shares: Parameters<typeof pictureText>[1] = NOTHING,
): readonly string[] {
  return pictureText(pictured(lines, true).picture, shares, page);
}

/** What stands in the columns of a row; undefined where there is no such row. */
const row = (label: string, lines: readonly string[], columns = 52): string | undefined =>
  lines
    .find((line) => line.slice(0, LABEL).trim() === label)
    ?.slice(LABEL, LABEL + columns)
    .trimEnd();
const behind = (label: string, lines: readonly string[]): string | undefined =>
  lines.find((line) => line.slice(0, LABEL).trim() === label)?.slice(LABEL + 52);
const at = (signs: Readonly<Record<number, string>>): string =>
  Array.from({ length: 52 }, (_, column) => signs[column] ?? ' ')
    .join('')
    .trimEnd();

describe('the rows', () => {
  test('have two columns a week, the first day in the first and today in the last', () => {
    const lines = drawn([
      spoke(FIRST + 1),
      spoke(FIRST),
      tried(FIRST - 3),
      tried(FIRST - 4),
      heard(0),
    ]);
    expect(row('we', lines)).toBe(at({ 0: '●', 1: '○' }));
    expect(row('they', lines)).toBe(at({ 51: '●' }));
    expect(behind('we', lines)).toBe(' 1 talk, 2 tries');
    expect(behind('they', lines)).toBe(' 1 from them');
  });

  test('show a talk before a try, and a try before what waits for no answer', () => {
    const rowOf = (...types: readonly ((days: number) => Line)[]) =>
      row('we', drawn([heard(99), ...types.map((type) => type(0))]));
    expect(rowOf(sent)).toBe(at({ 51: '›' }));
    expect(rowOf(tried, sent)).toBe(at({ 51: '○' }));
    expect(rowOf(spoke, tried, sent)).toBe(at({ 51: '●' }));
  });

  test('are only those in which there is something', () => {
    expect(
      drawn([heard(0)])
        .map((line) => line.slice(0, LABEL).trim())
        .slice(1, 4),
    ).toEqual(['months', 'verdict', 'they']);
    expect(drawn([on('learned', 3, { learned: ['need'] })])).toEqual([]);
  });

  test('are as wide as a week where there is not room for two columns, and as many as there is room for', () => {
    const lines = [spoke(FIRST), spoke(0)];
    expect(row('we', drawn(lines, pageOf(LABEL + 52)))).toBe(at({ 0: '●', 51: '●' }));
    expect(row('we', drawn(lines, pageOf(LABEL + 51)), 26)).toBe(at({ 0: '●', 25: '●' }));
    expect(row('we', drawn(lines, pageOf(LABEL + 25)))).toBe(at({ 24: '●' }));
  });

  test('begin with the months, each above its first day', () => {
    expect(row('months', drawn([spoke(0)]))).toBe('Jan      Feb     Mar      Apr     May      Jun');
    expect(row('months', drawn([spoke(0)], pageOf(40)))).toBe('Jan Feb Mar  Apr May Jun');
  });

  test('have the verdict of each week over the whole week, and the last one as a word', () => {
    const lines = drawn([
      on('learned', 20, { learned: ['need'] }),
      spoke(10, { dealbreaker: true }),
    ]);
    expect(row('verdict', lines)).toMatch(/^ {46}▁▁▇▇▇▇$/);
    expect(behind('verdict', lines)).toBe(' DROP');
  });
});

test('of hundreds of touches the talks at least are told', () => {
  const day = [9, 8, 7, 6, 5];
  const some = run(0, 100, 0).flatMap(() => [...each(spoke, day), ...each(tried, day)]);
  expect(behind('we', drawn(some))).toBe(' 500 talks');
});

describe('a silence', () => {
  const silent = each(spoke, run(100, 12));

  test('is a dotted row from the day after the last talk', () => {
    const lines = drawn(silent);
    expect(row('silence', lines)).toBe(at(Object.fromEntries(run(46, 6, 1).map((c) => [c, '·']))));
    expect(behind('silence', lines)).toBe(' 23 days now');
  });

  test('that is over is told by its length; one that is as usual not at all', () => {
    expect(behind('silence', drawn([...silent, heard(3)]))).toBe(' up to 19 days');
    expect(row('silence', drawn(each(spoke, run(84, 12))))).toBeUndefined();
  });

  test('ends at a talk, also where the next one begins there', () => {
    const lines = drawn([
      ...each(spoke, [204, 173]),
      on('away', 121, { from: ago(121), to: ago(102) }),
      heard(89),
    ]);
    expect(row('silence', lines)).toMatch(/^ +·{15,} ·{15,}$/);
    expect(row('they', lines)?.indexOf('●')).toBe(row('silence', lines)?.search(/ ·+$/));
  });

  test('beside which they were away', () => {
    const away = on('away', 3, { from: ago(6), to: ago(0) });
    expect(row('away', drawn([spoke(0), away]))).toBe(at({ 50: '–', 51: '–' }));
  });
});

describe('promises and money', () => {
  const promise = (daysAgo: number, by: string, due: number, fields: Line = {}) =>
    on('promise', daysAgo, { by, due: ago(due), ...fields });

  test('stand on the day on which they were due, the worst of a column is seen', () => {
    const lines = drawn([
      spoke(9),
      promise(60, 'us', 40),
      on('done', 41, { ref: 'e2' }),
      promise(60, 'them', 20),
      promise(60, 'us', 3),
      promise(60, 'us', 2),
      on('waived', 2, { ref: 'e6' }),
      promise(60, 'them', -9),
      promise(60, 'them', 19),
      on('done', 19, { ref: 'e9' }),
    ]);
    expect(row('our word', lines)).toBe(at({ 40: '✓', 50: '!', 51: '~' }));
    expect(row('their word', lines)).toBe(at({ 46: '✗' }));
    expect(behind('our word', lines)).toBe(' 1 of 2 kept');
    expect(behind('their word', lines)).toBe(' 1 of 2 kept');
  });

  test('that wait since before the picture stand at its beginning', () => {
    expect(row('their word', drawn([spoke(9), promise(300, 'them', 290)]))).toBe(at({ 0: '✗' }));
  });

  test('of a payment are in the row of the money, where it came late or not at all', () => {
    const lines = drawn([
      won(99, { amount: 1000 }),
      promise(60, 'them', 30, { kind: 'payment', amount: 250 }),
      on('done', 30, { ref: 'e2' }),
      on('income', 30, { amount: 250 }),
      promise(60, 'them', 10, { kind: 'payment', amount: 90 }),
    ]);
    expect(row('money', lines)).toBe(at({ 23: '◆', 43: '$', 48: '!' }));
    expect(behind('money', lines)).toBe(' 1,250 in');
    expect(row('their word', lines)).toBeUndefined();
  });
});

test('moods are beside it, where they are told', () => {
  const mood = (daysAgo: number, feel: number) => on('mood', daysAgo, { feel, private: true });
  const lines = [spoke(99), mood(60, -2), mood(30, 0), mood(1, 1)];
  expect(row('your mood', drawn(lines))).toBe(at({ 34: '▾', 43: '=', 51: '▴' }));
  expect(behind('your mood', drawn(lines))).toBe(' 1 of 3 low');
  expect(pictureText(pictured(lines, false).picture, NOTHING, pageOf(80)).join('')).not.toContain(
    'mood',
  );
});

describe('turns', () => {
  test('are numbers, told below with their days', () => {
    const lines = drawn([spoke(99), on('notice', 60), on('met', 30)]);
    expect(row('turns', lines)).toBe(at({ 34: '1', 43: '2' }));
    expect(lines).toContain('1 notice, 1 May  2 met, 31 May');
  });

  test('are the last nine, and how many there were before', () => {
    const rude = each(spoke, run(70, 11), { rude: true });
    const lines = drawn(rude);
    expect(row('turns', lines)?.replaceAll(' ', '')).toBe('123456789');
    expect(behind('turns', lines)).toBe(' 2 before');
    expect(lines.join('\n')).toContain('9 rude, 30 Jun');
  });
});

describe('the legend', () => {
  test('has each sign that occurs, and no other', () => {
    expect(drawn([spoke(8), tried(1)])).toContain('▁ KEEP  ● talk  ○ try');
    expect(drawn([spoke(8), tried(1)], pageOf(80, false))).toContain('K KEEP  O talk  o try');
  });
});

describe('the bars', () => {
  const favours = (gave: number, got: number) => [
    spoke(200),
    ...each(work, run(150, gave, -2), { gave: ['s'] }),
    ...each(heard, run(150, got, -2), { got: ['l'] }),
  ];
  const bars = (lines: readonly string[]) =>
    lines.filter((line) => /^(gave|got|time|income) /.test(line));

  test('take a column for each favour, up to twenty, then share it', () => {
    expect(bars(drawn(favours(3, 0)))).toEqual([
      `gave       ${'▇'.repeat(3)} 3 in a year: 3 small`,
      'got        0 in a year',
    ]);
    expect(bars(drawn(favours(40, 1)))).toEqual([
      `gave       ${'▇'.repeat(20)} 40 in a year: 40 small`,
      'got        ▇ 1 in a year: 1 large',
    ]);
    expect(bars(drawn(favours(0, 0)))).toEqual([]);
  });

  test('set time against income, where there is a whole to have a part of', () => {
    const shares = (time: number | null, income: number | null) =>
      bars(drawn([spoke(60, { minutes: 90 })], pageOf(80), { time, income }));
    expect(shares(0.5, 0.1)).toEqual([
      `time       ${'▇'.repeat(20)} 50 % of your hours: 1.5 h`,
      `income     ${'▇'.repeat(4)} 10 % of your income`,
    ]);
    expect(shares(0.5, 0)).toHaveLength(2);
    expect(shares(1, 1)).toEqual([]);
    expect(shares(null, 0.1)).toEqual([]);
    expect(shares(0.5, null)).toEqual([]);
  });
});

test.each([30, 36, 40, 63, 80, 120])('everything together keeps within %i columns', (width) => {
  const lines = [
    ...each(spoke, run(170, 12)),
    ...each(tried, run(60, 12)),
    ...each(heard, run(150, 3)),
    on('notice', 9),
    on('conditions', 8, { conditions: ['apology', 'explanation', 'assurance'] }),
    ...each(work, run(150, 30, -2), { gave: ['l', 'm', 's'], minutes: 700 }),
    on('promise', 60, { by: 'them', due: ago(30) }),
    won(100, { amount: 1_234_567 }),
  ];
  for (const unicode of [true, false]) {
    const text = drawn(lines, pageOf(width, unicode), { time: 0.5, income: 0.25 });
    expect(text.length).toBeGreaterThan(10);
    expect(Math.max(...text.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
    // No row without a word, apart from legends, which are words.
    expect(text.filter((line) => !/[a-z]/i.test(line.slice(0, LABEL)))).toEqual([]);
    if (!unicode) expect(text.join('')).toMatch(/^[\x20-\x7e]*$/);
  }
});
