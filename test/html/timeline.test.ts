import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../src/render/html/packing.ts';
import { TimelineChart } from '../../src/render/html/timeline-chart.tsx';
import { detailsOf, drawn, marksOf, pictured, sheetsOf, sizeOf } from '../support/drawn.ts';
import { ago, each, heard, type Line, on, run, sent, spoke, tried, won } from '../support/lines.ts';
import { wordsOf } from '../support/html-words.ts';

const PANEL_DAYS = 91;
const WIDTH = 420;
/** Known before the half year, so that both halves are drawn. */
const KNOWN = spoke(200);

const timeline = (lines: readonly Line[], privately = false): string =>
  drawn(TimelineChart, { picture: pictured(lines, privately).picture });
const sheets = (lines: readonly Line[]): readonly string[] => sheetsOf(timeline(lines));

/** The middle of a day in the second half, which ends with the review. */
const placeOf = (daysAgo: number): number =>
  Math.round(((PANEL_DAYS - daysAgo - 0.5) / PANEL_DAYS) * WIDTH * 10) / 10;

describe('the sheets', () => {
  test('are two quarters of the same number of days, side by side or under each other', () => {
    const both = sheets([KNOWN]);
    expect(both).toHaveLength(2);
    expect(both.map(sizeOf).map(({ width }) => width)).toEqual([WIDTH, WIDTH]);
    expect(new Set(both.map((sheet) => sizeOf(sheet).height)).size).toBe(1);
  });

  test('begin with the quarter in which something was known', () => {
    expect(sheets([spoke(50)])).toHaveLength(1);
    expect(sheets([spoke(95)])).toHaveLength(2);
  });
});

describe('touches', () => {
  test('are one mark each, where their day is', () => {
    const [ours, theirs] = [
      [88, 60, 41, 13],
      [30, 2],
    ];
    const [, second = ''] = sheets([
      KNOWN,
      ...each(spoke, ours.slice(0, 2)),
      tried(41),
      sent(13),
      ...each(heard, theirs),
    ]);
    const places = (side: string) =>
      marksOf(second)
        .filter(({ kind }) => kind === side)
        .map(({ x }) => x);
    expect(places('us')).toEqual(ours.map(placeOf));
    expect(places('them')).toEqual(theirs.map(placeOf));
  });

  test('of today are whole, too', () => {
    const [, second = ''] = sheets([KNOWN, spoke(0)]);
    const [mark] = marksOf(second).filter(({ kind }) => kind === 'us');
    expect(mark?.x).toBeLessThan(WIDTH - 4);
    expect(mark?.x).toBeGreaterThan(WIDTH - 5);
  });

  test('stand above the line where they are ours, below it where they are theirs', () => {
    const [, second = ''] = sheets([KNOWN, spoke(30), heard(20)]);
    const middle = Number(/class="middle" d="M0 (\S+)H/.exec(second)?.[1]);
    const [ours, theirs] = ['us', 'them'].map((side) =>
      marksOf(second).find(({ kind }) => kind === side),
    );
    expect(middle - (ours?.y ?? 0)).toBeCloseTo(7, 0);
    expect((theirs?.y ?? 0) - middle).toBeCloseTo(7, 0);
  });

  test('of one day lie over each other, and not on each other', () => {
    const [, second = ''] = sheets([KNOWN, ...each(tried, [10, 10, 10, 9])]);
    const marks = marksOf(second).filter(({ kind }) => kind === 'us');
    for (const [index, one] of marks.entries())
      for (const other of marks.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(7);
  });

  test('say by their form what they were, and lead to their entry where it is listed', () => {
    const [, second = ''] = sheets([KNOWN, spoke(30), tried(20), heard(10, { private: true })]);
    const marks = marksOf(second).filter(({ kind }) => kind === 'us' || kind === 'them');
    expect(marks.map(({ isHollow }) => isHollow)).toEqual([false, true, false]);
    expect(marks.map(({ leadsTo }) => leadsTo)).toEqual([2, 3, undefined]);
    expect(marks[2]?.html).toMatch(/^<g [^>]*tabindex="0"[^>]*role="img"[^>]*aria-label="/);
    expect(marks[0]?.says).toContain('e2');
  });
});

describe('what lasts', () => {
  test('a silence is as wide as its days, and says how many', () => {
    const [, second = ''] = sheets([...each(spoke, run(60 + 20 * 7, 21)), spoke(10)]);
    const [silence] = marksOf(second).filter(({ kind }) => kind === 'silence');
    expect(silence?.html).toContain('>49 days silent<');
    const [, width] = /class="hit"[^>]* width="(\S+)"/.exec(silence?.html ?? '') ?? [];
    // From the day after the one talk to the day before the other.
    expect(Number(width) / (WIDTH / PANEL_DAYS)).toBeCloseTo(49, 1);
  });

  test('a verdict is told once for the weeks in which it held', () => {
    const html = timeline([...each(spoke, run(180, 10)), ...each(tried, run(110, 16))]);
    const runs = sheetsOf(html).flatMap((sheet) =>
      marksOf(sheet).filter(({ kind }) => kind.startsWith('run ')),
    );
    const words = runs.map(({ says }) => says.split(',')[0] ?? '');
    expect(new Set(words).size).toBeGreaterThan(1);
    expect(runs.map(({ kind }) => kind.replace('run v-', '').toUpperCase())).toEqual(words);
  });

  test('a promise goes from the day it was given to the day it was kept, and keeps its row', () => {
    const both = sheets([
      KNOWN,
      on('promise', 160, { id: 'long', by: 'them', due: ago(20) }),
      on('promise', 150, { id: 'short', by: 'them', due: ago(140) }),
      on('done', 139, { ref: 'short' }),
      on('done', 10, { ref: 'long' }),
    ]);
    const [before, after] = both.map((sheet) =>
      marksOf(sheet).find(({ kind, says }) => kind === 'them' && says.includes('long')),
    );
    const rowOf = (html = ''): string | undefined => /class="given" d="M\S+ (\S+)H/.exec(html)?.[1];
    expect(rowOf(before?.html)).toBe(rowOf(after?.html));
    expect(before?.html).toContain(`H${WIDTH}`);
    expect(after?.html).toMatch(
      new RegExp(`class="overdue" d="M${placeOf(20)} \\S+H${placeOf(10)}"`),
    );
    expect(after?.x).toBe(placeOf(10));
    expect(before?.x).toBeNaN();
  });

  test('what became of a promise is told by its form', () => {
    const form = (...came: readonly Line[]): string => {
      const given = on('promise', 30, { id: 'p', by: 'us', due: ago(came.length > 0 ? 20 : 0) });
      const [, second = ''] = sheets([KNOWN, given, ...came]);
      const { html = '' } = marksOf(second).find(({ says }) => says.startsWith('p #')) ?? {};
      return /<path (?:class="o" )?d="[^"]*" transform/.exec(html)?.[0] ?? '';
    };
    const forms = [
      form(on('done', 20, { ref: 'p' })),
      form(on('done', 5, { ref: 'p' })),
      form(on('broken', 20, { ref: 'p' })),
      form(on('waived', 20, { ref: 'p' })),
      form(),
    ];
    expect(forms).not.toContain('');
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe('words on the drawing', () => {
  const crowded = [
    KNOWN,
    ...[80, 79, 78, 40, 39, 2, 1, 0].map((day) => on('change', day, { kind: 'buyer-moved' })),
    ...each(won, [50, 49, 48], { amount: 12_500 }),
    on('notice', 3, { deadline: ago(-10) }),
    ...[70, 66, 62].map((day) => on('change', day, { kind: 'rival-failing' })),
    ...each(spoke, run(90, 30, -3)),
  ];

  test('flags keep off each other and stay on their sheet', () => {
    const [, second = ''] = sheets(crowded);
    const labels = marksOf(second)
      .filter(({ kind }) => kind.startsWith('flag'))
      .map(({ html }) => {
        const [, x, y, anchor, text = ''] =
          /<text x="(\S+)" y="(\S+)"( text-anchor="end")?>([^<]*)<\/text>/.exec(html) ?? [];
        const wide = text.length * 6;
        const left = Number(x) - (anchor === undefined ? 0 : wide);
        return { text, left, right: left + wide, y: Number(y) };
      });
    expect(labels.length).toBeGreaterThanOrEqual(12);
    for (const [index, one] of labels.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(WIDTH);
      for (const other of labels.slice(index + 1).filter(({ y }) => y === one.y))
        expect(one.right <= other.left || other.right <= one.left).toBe(true);
    }
  });

  test('sums stand beside their marks where others leave room', () => {
    const [, second = ''] = sheets([
      KNOWN,
      won(60, { amount: 4_000 }),
      won(58, { amount: 900 }),
      won(0, { amount: 12_500 }),
    ]);
    const sums = marksOf(second)
      .filter(({ kind }) => kind === 'money')
      .map(({ html }) => /<text x="\S+" y="\S+"[^>]*>([^<]*)/.exec(html)?.[1]);
    // To the left, to the right; and the last one has no room but to its left.
    expect(sums).toEqual(['4,000', '900', '12,500']);
    const [first = '', , last = ''] = marksOf(second)
      .filter(({ kind }) => kind === 'money')
      .map(({ html }) => html);
    expect(first).toContain('text-anchor="end"');
    expect(last).toContain('text-anchor="end"');
  });

  test('every detail stays on its sheet, and no place is no number', () => {
    const html = timeline([
      ...crowded,
      ...each(heard, [90, 0], { note: `${'very long '.repeat(30)}${'字'.repeat(80)}` }),
      on('promise', 60, { by: 'them', due: ago(-300), what: 'x'.repeat(300) }),
      on('away', 40, { from: ago(40), to: ago(20) }),
    ]);
    for (const sheet of sheetsOf(html)) {
      const { height, width } = sizeOf(sheet);
      const boxes = detailsOf(sheet);
      expect(boxes).toHaveLength(marksOf(sheet).length);
      for (const box of boxes) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    }
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('letters of other fonts take the room that was counted for them', () => {
    const html = timeline([KNOWN, heard(9, { id: '👨‍👩‍👧‍👦'.repeat(9) }), heard(5)]);
    const lines = [...html.matchAll(/<tspan [^>]*>[^<]*/g)].map(([line]) => line);
    expect(lines.filter((line) => line.includes('👧'))).toEqual([
      expect.stringMatching(/ textLength="119.7" lengthAdjust="spacingAndGlyphs"/),
    ]);
    expect(lines.filter((line) => !line.includes('👧')).join('')).not.toContain('textLength');
  });

  test('the sentence counts what is drawn', () => {
    const html = timeline([KNOWN, ...each(spoke, [90, 60, 30]), ...each(heard, [20, 10])]);
    expect(wordsOf(html)).toContain('In 26 weeks you reached out 3 times, they twice;');
  });

  test('the sentence says how often the verdict changed', () => {
    const quiet = timeline([KNOWN, ...each(spoke, [170, 140, 110, 80, 50, 20])]);
    expect(wordsOf(quiet)).toContain('; the verdict changed once.');
    const broken = timeline([
      KNOWN,
      ...each(spoke, [170, 140, 110, 80, 50, 20]),
      on('spoke', 10, { dealbreaker: true }),
    ]);
    expect(wordsOf(broken)).toContain('; the verdict changed twice.');
  });

  test('moods are on a private page alone', () => {
    const lines = [KNOWN, on('mood', 10, { feel: -2 })];
    expect(timeline(lines)).not.toContain('your mood');
    expect(timeline(lines, true)).toContain('>−2<');
  });
});

describe('rows', () => {
  test('are as few as they can be, and what is in one keeps its distance', () => {
    const stretch = (from: number, to: number) => ({ from, to });
    expect(rowsOf([stretch(0, 4), stretch(3, 6), stretch(5, 8), stretch(7, 9)], 1)).toEqual([
      0, 1, 0, 1,
    ]);
    expect(rowsOf([stretch(0, 4), stretch(5, 8)], 2)).toEqual([0, 1]);
  });
});
