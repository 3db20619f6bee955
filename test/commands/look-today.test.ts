import { describe, expect, test } from '@jest/globals';
import { mostUrgent, todayOf } from '../../src/practice/today.ts';
import { dayOf } from '../support/days.ts';
import {
  ago,
  AS_OF,
  card,
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
} from '../support/lines.ts';
import { broken, done, hardship, moved, promise, waived } from '../support/promises.ts';

const today = dayOf(AS_OF);
const found = (lines: readonly Line[]) => todayOf([relationshipFrom(lines)], today);
/** Kind, days past its date (negative: ahead), and whether it is overdue. */
const due = (lines: readonly Line[]) =>
  found(lines).due.map(({ kind, day, overdue }) => [kind, today - day, overdue]);

const recent = spoke(1, { about: ['need'], learned: ['need', 'win'] });

/** A loss that asks for nothing. */
const known = { cause: 'price' };

describe('promises', () => {
  test.each<[string, Line[], unknown[]]>([
    ['due today', [promise('us', 'p', 0)], [['ours', 0, false]]],
    ['due yesterday', [promise('us', 'p', 1)], [['ours', 1, true]]],
    ['due tomorrow', [promise('us', 'p', -1)], []],
    ['kept', [promise('us', 'p', 1), done('p', 1)], []],
    ['broken', [promise('us', 'p', 9), broken('p', 1)], []],
    ['waived', [promise('them', 'p', 9), waived('p', 1)], []],
    [
      'a broken payment is still owed',
      [promise('them', 'p', 9, { kind: 'payment' }), broken('p', 1)],
      [['theirs', 9, true]],
    ],
    [
      'moved by agreement',
      [promise('them', 'p', 9), moved('p', 9, 2, true)],
      [['theirs', 2, true]],
    ],
    ['moved by one side', [promise('them', 'p', 9), moved('p', 9, -2)], [['theirs', 9, true]]],
    ['excused by a hardship', [promise('them', 'p', 9), hardship(9, 10, -4)], []],
    [
      'ours before theirs, whatever the date',
      [promise('them', 'p', 9), promise('us', 'q', 1)],
      [
        ['ours', 1, true],
        ['theirs', 9, true],
      ],
    ],
    [
      'the later first',
      [promise('us', 'p', 1), promise('us', 'q', 5)],
      [
        ['ours', 5, true],
        ['ours', 1, true],
      ],
    ],
    [
      'of a lost customer only money',
      [lost(3, known), promise('them', 'p', 2), promise('them', 'q', 1, { kind: 'payment' })],
      [['theirs', 1, true]],
    ],
  ])('%s', (_says, lines, expected) => {
    expect(due([recent, ...lines])).toEqual(expected);
  });

  test('what comes later is kept apart, the next one first', () => {
    const { coming } = found([recent, promise('us', 'p', -9), promise('them', 'q', -2)]);
    expect(coming.map(({ kind, day }) => [kind, day - today])).toEqual([
      ['theirs', 2],
      ['ours', 9],
    ]);
  });
});

describe('replies', () => {
  // The review date is a Tuesday: three working days after Thursday, the 25th, it is due today.
  test.each<[string, Line[], unknown[]]>([
    ['written on Thursday', [tried(5, { channel: 'email' })], [['reply', 5, false]]],
    ['written on Wednesday', [tried(6, { channel: 'email' })], [['reply', 6, true]]],
    ['answered', [tried(6, { channel: 'email' }), heard(2, { about: ['need'] })], []],
    ['a call is no letter', [tried(6, { channel: 'call' })], []],
    ['given up', [tried(6, { channel: 'email', outcome: 'no-reply' })], []],
    ['no answer expected', [sent(6, { channel: 'email' })], []],
    ['long ago', [tried(29, { channel: 'email' })], []],
    [
      'late, but they are away',
      [tried(6, { channel: 'email' }), on('away', 3, { from: ago(3), to: ago(-3) })],
      [['reply', 6, false]],
    ],
    [
      'twice is one line, from the first',
      [tried(6, { channel: 'email' }), tried(1, { channel: 'text' })],
      [['reply', 6, true]],
    ],
    ['dropped', [tried(6, { channel: 'email' }), on('drop', 2)], []],
  ])('%s', (_says, lines, expected) => {
    const before = spoke(29, { about: ['need'], learned: ['need', 'win'] });
    expect(due([before, ...lines])).toEqual(expected);
  });
});

describe('reminders', () => {
  test.each<[string, Line[], unknown[]]>([
    ['for today', [spoke(5, { next: AS_OF })], [['reminder', 0, false]]],
    ['for yesterday', [spoke(5, { next: ago(1) })], [['reminder', 1, true]]],
    ['for tomorrow', [spoke(5, { next: ago(-1) })], []],
    ['a touch since', [spoke(5, { next: ago(1) }), tried(3, { outcome: 'no-answer' })], []],
    ['a touch later on the same day', [spoke(5, { next: ago(1) }), spoke(5)], []],
    ['work is no touch', [spoke(5, { next: ago(1) }), on('work', 3)], [['reminder', 1, true]]],
  ])('%s', (_says, lines, expected) => {
    expect(due(lines)).toEqual(expected);
  });
});

describe('cadence', () => {
  test.each<[string, Line[], unknown[]]>([
    ['60 days at tier B', [spoke(60)], []],
    ['61 days at tier B', [spoke(61)], [['cadence', 61, true]]],
    ['31 days at tier A', [card({ tier: 'A' }), spoke(31)], [['cadence', 31, true]]],
    ['as the settings say', [settings({ cadence: { B: 10 } }), spoke(11)], [['cadence', 11, true]]],
    [
      'an order is no attention',
      [spoke(61), spoke(2, { about: ['order'] })],
      [['cadence', 61, true]],
    ],
    ['on notice', [won(99), spoke(61), on('notice', 1, { deadline: ago(-20) })], []],
  ])('%s', (_says, lines, expected) => {
    expect(due(lines)).toEqual(expected);
  });
});

describe('notices and renewals', () => {
  const notice = (ahead: number): Line => on('notice', 30, { deadline: ago(-ahead) });
  const renewal = (ahead: number): Line => on('renewal', 99, { renewsOn: ago(-ahead) });
  test.each<[string, Line[], unknown[]]>([
    ['two weeks ahead', [notice(14)], [['notice', -14, false]]],
    ['more than two weeks ahead', [notice(15)], []],
    ['its last day', [notice(0)], [['notice', 0, false]]],
    ['run out', [notice(-1)], [['notice', 1, true]]],
    ['met', [notice(-1), on('met', 0)], []],
    ['renewal inside the horizon of tier B', [renewal(150)], [['renewal', -150, false]]],
    ['outside it', [renewal(151)], []],
    [
      'by the settings',
      [settings({ renewal: { B: 200 } }), renewal(151)],
      [['renewal', -151, false]],
    ],
    ['gone by', [renewal(-1)], [['renewal', 1, true]]],
    ['gone by long ago', [renewal(-91)], []],
    ['only the last one counts', [renewal(20), renewal(300)], []],
  ])('%s', (_says, lines, expected) => {
    expect(due([won(200), recent, ...lines])).toEqual(expected);
  });

  test('a renewal that was talked about gives way to one that was not', () => {
    const { due: both } = found([won(200), recent, renewal(20)]);
    expect(both.map(({ what }) => what)).toEqual(['talked about']);
    const { due: other } = found([won(200), spoke(1, { about: ['problem'] }), renewal(20)]);
    expect(other.map(({ what }) => what)).toEqual(['not talked about yet']);
  });
});

test.each<[string, Line[], number]>([
  ['before a drop', [spoke(9, { next: ago(1) }), on('drop', 5)], 0],
  ['set while running after them', [on('drop', 5), tried(4, { next: ago(1) })], 0],
  ['for service', [on('drop', 5), spoke(4, { next: ago(1), about: ['delivery'] })], 1],
  ['to answer them', [on('drop', 5), heard(4, { next: ago(1) })], 1],
  ['taken back since', [tried(9, { next: ago(1) }), on('drop', 5), on('return', 4)], 1],
])('a reminder %s', (_says, lines, expected) => {
  const reminders = found([won(200), ...lines]).due.filter(({ kind }) => kind === 'reminder');
  expect(reminders).toHaveLength(expected);
});

test('a notice that ran out does not send whoever has slept on the drop to ring once more', () => {
  const over = on('notice', 30, { deadline: ago(1) });
  const rings = [tried(3), heard(2)];
  const verbs = (...lines: readonly Line[]) =>
    found([won(200), over, ...rings, ...lines]).due.map(({ command }) => command.verb);
  expect(verbs()).toEqual(['log']);
  expect(verbs(on('intent', 0, { what: 'drop' }))).toEqual(['log']);
  expect(verbs(on('intent', 1, { what: 'drop' }))).toEqual(['drop', 'drop']);
});

describe('turns', () => {
  const intent = (days: number, fields: Line = {}): Line =>
    on('intent', days, { what: 'drop', ...fields });
  const apology = (days: number): Line => heard(days, { signals: ['apology'] });
  const met = (days: number, conditions = ['apology']): Line =>
    on('conditions', days, { conditions });
  const change = (days: number): Line => on('change', days, { kind: 'acquired' });
  test.each<[string, Line[], unknown[]]>([
    ['meant to drop yesterday', [intent(1)], [['intent', 1, false]]],
    ['meant to drop today', [intent(0)], []],
    ['to be settled, and not in a week', [intent(9, { until: ago(-8) })], []],
    ['to be settled within a week', [intent(9, { until: ago(-7) })], [['settle', -7, false]]],
    ['to be settled today', [intent(9, { until: ago(0) })], [['settle', 0, false]]],
    ['not settled by its day', [intent(9, { until: ago(1) })], [['settle', 1, true]]],
    [
      'put off',
      [intent(9, { until: ago(4) }), intent(4, { until: ago(-2) })],
      [['settle', -2, false]],
    ],
    ['settled by an order', [intent(9, { until: ago(1) }), won(5)], []],
    [
      'settled by a word of yours',
      [intent(9, { until: ago(1) }), on('decision', 0, { verdict: 'FIX' })],
      [],
    ],
    [
      'a word to drop settles nothing',
      [intent(9, { until: ago(1) }), on('decision', 0, { verdict: 'DROP' })],
      [['settle', 1, true]],
    ],
    ['dropped, and nothing came', [on('drop', 30)], []],
    ['dropped, and an apology came', [on('drop', 30), apology(60)], []],
    ['dropped, and an apology was heard', [on('drop', 90), apology(60)], [['door', 60, false]]],
    ['dropped, and it was taken, lately', [on('drop', 90), met(28)], [['door', 28, false]]],
    ['dropped, and it was taken, long ago', [on('drop', 90), met(29)], []],
    [
      'dropped, and all is met',
      [on('drop', 90), met(60, ['apology', 'explanation', 'assurance'])],
      [['door', 60, false]],
    ],
    ['dropped twice', [on('drop', 90), on('return', 80), on('drop', 70), apology(60)], []],
    ['dropped', [intent(1), on('drop', 0)], []],
    ['lost, and changed since', [lost(30, known), change(3)], [['opening', 3, false]]],
    ['changed before', [change(31), lost(30, known)], []],
    ['talked since', [lost(30, known), change(3), spoke(2, { about: ['need'] })], []],
    ['they refused', [lost(30, known), on('refuse', 20), change(3)], []],
    ['lost, and nobody knows why', [lost(30)], [['why', 30, false]]],
    ['said to be unknown', [lost(30, { cause: 'unknown' })], [['why', 30, false]]],
    ['won back, and still unknown', [lost(30), won(20)], [['why', 30, false]]],
    ['an earlier loss was never explained', [lost(90), won(60), lost(30, known)], []],
    ['not lost', [change(3)], []],
  ])('%s', (_says, lines, expected) => {
    expect(due([won(200), spoke(40, { about: ['need'] }), ...lines])).toEqual(expected);
  });
});

describe('the brief of an account that was somebody else’s', () => {
  const inherited = card({ inheritedFrom: 'Tom' });
  const brief = (daysAgo: number) => on('change', daysAgo, { kind: 'other', note: 'the brief' });
  test.each<[string, Line[], unknown[]]>([
    ['an account of one’s own', [brief(3)], []],
    ['read', [inherited, brief(3), on('read', 1)], []],
    ['three months ago', [inherited, brief(91)], []],
    ['not read yet', [inherited, brief(90)], [['brief', 90, false]]],
  ])('%s', (_says, lines, expected) => {
    expect(due(lines)).toEqual(expected);
  });
});

test('the longest neglected comes first, measured by its tier; then the most valuable', () => {
  const named = (name: string, fields: Line, days: number) => {
    const relationship = relationshipFrom([spoke(days)]);
    return { ...relationship, customer: { name, ...fields } };
  };
  const { due: all } = todayOf(
    [
      named('Bee, 100 days', { tier: 'B' }, 100),
      named('Ann, 95 days', { tier: 'A' }, 95),
      named('Cay, worth more', { tier: 'B', value: 9000 }, 70),
    ],
    today,
  );
  expect(all.map(({ customer }) => customer)).toEqual([
    'Ann, 95 days',
    'Cay, worth more',
    'Bee, 100 days',
  ]);
});

test('one kind cannot crowd out another', () => {
  const late = Array.from({ length: 30 }, (_, index) => promise('us', `p${index}`, index + 1));
  const { due: all } = found([won(200), recent, ...late, promise('them', 'q', 1)]);
  expect(all).toHaveLength(31);
  const shown = mostUrgent(all, 10, 1).map(({ kind, urgency }) => [kind, urgency]);
  expect(shown).toHaveLength(8);
  expect(shown.filter(([kind]) => kind === 'theirs')).toEqual([['theirs', 1]]);
  expect(shown[0]).toEqual(['ours', 30]);
  expect(mostUrgent(all, 100, 1)).toEqual(all);
});
