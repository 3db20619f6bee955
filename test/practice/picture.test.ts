import { describe, expect, test } from '@jest/globals';
import { addDays, formatDay } from '../../src/journal/days.ts';
import { type Picture, pictureOf } from '../../src/practice/picture.ts';
import reciprocity from '../../src/rules/reciprocity.ts';
import responsiveness from '../../src/rules/responsiveness.ts';
import { judge } from '../../src/verdict/judge.ts';
import { weeksOf } from '../../src/verdict/weeks.ts';
import { dayOf } from '../support/days.ts';
import {
  ago,
  AS_OF,
  card,
  each,
  heard,
  historyFrom,
  type Line,
  on,
  relationshipFrom,
  run,
  sent,
  settings,
  spoke,
  tried,
  won,
  work,
} from '../support/lines.ts';

const asOf = dayOf(AS_OF);
/** The first day of half a year. */
const FIRST = 181;

function pictured(lines: readonly Line[], privately = false): Picture {
  const relationship = relationshipFrom(lines);
  const review = { relationship, judgement: judge(relationship, asOf) };
  return pictureOf(review, { weeks: weeksOf(review, () => undefined), privately });
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const daysAgo = (day: number) => asOf - day;

/** Of a relationship with a word each week that fell silent so many days ago. */
const weekly = (last: number, count = 12) => each(spoke, run(last + (count - 1) * 7, count));

describe('the weeks', () => {
  test('are 26, end with the review, and have a verdict as soon as something is known', () => {
    const { weeks, from, to } = pictured([spoke(FIRST - 7)]);
    expect(weeks).toHaveLength(26);
    expect([daysAgo(from), daysAgo(to)]).toEqual([FIRST, 0]);
    expect(weeks.map((week) => week.from)).toEqual(weeks.map((week) => addDays(week.to, -6)));
    expect(weeks[0]).toMatchObject({ from, verdict: null });
    expect(weeks[1]?.verdict).toBe('KEEP');
  });

  test('hold what we did and what they did, and nothing from outside of them', () => {
    const { weeks } = pictured([
      spoke(FIRST + 1),
      heard(FIRST),
      sent(FIRST - 6),
      tried(FIRST - 7),
      work(3),
      spoke(0),
      on('spoke', -1),
    ]);
    const told = weeks.map((week) => [ids(week.out), ids(week.in)]);
    expect(told[0]).toEqual([['e3'], ['e2']]);
    expect(told[1]).toEqual([['e4'], []]);
    expect(told[25]).toEqual([['e6'], []]);
    expect(told.flat(2)).toHaveLength(4);
  });
});

describe('a silence', () => {
  const silencesOf = (lines: readonly Line[]) =>
    pictured(lines).silences.map(({ from, to, days, isOpen }) => ({
      from: daysAgo(from),
      to: daysAgo(to),
      days,
      isOpen,
    }));

  test('is longer than 1.25 times the longest of nine gaps or more', () => {
    expect(silencesOf(weekly(8))).toEqual([]);
    expect(silencesOf(weekly(9))).toEqual([{ from: 8, to: 0, days: 9, isOpen: true }]);
  });

  test('of a relationship that is hardly known is as long as a touch may wait at their tier', () => {
    const known = [card({ tier: 'A' }), ...weekly(9, 9)];
    expect(silencesOf(known)).toEqual([]);
    expect(silencesOf([card({ tier: 'A' }), ...weekly(30, 3)])).toEqual([]);
    expect(silencesOf([card({ tier: 'A' }), ...weekly(31, 3)])).toHaveLength(1);
    expect(silencesOf(weekly(31, 3))).toEqual([]);
    expect(silencesOf([settings({ cadence: { B: 30 } }), ...weekly(31, 3)])).toHaveLength(1);
  });

  test('has an end, the day before the next word, and those before it are its measure', () => {
    const lines = [...weekly(60), heard(50), ...each(spoke, [43, 36, 29, 17, 10, 3])];
    expect(silencesOf(lines)).toEqual([{ from: 59, to: 51, days: 9, isOpen: false }]);
  });

  test('may have lasted longer than any gap is remembered', () => {
    expect(silencesOf(weekly(800))).toEqual([{ from: 799, to: 0, days: 800, isOpen: true }]);
  });

  test('is not broken by tries of ours', () => {
    expect(silencesOf([...weekly(20), tried(12), sent(5)])).toHaveLength(1);
  });

  test('does not count days on which nothing was expected of them', () => {
    const away = on('away', 9, { from: ago(9), to: ago(3) });
    expect(silencesOf([...weekly(15), away])).toEqual([]);
    expect(silencesOf([...weekly(16), away])).toEqual([{ from: 15, to: 0, days: 9, isOpen: true }]);
    expect(pictured([...weekly(15), away]).away).toEqual([{ from: asOf - 9, to: asOf - 3 }]);
  });

  test('that a new start ended stays to be seen', () => {
    const lines = [...weekly(60), on('notice', 40), on('met', 30), spoke(30)];
    expect(silencesOf(lines)).toEqual([{ from: 59, to: 31, days: 29, isOpen: false }]);
  });

  test('that began before the picture is told with its own beginning', () => {
    const lines = [...weekly(FIRST + 20), spoke(FIRST - 10)];
    expect(silencesOf(lines)[0]).toMatchObject({ from: FIRST + 19, to: FIRST - 9 });
    expect(silencesOf([...weekly(FIRST + 20), spoke(FIRST)])[0]?.to).not.toBe(FIRST + 1);
  });
});

describe('promises', () => {
  const promise = (daysAgo: number, due: number, fields: Line = {}) =>
    on('promise', daysAgo, { by: 'them', due: ago(due), ...fields });
  const told = (lines: readonly Line[]) =>
    pictured(lines).promises.map(({ by, late, settled, standing: { status } }) => ({
      by,
      late,
      settled: settled === null ? null : daysAgo(settled),
      status,
    }));

  test('are in the picture by their day, by the day they were settled, or because they wait', () => {
    const outside = [
      promise(FIRST + 30, FIRST + 10),
      on('done', FIRST + 1, { ref: 'e1' }),
      promise(3, -1),
    ];
    expect(told(outside)).toEqual([]);
    expect(told([promise(FIRST + 30, FIRST + 10), on('done', FIRST, { ref: 'e1' })])).toEqual([
      { by: 'them', late: 10, settled: FIRST, status: 'late' },
    ]);
    expect(told([promise(FIRST + 30, FIRST + 10)])).toEqual([
      { by: 'them', late: FIRST + 10, settled: null, status: 'broken' },
    ]);
    expect(told([promise(3, 0)])).toEqual([{ by: 'them', late: 0, settled: null, status: 'open' }]);
    expect(told([promise(9, -9), on('done', 2, { ref: 'e1' })])).toEqual([
      { by: 'them', late: -11, settled: 2, status: 'kept' },
    ]);
  });

  test('are late from the third day on, and never when they were waived', () => {
    const settled = (type: string, days: number) =>
      told([promise(30, 20, { by: 'us' }), on(type, 20 - days, { ref: 'e1' })]);
    expect(settled('done', 2)).toMatchObject([{ by: 'us', late: 2, status: 'kept' }]);
    expect(settled('done', 3)).toMatchObject([{ by: 'us', late: 3, status: 'late' }]);
    expect(settled('broken', 1)).toMatchObject([{ late: 1, status: 'broken', settled: 19 }]);
    expect(settled('waived', 3)).toMatchObject([{ late: null, status: 'waived', settled: 17 }]);
  });

  test('of theirs that a new start let go are told as they stood then', () => {
    const lines = [promise(60, 50), on('notice', 45), on('met', 30), promise(20, 10)];
    expect(told(lines)).toEqual([
      { by: 'them', late: 19, settled: null, status: 'broken' },
      { by: 'them', late: 10, settled: null, status: 'late' },
    ]);
  });
});

describe('answers', () => {
  const asked = [...each(tried, run(100, 12)), ...each(heard, run(100, 10)), spoke(2)];

  test('come with the share of the last eight tries, as the rule has it', () => {
    const { answers } = pictured(asked);
    expect(answers.map(({ on }) => daysAgo(on))).toEqual([...run(100, 12), 2]);
    expect(answers.map(({ answered }) => answered)).toEqual([
      ...Array.from({ length: 10 }, () => true),
      false,
      false,
      true,
    ]);
    expect(answers.map(({ recently }) => recently * 8).slice(-4)).toEqual([8, 7, 6, 6]);
    const { numbers } = responsiveness.check(historyFrom(asked));
    expect(answers.at(-1)?.recently).toBe((numbers['answered'] ?? 0) / (numbers['tries'] ?? 1));
  });

  test('begin again with a new start', () => {
    const { answers } = pictured([
      ...asked.slice(0, -1),
      on('drop', 12),
      on('return', 10),
      spoke(2),
    ]);
    expect(answers.at(-1)).toMatchObject({ recently: 1 });
    expect(answers.at(-2)).toMatchObject({ recently: 6 / 8 });
  });

  test('are compared with the year before, where there were enough', () => {
    expect(pictured(each(spoke, run(200, 15))).usually).toBeNull();
    expect(pictured(each(spoke, run(200, 16))).usually).toBe(1);
    const half = [...each(tried, run(300, 8)), ...each(spoke, run(200, 16))];
    expect(pictured(half).usually).toBe(0.5);
  });
});

test('favours are those of the rule, and a month has those of its days', () => {
  const lines = [
    work(366, { gave: ['l'] }),
    work(365, { gave: ['s'] }),
    work(61, { gave: ['m', 's'] }),
    work(60, { gave: ['l'], minutes: 30 }),
    heard(3, { got: ['s'], minutes: 15 }),
    won(2, { amount: 500 }),
  ];
  const picture = pictured(lines);
  const { numbers } = reciprocity.check(historyFrom(lines));
  expect([picture.gave, picture.got]).toEqual([numbers['gave'], numbers['got']]);
  expect(picture.sizes).toEqual({ gave: { s: 2, m: 1, l: 1 }, got: { s: 1, m: 0, l: 0 } });
  expect(picture.months.map(({ from, to }) => [formatDay(from), formatDay(to)])).toEqual([
    ['2025-12-31', '2025-12-31'],
    ['2026-01-01', '2026-01-31'],
    ['2026-02-01', '2026-02-28'],
    ['2026-03-01', '2026-03-31'],
    ['2026-04-01', '2026-04-30'],
    ['2026-05-01', '2026-05-31'],
    ['2026-06-01', '2026-06-30'],
  ]);
  expect(picture.months.map(({ gave, got }) => gave * 10 + got)).toEqual([0, 0, 0, 0, 20, 10, 1]);
  expect(picture.months.map(({ minutes }) => minutes)).toEqual([0, 0, 0, 0, 5, 30, 15]);
  expect(picture.months.map(({ income }) => income)).toEqual([0, 0, 0, 0, 0, 0, 500]);
  expect(picture.year).toEqual({ minutes: 55, income: 500, hourly: null });
});

describe('turns', () => {
  const turns = (...lines: readonly Line[]) =>
    pictured(lines).turns.map(({ label, isGood, on }) => [label, isGood, daysAgo(on)]);

  test('are what turned the relationship, in a word or two', () => {
    expect(
      turns(
        on('renewal', FIRST + 1, { renewsOn: ago(FIRST + 1) }),
        won(FIRST, { amount: 2400 }),
        won(FIRST - 1, { amount: 90 }),
        on('change', 99, { kind: 'rival-failing' }),
        on('change', 98, { kind: 'other', tags: ['considering'] }),
        on('hardship', 60, { from: ago(97), to: ago(90) }),
        spoke(50, { harm: 2, fault: 'them' }),
        spoke(49, { rude: true }),
        spoke(48, { feel: -2, about: ['problem'] }),
        on('notice', 40),
        on('drop', 30),
        on('conditions', 20, { conditions: ['apology'] }),
        on('return', 10),
        on('lost', 2),
        won(1),
      ),
    ).toEqual([
      ['won 2,400', true, FIRST],
      ['rival failing', null, 99],
      ['may leave', false, 98],
      ['hardship', null, 97],
      ['harm 2', false, 50],
      ['rude', false, 49],
      ['notice', false, 40],
      ['drop', false, 30],
      ['apology', true, 20],
      ['return', true, 10],
      ['lost', false, 2],
      ['won', true, 1],
    ]);
  });

  test('of a contract lie on the day it renews, while that day stands', () => {
    const renewal = (daysAgo: number, renewsOn: number) =>
      on('renewal', daysAgo, { renewsOn: ago(renewsOn) });
    expect(turns(renewal(300, 20), renewal(20, -300))).toEqual([]);
    expect(turns(renewal(300, 20), renewal(19, -300))).toEqual([['renewal', null, 20]]);
  });
});

describe('private entries', () => {
  const lines = [
    spoke(9, { private: true, note: 'cried', person: 'Dana', harm: 1 }),
    on('change', 8, { kind: 'other', tags: ['considering'], private: true }),
    on('promise', 7, { by: 'us', what: 'say nothing', due: ago(5), private: true }),
    on('mood', 6, { feel: -2, private: true }),
    spoke(5, { note: 'for all to read' }),
  ];
  const words = (privately: boolean) => JSON.stringify(pictured(lines, privately));

  test('are counted, and say nothing', () => {
    expect(words(false)).not.toMatch(/cried|Dana|say nothing|considering|may leave|"mood"/);
    expect(words(false)).toMatch('for all to read');
    const { moods, promises, turns, weeks } = pictured(lines);
    expect(ids(weeks.flatMap((week) => week.out))).toEqual(['e1', 'e5']);
    expect(turns.map(({ label }) => label)).toEqual(['harm 1', 'change']);
    expect(promises).toHaveLength(1);
    expect(moods).toEqual([]);
  });

  test('are told to whoever asks for them', () => {
    for (const word of ['cried', 'Dana', 'say nothing', 'may leave'])
      expect(words(true)).toMatch(word);
    expect(ids(pictured(lines, true).moods)).toEqual(['e4']);
  });
});
