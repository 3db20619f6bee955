import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/verdict/judge.ts';
import { type LastChance, lastChanceOf } from '../../src/verdict/last-chance.ts';
import { cameWords } from '../../src/verdict/came-of-it.ts';
import { formatDay } from '../../src/journal/days.ts';
import { dayOf } from '../support/days.ts';
import {
  AS_OF,
  ago,
  each,
  heard,
  type Line,
  on,
  relationshipFrom,
  run,
  sent,
  spoke,
  tried,
  won,
} from '../support/lines.ts';

function chanceOf(...lines: readonly Line[]): LastChance | undefined {
  const relationship = relationshipFrom(lines);
  return lastChanceOf({ relationship, judgement: judge(relationship, dayOf(AS_OF)) });
}

const noticeOf = (...lines: readonly Line[]) => {
  const chance = chanceOf(...lines);
  if (chance?.kind !== 'notice') throw new Error('not on notice');
  return chance;
};

/** Long well answered, then not at all, and rude on two days: theirs 3, with contacts enough. */
const trouble = [
  won(400),
  ...each(spoke, run(300, 10)),
  ...each(tried, run(66, 9, -7)),
  ...each(heard, [62, 61], { rude: true }),
];
const notice = (daysAgo: number, ahead: number): Line =>
  on('notice', daysAgo, { deadline: ago(-ahead) });

test('nothing of the kind runs with a prospect, an active or a lost customer', () => {
  expect(chanceOf(spoke(5))).toBeUndefined();
  expect(chanceOf(won(5))).toBeUndefined();
  expect(chanceOf(won(5), on('lost', 2))).toBeUndefined();
});

describe('a notice', () => {
  const came = (...after: readonly Line[]): string =>
    cameWords(noticeOf(won(90), tried(6, { channel: 'call' }), notice(5, 9), ...after).came);

  test.each<[string, Line[], string]>([
    ['nothing', [], 'no word from them'],
    ['what was only sent', [sent(4)], 'no word from them'],
    ['a try', [tried(4, { channel: 'call' })], 'silent after 1 try'],
    [
      'two ways',
      [tried(4, { channel: 'text' }), tried(3, { channel: 'call' })],
      'silent after 2 tries by call and text',
    ],
    ['a talk', [tried(4), heard(3)], '1 try, 1 talk'],
    [
      'an apology, an order, a promise kept',
      [
        on('promise', 4, { id: 'p', by: 'them', due: ago(3) }),
        on('promise', 4, { id: 'q', by: 'us', due: ago(3) }),
        heard(3, { signals: ['apology'] }),
        on('done', 2, { ref: 'p' }),
        on('done', 2, { ref: 'q' }),
        won(1),
      ],
      '1 talk, 1 promise kept, 1 order, apology heard',
    ],
  ])('%s', (_says, after, expected) => expect(came(...after)).toBe(expected));

  test('counts its days, and has none left where it names no day', () => {
    expect(noticeOf(won(90), notice(5, 9)).daysLeft).toBe(9);
    expect(noticeOf(won(90), notice(5, -1)).daysLeft).toBe(-1);
    const endless = noticeOf(...trouble, on('notice', 5));
    expect([endless.daysLeft, endless.outlook.dropFrom]).toEqual([null, undefined]);
  });
});

describe('where a notice leads if nothing else happens', () => {
  /** The promised day, as the verdict is without any further entry. */
  const verdictOn = (day: string, lines: readonly Line[]): string =>
    judge(relationshipFrom(lines, day), dayOf(day)).verdict;

  test('to DROP on the day after its last, and not a day before', () => {
    const lines = [...trouble, notice(3, 4)];
    const { outlook } = noticeOf(...lines);
    expect([outlook.dropFrom && formatDay(outlook.dropFrom), outlook.contacts]).toEqual([
      ago(-5),
      0,
    ]);
    expect([verdictOn(ago(-4), lines), verdictOn(ago(-5), lines)]).toEqual(['REBUILD', 'DROP']);
  });

  test('to DROP now, where it ran out', () => {
    const { outlook } = noticeOf(...trouble, notice(9, -1));
    expect(outlook).toMatchObject({ now: true, dropFrom: dayOf(AS_OF), contacts: 0 });
  });

  test('to DROP once the missing contacts are there: unanswered, they make it so', () => {
    const rude = each(heard, [3, 3, 3, 3], { rude: true });
    const lines = [
      won(90),
      ...rude,
      on('promise', 200, { by: 'them', kind: 'payment', amount: 90, due: ago(100) }),
      notice(2, 0),
    ];
    const { outlook } = noticeOf(...lines);
    expect(outlook.contacts).toBe(2);
    if (outlook.dropFrom === undefined) throw new Error('no day');
    const day = formatDay(outlook.dropFrom);
    const tries = [tried(-1), tried(-2)];
    expect(verdictOn(day, lines)).toBe('REBUILD');
    expect(verdictOn(day, [...lines, ...tries])).toBe('DROP');
    expect(verdictOn(formatDay(dayOf(day, -1)), [...lines, ...tries])).toBe('REBUILD');
  });

  test('nowhere, where too little counts against them, or more against us', () => {
    const mild = noticeOf(won(90), spoke(60), notice(5, 1)).outlook;
    expect([mild.dropFrom, mild.because]).toEqual([
      undefined,
      ['too little counts against them (theirs 0, it takes 2)'],
    ]);
    const ours = noticeOf(...trouble, heard(20, { fault: 'us', harm: 3 }), notice(5, 1)).outlook;
    expect([ours.dropFrom, ours.because]).toEqual([
      undefined,
      ['what you owe them weighs more (yours 3, 2 at most)'],
    ]);
  });
});

describe('the door of somebody who was dropped', () => {
  const door = (...after: readonly Line[]): readonly (readonly string[])[] => {
    const chance = chanceOf(won(90), heard(50, { signals: ['apology'] }), on('drop', 40), ...after);
    if (chance?.kind !== 'dropped') throw new Error('not dropped');
    return chance.conditions.map(({ met, shownBy, state }) => [
      state,
      met?.id ?? '',
      shownBy?.id ?? '',
    ]);
  };
  const open = ['open', '', ''];
  const unmet = ['unmet', '', ''];

  test('is open on three conditions until they talk to us', () => {
    expect(door()).toEqual([open, open, open]);
    expect(door(tried(9))).toEqual([open, open, open]);
    expect(door(heard(9))).toEqual([unmet, unmet, unmet]);
  });

  test('keeps what was heard, and the entry that shows what is met', () => {
    expect(door(heard(9, { signals: ['explained'] }))).toEqual([unmet, ['open', '', 'e4'], unmet]);
    expect(
      door(
        heard(9, { signals: ['apology'] }),
        on('conditions', 8, { conditions: ['apology'], ref: 'e4' }),
        on('conditions', 7, { conditions: ['apology', 'assurance'] }),
      ),
    ).toEqual([['met', 'e5', 'e4'], unmet, ['met', 'e6', '']]);
  });

  test('counts nothing from before, and begins anew with a second drop', () => {
    expect(
      door(on('conditions', 30, { conditions: ['apology'] }), on('return', 20), on('drop', 10)),
    ).toEqual([open, open, open]);
    expect(chanceOf(won(90), on('drop', 40), on('return', 20), on('drop', 10))).toMatchObject({
      kind: 'dropped',
      once: true,
    });
    expect(chanceOf(won(90), on('drop', 40), on('drop', 10))).toMatchObject({ once: false });
  });
});

describe('probation', () => {
  test('is watched for ninety days, and then over', () => {
    const met = [won(99), notice(95, -91), on('met', 90)];
    expect(chanceOf(...met)).toMatchObject({ kind: 'probation', daysLeft: 0, forGood: false });
    expect(chanceOf(won(99), notice(95, -92), on('met', 91))).toBeUndefined();
  });

  test('after a drop it is the last time', () => {
    expect(chanceOf(won(99), on('drop', 50), on('return', 20))).toMatchObject({
      kind: 'probation',
      daysLeft: 70,
      forGood: true,
      notice: undefined,
    });
  });

  test('tells what the notice had asked for', () => {
    const asked = on('notice', 30, { conditions: ['pay'], deadline: ago(10) });
    expect(chanceOf(won(99), asked, on('met', 20))).toMatchObject({
      begun: { id: 'e3' },
      notice: { id: 'e2', conditions: ['pay'] },
    });
  });
});
