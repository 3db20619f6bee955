import { describe, expect, test } from '@jest/globals';
import { addDays } from '../../src/journal/days.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { judge } from '../../src/verdict/judge.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  each,
  heard,
  type Line,
  lost,
  on,
  relationshipFrom,
  run,
  spoke,
  tried,
  won,
} from '../support/lines.ts';
import { done, promise } from '../support/promises.ts';

const asOf = dayOf(AS_OF);

function review(lines: readonly Line[], rule: string, later = 0) {
  const day = addDays(asOf, later);
  const judged = judge(relationshipFrom(lines), day);
  const seen = judged.rules.find(({ rule: { name } }) => name === rule);
  return { ...judged, level: seen?.level, raw: seen?.outcome.level };
}

describe('a pattern', () => {
  const beginning = [won(720), ...each(spoke, run(300, 8))];
  // Serious from the third promise on, which is broken fifteen days after its date.
  const promises = (third: number) => [
    ...['a', 'b'].flatMap((id) => [promise('them', id, 100), done(id, 90)]),
    promise('them', 'c', third),
  ];

  test('serious since today is a warning', () => {
    expect(review([...beginning, ...promises(15)], 'promises')).toMatchObject({
      level: 2,
      raw: 3,
      worsening: true,
    });
  });
  test('serious six days ago is still one', () => {
    expect(review([...beginning, ...promises(21)], 'promises')).toMatchObject({ level: 2, raw: 3 });
  });
  test('serious a week ago, too, is serious', () => {
    expect(review([...beginning, ...promises(22)], 'promises')).toMatchObject({
      level: 3,
      raw: 3,
      worsening: false,
    });
  });

  test('relieved today it holds for two more weeks', () => {
    // Four kept ones push the broken ones out of the last five.
    const kept = ['d', 'e', 'f', 'g'].flatMap((id) => [promise('them', id, 1), done(id, 0)]);
    const lines = [...beginning, ...promises(60), ...kept];
    const levels = [-1, 0, 7, 13, 14].map((later) => review(lines, 'promises', later).level);
    expect(levels).toEqual([3, 3, 3, 3, 0]);
  });

  test('what is critical needs no witness', () => {
    const silent = [won(720), ...each(tried, [42, 34, 27, 20, 13, 7])];
    expect(review(silent, 'responsiveness')).toMatchObject({ level: 4, raw: 4 });
  });

  test('before a new start it counts for nothing', () => {
    const silent = [won(720), ...each(tried, run(90, 8)), lost(6), won(5)];
    expect(review(silent, 'responsiveness')).toMatchObject({ level: null, raw: null });
    expect(review(silent.slice(0, -2), 'responsiveness')).toMatchObject({ level: 4 });
  });

  test('on the day of the new start the look counts', () => {
    const beginning = [won(720), lost(80), won(14)];
    const shifted = each(heard, [14, 14], { fault: 'them', blames: 'us' });
    const owned = each(heard, [10, 10], { fault: 'them', blames: 'them' });
    expect(review([...beginning, ...shifted, ...owned], 'blame-shifting')).toMatchObject({
      level: 2,
      raw: 0,
    });
  });

  test('a held level counts where today there is not enough data', () => {
    // The first of two incidents leaves the two years of memory ten days before the review.
    const lines = [
      { type: 'won', on: '2020-01-01' },
      heard(740, { fault: 'them', blames: 'us' }),
      heard(50, { fault: 'them', blames: 'us' }),
    ];
    expect(review(lines, 'blame-shifting')).toMatchObject({ level: 2, raw: null });
    expect(review(lines, 'blame-shifting', 5)).toMatchObject({ level: null, raw: null });
  });
});

test('a fact acts at once, and is gone at once', () => {
  const lines = [won(720), promise('them', 'a', 91, { kind: 'payment' }), done('a', -1)];
  expect(review(lines, 'payment', -1)).toMatchObject({ level: 3, worsening: false });
  expect(review(lines, 'payment')).toMatchObject({ level: 4 });
  expect(review(lines, 'payment', 1)).toMatchObject({ level: 0 });
});

describe('a verdict hangs on', () => {
  const hinges = (lines: readonly Line[]) => {
    const relationship = relationshipFrom(lines);
    return hangsOn(relationship, judge(relationship, asOf)).map(({ becomes, entry }) => [
      entry.id,
      becomes,
    ]);
  };
  const calm = [won(300), spoke(40, { about: ['need'], learned: ['need', 'win'] })];

  test('nothing where all is calm', () => expect(hinges(calm)).toEqual([]));
  test('a promise of theirs', () => {
    expect(hinges([...calm, promise('them', 'a', 91, { kind: 'payment' })])).toEqual([
      ['a', 'KEEP'],
    ]);
  });
  test('what has two causes hangs on neither', () => {
    const bills = ['a', 'b'].map((id) => promise('them', id, 91, { kind: 'payment' }));
    expect(hinges([...calm, ...bills])).toEqual([]);
  });
  test('the talk in which the conditions were met', () => {
    const talk = heard(10, { id: 'talk' });
    const met = on('conditions', 10, { conditions: ['apology', 'explanation', 'assurance'] });
    expect(hinges([on('drop', 50), talk, { ...met, ref: 'talk' }])).toEqual([['talk', 'DROP']]);
    expect(hinges([on('drop', 50), talk, met])).toEqual([]);
  });
  test('no entry of another type', () => {
    expect(hinges([won(300), on('lost', 100), on('refuse', 50)])).toEqual([]);
  });
});
