import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../../src/journal/days.ts';
import { regarding } from '../../../src/practice/rebuild/broken.ts';
import { rebuildPage, type Way, wayBack } from '../../../src/practice/rebuild/page.ts';
import { judge } from '../../../src/verdict/judge.ts';
import { dayOf } from '../../support/days.ts';
import {
  AS_OF,
  ago,
  card,
  each,
  heard,
  type Line,
  lost,
  on,
  relationshipFrom,
  sent,
  settings,
  spoke,
  tried,
  won,
  work,
} from '../../support/lines.ts';

const regarded = (lines: readonly Line[]) => {
  const relationship = relationshipFrom(lines);
  return regarding({ relationship, judgement: judge(relationship, dayOf(AS_OF)) });
};
const way = (...lines: readonly Line[]): Way => wayBack(regarded([won(900), ...lines]));
const read = on('step', 10, { step: 'history' });
const listened = on('step', 9, { step: 'heard' });
const change = (daysAgo: number): Line => on('change', daysAgo, { kind: 'rival-failing' });

describe('when to go there', () => {
  const harmed = (harm: number): Line => heard(40, { fault: 'us', harm });
  test.each<readonly [what: string, lines: readonly Line[], fromAgo: number, because: string]>([
    ['a nuisance: a month', [harmed(1), lost(20, { cause: 'us' })], -10, 'harm'],
    ['a damage: a quarter', [harmed(2), lost(20, { cause: 'us' })], -70, 'harm'],
    ['never forgotten: half a year', [harmed(3), lost(20, { cause: 'us' })], -160, 'harm'],
    ['the harm they left with', [lost(20, { cause: 'us', harm: 3 })], -160, 'harm'],
    ['nobody wrote down how bad it was', [lost(20, { cause: 'us' })], -70, 'harm'],
    ['they left for the price', [lost(20, { cause: 'price' })], -10, 'harm'],
    ['set by hand', [lost(20), on('step', 5, { step: 'wait', next: ago(-99) })], -99, 'set'],
    ['they ring', [lost(20, { cause: 'us' }), heard(5)], 5, 'talk'],
    ['something changes', [lost(20, { cause: 'us' }), change(5)], 5, 'change'],
    [
      'set by hand after something had changed',
      [lost(20), change(9), on('step', 5, { step: 'wait', next: ago(-99) })],
      -99,
      'set',
    ],
    [
      'a change after a day was set',
      [lost(20), on('step', 9, { step: 'wait', next: ago(-99) }), change(5)],
      5,
      'change',
    ],
  ])('%s', (_, lines, fromAgo, because) => {
    const { approach } = way(...lines);
    expect(approach && [formatDay(approach.from), approach.because]).toEqual([
      ago(fromAgo),
      because,
    ]);
  });
});

describe('where one stands', () => {
  const ours = lost(20, { cause: 'us' });
  const long = lost(400, { cause: 'us' });
  test.each<readonly [course: string, lines: readonly Line[]]>([
    ['nothing', [spoke(5)]],
    ['nothing', [heard(40, { fault: 'us', harm: 2 })]],
    // Harm 3 that is not mended: they still buy, and have to be won again.
    ['beginning', [heard(200, { fault: 'us', harm: 3 })]],
    ['beginning', [ours]],
    ['resting', [ours, read]],
    ['climbing', [long, read]],
    ['opening', [ours, read, change(5)]],
    ['climbing', [ours, read, change(5), spoke(4)]],
    ['resting', [long, read, listened, on('step', 5, { step: 'asked', answer: 'no' })]],
    ['climbing', [long, read, listened, on('step', 91, { step: 'asked', answer: 'no' })]],
    ['opening', [long, read, on('step', 5, { step: 'asked', answer: 'no' }), change(4)]],
    ['over', [long, on('refuse', 5)]],
    ['over', [long, ...each(tried, [300, 200, 100, 50])]],
    ['theirs', [on('drop', 20)]],
    ['letting-go', [card({ tier: 'C' }), long]],
    ['verdict', [card({ clash: true }), long, read]],
    ['verdict', [on('notice', 5, { deadline: ago(-9) })]],
    ['climbing', [long, on('return', 30)]],
    // Whoever came back has answered what came to nothing before.
    ['climbing', [long, ...each(tried, [300, 200, 100, 50]), on('return', 30)]],
  ])('%s', (course, lines) => expect(way(...lines).course).toBe(course));

  test('a no to the question whether they can put it behind them stops, whatever else is open', () => {
    const steps = ['history', 'heard', 'fixed', 'reviewed', 'explained'].map((step) =>
      on('step', 50, { step }),
    );
    const yes = ['asked', 'again'].map((step) => on('step', 50, { step, answer: 'yes' }));
    const no = on('step', 5, { step: 'behind', answer: 'no' });
    const stopped = way(long, ...steps, ...yes, no);
    expect([stopped.course, stopped.next.command]).toEqual(['over', 'refuse']);
    const still = [heard(200, { fault: 'us', harm: 3 }), ...steps, ...yes, no];
    expect(way(...still).next.command).toBe('drop');
    expect(way(long, ...steps, ...yes).next.command).toBe('rebuild behind yes');
  });

  test('the brief is read of an account that somebody else had', () => {
    expect(way(long).next.command).toBe('rebuild history');
    expect(way(card({ inheritedFrom: 'Graham' }), long).next.command).toBe('brief --record');
    expect(way(card({ inheritedFrom: 'Graham' }), long, on('read', 3)).course).toBe('climbing');
  });

  test('a brief that came with the account is no change over there', () => {
    const brief = { ...change(5), source: { importer: 'rel handover', key: 'Graham' } };
    expect(way(lost(20, { cause: 'us' }), read, brief).course).toBe('resting');
  });

  test('that they thought about leaving is no change over there, nor is what changed before they left', () => {
    const thinking = on('change', 5, { kind: 'other', tags: ['considering'] });
    expect(way(heard(200, { fault: 'us', harm: 3 }), thinking).course).toBe('beginning');
    expect(way(change(20), lost(20, { cause: 'us' })).course).toBe('beginning');
    expect(way(lost(20, { cause: 'us' }), change(20)).course).toBe('opening');
  });

  test('silence ends it too, whatever they had answered before', () => {
    const no = on('step', 350, { step: 'asked', answer: 'no' });
    const { course, next } = way(long, read, listened, no, ...each(tried, [300, 200, 100, 50]));
    expect([course, next.command]).toEqual(['over', 'drop']);
    expect(next.say).toContain('5 approaches in a row');
  });

  test('who still buys has it recorded as mended at the end', () => {
    const steps = ['history', 'heard', 'fixed', 'reviewed', 'explained'].map((step) =>
      on('step', 50, { step }),
    );
    const yes = ['asked', 'again', 'behind'].map((step) => on('step', 50, { step, answer: 'yes' }));
    const { next } = way(heard(200, { fault: 'us', harm: 3 }), ...steps, ...yes);
    expect([next.command, next.entry]).toEqual(['accept', 2]);
  });

  test('a sign of life is due while they are left in peace, where none was given for long', () => {
    const quiet = [spoke(200), lost(20, { cause: 'us' }), read];
    expect(way(...quiet).next.command).toBe('log letter :fyi');
    expect(way(...quiet, sent(2)).next.command).toBeUndefined();
  });
});

describe('what there is to build on', () => {
  const page = (...lines: readonly Line[]) => rebuildPage(regarded(lines), []);

  test('what was good is counted up to the first harm', () => {
    const { good } = page(
      won(900, { amount: 500 }),
      on('income', 500, { amount: 250 }),
      on('promise', 700, { id: 'p', by: 'us', due: ago(690) }),
      on('done', 695, { ref: 'p' }),
      spoke(800, { signals: ['thanks'], gave: ['l', 's'] }),
      spoke(400, { signals: ['thanks'] }),
      heard(310, { fault: 'us', harm: 2, signals: ['thanks'] }),
      on('promise', 309, { id: 'q', by: 'us', due: ago(305) }),
      lost(300, { cause: 'us' }),
      on('income', 200, { amount: 9 }),
    );
    expect(good?.until).toBe(dayOf(AS_OF, -311));
    expect(good?.tenureDays).toBe(600);
    expect(good?.income).toEqual([
      { year: 2024, amount: 500 },
      { year: 2025, amount: 250 },
    ]);
    expect(good?.kept.ours).toMatchObject({ kept: 1, settled: 1 });
    expect(good?.strengths.map(({ kind, entries }) => [kind, entries.length])).toContainEqual([
      'thanks',
      2,
    ]);
    expect(good?.gave).toBe(2);
  });

  test('the time since it broke, against what a year of theirs brings', () => {
    const spent = [
      settings({ floor: 100 }),
      card({ value: 500 }),
      won(900),
      work(350, { minutes: 600 }),
    ];
    const { worth } = page(...spent, lost(300), work(200, { minutes: 300 }));
    expect(worth).toEqual({ yearly: 500, minutes: 300, cost: 500, overspent: false });
    const more = page(...spent, lost(300), work(200, { minutes: 301 }));
    expect(more.worth?.overspent).toBe(true);
    expect(page(won(600, { amount: 70 }), won(900), lost(300)).worth).toMatchObject({
      yearly: 70,
      cost: null,
    });
  });

  test('an incident is asked about until something was learned from it', () => {
    const incidents = [heard(50, { fault: 'them', harm: 1 }), heard(60, { fault: 'us', harm: 1 })];
    const lesson = (ref: string): Line => on('lesson', 1, { text: 'ring', ref });
    expect(page(...incidents).unlearned?.id).toBe('e1');
    expect(page(...incidents, lesson('e1')).unlearned?.id).toBe('e2');
    expect(page(...incidents, lesson('e1'), lesson('e2')).unlearned).toBeUndefined();
  });
});
