import { describe, expect, test } from '@jest/globals';
import { AnswersChart } from '../../src/render/html/answers-chart.tsx';
import { BalanceChart } from '../../src/render/html/balance-chart.tsx';
import { HoursChart } from '../../src/render/html/hours-chart.tsx';
import { LatenessChart } from '../../src/render/html/lateness-chart.tsx';
import { drawn, marksOf, pictured, sheetsOf } from '../support/drawn.ts';
import { wordsOf } from '../support/html-words.ts';
import { ago, each, type Line, on, run, spoke, tried, won, work } from '../support/lines.ts';

const oneSheet = (html: string): string => {
  const [sheet, ...others] = sheetsOf(html);
  if (sheet === undefined || others.length > 0) throw new Error('not one drawing');
  return sheet;
};

describe('whether they answer', () => {
  const answers = (lines: readonly Line[]): string => drawn(AnswersChart, pictured(lines));
  const fallen = [...each(spoke, run(300, 20)), ...each(tried, run(70, 8))];

  test('is a dot for each try, higher the more of the last were answered', () => {
    const { picture } = pictured(fallen);
    const marks = marksOf(oneSheet(answers(fallen)));
    expect(marks).toHaveLength(picture.answers.length);
    const heights = marks.map(({ y }) => 126 - y);
    for (const [index, { recently }] of picture.answers.entries())
      expect((heights[index] ?? 0) / 116).toBeCloseTo(recently, 2);
    expect(marks.map(({ isHollow }) => isHollow)).toEqual(
      picture.answers.map(({ answered }) => !answered),
    );
  });

  test('is told with the numbers of the rules, beside what is usual', () => {
    const { judgement, picture } = pictured(fallen);
    const numbers = (name: string) =>
      judgement.rules.find(({ rule }) => rule.name === name)?.outcome.numbers ?? {};
    const { answered, tries } = numbers('responsiveness');
    const { answeredBefore, triesBefore } = numbers('change');
    expect(answered).toBe(0);
    const words = wordsOf(answers(fallen));
    expect(words).toContain(
      `They answered ${answered} of the last ${tries} tries; ${answeredBefore} of ${triesBefore} before.`,
    );
    expect(words).toContain(`usually ${Math.round((picture.usually ?? 0) * 100)} %`);
  });

  test('is only told where there are too few tries', () => {
    const html = answers([spoke(20), tried(10)]);
    expect(sheetsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('too few to draw');
  });
});

describe('whether both keep their word', () => {
  const lateness = (lines: readonly Line[]): string =>
    drawn(LatenessChart, { picture: pictured(lines).picture });
  const promise = (id: string, by: string, due: number): Line =>
    on('promise', 170, { id, by, due: ago(due) });
  const lines = [
    promise('late', 'them', 100),
    on('done', 80, { ref: 'late' }),
    promise('early', 'them', 60),
    on('done', 70, { ref: 'early' }),
    promise('open', 'them', 5),
    promise('ours', 'us', 50),
    on('done', 50, { ref: 'ours' }),
    promise('waits', 'us', 0),
  ];

  test('is a mark for each that came due, above zero where it was late', () => {
    const sheet = oneSheet(lateness(lines));
    const marks = new Map(marksOf(sheet).map((mark) => [mark.says.split(' ')[0], mark]));
    expect([...marks.keys()].sort()).toEqual(['early', 'late', 'open', 'ours', 'waits']);
    const [theirs, ours] = [...sheet.matchAll(/class="zero" d="M\S+ (\S+)H/g)].map(([, y]) =>
      Number(y),
    );
    const above = (id: string): number => (theirs ?? 0) - (marks.get(id)?.y ?? 0);
    expect(above('late') / above('early')).toBeCloseTo(20 / -10, 1);
    expect(above('late') / above('open')).toBeCloseTo(20 / 5, 1);
    expect(marks.get('ours')?.y).toBe(ours);
    expect(marks.get('open')?.isHollow).toBe(true);
    expect(marks.get('late')?.isHollow).toBe(false);
  });

  test('is told with counts', () => {
    expect(wordsOf(lateness(lines))).toContain(
      'They kept 1 of 3 promises (2 late, by 13 days on average); you kept 1 of 1 promise; 1 still waits.',
    );
  });

  test('is only told where one promise or none came due', () => {
    expect(sheetsOf(lateness(lines.slice(0, 2)))).toEqual([]);
    expect(wordsOf(lateness([spoke(9)]))).toContain('Nothing was promised.');
  });
});

describe('give and take', () => {
  const balance = (lines: readonly Line[]): string =>
    drawn(BalanceChart, { picture: pictured(lines).picture });

  test('is a block for each favour', () => {
    const html = balance([
      ...each(work, [90, 80], { gave: ['l'] }),
      work(70, { gave: ['s', 's', 'm'] }),
      spoke(60, { got: ['m'] }),
    ]);
    const marks = marksOf(oneSheet(html));
    const blocks = (kind: string): number =>
      marks
        .filter((mark) => mark.kind === kind)
        .reduce((sum, { html: mark }) => sum + (mark.match(/<rect x/g) ?? []).length - 1, 0);
    expect([blocks('us'), blocks('them')]).toEqual([5, 1]);
    expect(wordsOf(html)).toContain(
      'In a year you gave 5 favours (2 large, 1 medium, 2 small), they gave 1 (1 medium).',
    );
  });

  test('is only told where there is next to nothing', () => {
    expect(sheetsOf(balance([work(9, { gave: ['l'] })]))).toEqual([]);
    expect(wordsOf(balance([work(9)]))).toContain('No favour either way in a year.');
  });
});

describe('hours against income', () => {
  const hours = (lines: readonly Line[]): string =>
    drawn(HoursChart, { picture: pictured(lines).picture, currency: 'EUR' });
  const lines = [
    work(75, { minutes: 120 }),
    work(35, { minutes: 60 }),
    won(35, { amount: 1_000 }),
    won(5, { amount: 250 }),
  ];

  test('are bars by month, each panel on a scale of its own', () => {
    const { picture } = pictured(lines);
    const marks = marksOf(oneSheet(hours(lines)));
    const heights = (kind: string): readonly number[] =>
      marks
        .filter((mark) => mark.kind === kind)
        .map(({ html }) => Number(/<rect [^>]*height="(\S+)"/.exec(html)?.[1]));
    const most = (numbers: readonly number[]): readonly number[] =>
      numbers.filter((each) => each > 0).map((each) => each / Math.max(...numbers));
    const share = (numbers: readonly number[]) =>
      numbers.map((each) => each / Math.max(...numbers));
    const expected = {
      us: most(picture.months.map(({ minutes }) => minutes)),
      money: most(picture.months.map(({ income }) => income)),
    };
    for (const [kind, of] of Object.entries(expected)) {
      const found = share(heights(kind));
      expect(found).toHaveLength(of.length);
      for (const [index, part] of of.entries()) expect(found[index]).toBeCloseTo(part, 2);
    }
  });

  test('are told for the year, and what an hour brings', () => {
    expect(wordsOf(hours(lines))).toContain(
      'In a year 3 h went in, 1,250 EUR came back: 417 an hour.',
    );
    expect(sheetsOf(hours([on('renewal', 9, { renewsOn: ago(-99) })]))).toEqual([]);
  });
});
