import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/journal/days.ts';
import { ago, historyFrom, type Line, lost, on, won } from '../support/lines.ts';
import { broken, done, hardship, moved, promise, waived } from '../support/promises.ts';

/** What is read of each promise: status, due date as days before the review, lateness. */
type Seen = readonly [status: string, dueAgo: number, lateness: number];
type Case = readonly [says: string, lines: readonly Line[], ...seen: readonly Seen[]];

const theirs = (dueAgo: number, fields: Line = {}) => promise('them', 'p', dueAgo, fields);
const payment = (dueAgo: number, fields: Line = {}) =>
  theirs(dueAgo, { kind: 'payment', ...fields });
const newStart = (daysAgo: number) => [won(700), lost(daysAgo + 1), won(daysAgo)];

const CASES: readonly Case[] = [
  // Unresolved.
  ['due today', [theirs(0)], ['open', 0, 0]],
  ['two days over', [theirs(2)], ['open', 2, 0]],
  ['three days over', [theirs(3)], ['late', 3, 3]],
  ['fourteen days over', [theirs(14)], ['late', 14, 14]],
  ['fifteen days over', [theirs(15)], ['broken', 15, 15]],
  // Resolved.
  ['done two days after', [theirs(40), done('p', 38)], ['kept', 40, 2]],
  ['done three days after', [theirs(40), done('p', 37)], ['late', 40, 3]],
  ['done a month after is late, not broken', [theirs(40), done('p', 10)], ['late', 40, 30]],
  ['done early', [theirs(40), done('p', 60)], ['kept', 40, 0]],
  ['done before it was promised', [theirs(40), done('p', 200)], ['kept', 40, 0]],
  ['done ahead of its date', [theirs(-10), done('p', 1)], ['kept', -10, 0]],
  ['broken ahead of its date', [theirs(-10), broken('p', 1)], ['broken', -10, 0]],
  ['broken is over for a task', [theirs(40), broken('p', 35)], ['broken', 40, 5]],
  ['waived after it was broken', [theirs(40), broken('p', 30), waived('p', 20)], ['waived', 40, 0]],
  ['done after it was waived', [theirs(40), waived('p', 30), done('p', 20)], ['late', 40, 20]],
  [
    'the last by date counts, whatever was recorded last',
    [theirs(40), waived('p', 20), done('p', 30)],
    ['waived', 40, 0],
  ],
  [
    'of one date the last recorded counts',
    [theirs(40), waived('p', 30), done('p', 30)],
    ['late', 40, 10],
  ],
  ['a resolution of another promise', [theirs(40), done('q', 40)], ['broken', 40, 40]],
  // Payments.
  ['a broken payment runs on', [payment(40), broken('p', 39)], ['broken', 40, 40]],
  ['broken before it is due', [payment(-5), broken('p', 1)], ['broken', -5, 0]],
  ['until it is paid', [payment(40), broken('p', 39), done('p', 10)], ['late', 40, 30]],
  ['or waived', [payment(40), broken('p', 39), waived('p', 10)], ['waived', 40, 0]],
  [
    'a part is not the whole',
    [payment(40), on('paid', 35, { ref: 'p', amount: 1 })],
    ['broken', 40, 40],
  ],
  // Moved.
  ['moved without a word of ours', [theirs(40), moved('p', 41, 10)], ['broken', 40, 40]],
  ['a move that we refused', [theirs(40), moved('p', 41, 10, false)], ['broken', 40, 40]],
  ['an agreed move', [theirs(40), moved('p', 41, 10, true)], ['late', 10, 10]],
  ['an agreed move to an earlier date', [theirs(1), moved('p', 41, 20, true)], ['broken', 20, 20]],
  [
    'the last agreed one of several',
    [theirs(40), moved('p', 41, 10, true), moved('p', 12, 1, true), moved('p', 3, -9)],
    ['open', 1, 0],
  ],
  // Hardship.
  ['due on the day before a hardship', [theirs(30), hardship(20, 29, 3)], ['broken', 30, 30]],
  ['due on its first day', [theirs(29), hardship(20, 29, 3)], ['late', 3, 3]],
  ['due on its last day', [theirs(20), hardship(20, 29, 20)], ['broken', 20, 20]],
  ['due on the day after it', [theirs(19), hardship(20, 29, 20)], ['broken', 19, 19]],
  [
    'an away moves nothing',
    [theirs(29), on('away', 29, { from: ago(29), to: ago(3) })],
    ['broken', 29, 29],
  ],
  [
    'moved into a hardship',
    [theirs(60), moved('p', 61, 25, true), hardship(20, 29, 3)],
    ['late', 3, 3],
  ],
  [
    'one hardship leads into the next',
    [theirs(60), hardship(50, 60, 30), hardship(20, 30, 2)],
    ['open', 2, 0],
  ],
  [
    'spans by date, not by recording',
    [theirs(60), hardship(20, 30, 2), hardship(50, 60, 30)],
    ['open', 2, 0],
  ],
  [
    'each is tried once against the date moved so far',
    [theirs(60), hardship(50, 30, 2), hardship(20, 60, 30)],
    ['broken', 30, 30],
  ],
  ['a hardship that is not known yet', [theirs(29), hardship(-1, 29, 3)], ['broken', 29, 29]],
  // New start.
  ['promised the day before a new start', [...newStart(59), theirs(30)]],
  ['promised on the day of a new start', [...newStart(60), theirs(30)], ['broken', 30, 30]],
  ['a payment owed at a new start', [...newStart(59), payment(30)], ['broken', 30, 30]],
  [
    'a payment overdue at a new start falls due with it',
    [...newStart(10), payment(30)],
    ['late', 10, 10],
  ],
  ['a payment paid before it', [...newStart(10), payment(30), done('p', 11)]],
  ['a payment waived before it', [...newStart(10), payment(30), waived('p', 11)]],
  [
    'a payment declared broken before it',
    [...newStart(10), payment(30), broken('p', 11)],
    ['broken', 10, 10],
  ],
  [
    'a payment paid on the day of it',
    [...newStart(10), payment(30), done('p', 10)],
    ['kept', 10, 0],
  ],
  [
    'a hardship over the day of a new start',
    [...newStart(20), payment(30), hardship(5, 25, 1)],
    ['open', 1, 0],
  ],
];

const seen = (dueAgo: number) => ago(dueAgo);

describe('their promises', () => {
  test.each(CASES)('%s', (_says, lines, ...expected) => {
    expect(
      historyFrom(lines).theirPromises.map(({ status, due, lateness }) => [
        status,
        formatDay(due),
        lateness,
      ]),
    ).toEqual(expected.map(([status, dueAgo, lateness]) => [status, seen(dueAgo), lateness]));
  });

  test('ours are not among them', () => {
    expect(historyFrom([promise('us', 'p', 40)]).theirPromises).toEqual([]);
  });
});

describe('our promises', () => {
  test.each<Case>([
    [
      'no hardship of theirs excuses us',
      [promise('us', 'p', 29), hardship(20, 29, 3)],
      ['broken', 29, 29],
    ],
    ['no new start wipes ours out', [...newStart(10), promise('us', 'p', 29)], ['broken', 29, 29]],
    ['an agreed move counts', [promise('us', 'p', 29), moved('p', 30, 3, true)], ['late', 3, 3]],
  ])('%s', (_says, lines, ...expected) => {
    expect(
      historyFrom(lines).ourPromises.map(({ status, due, lateness }) => [
        status,
        formatDay(due),
        lateness,
      ]),
    ).toEqual(expected.map(([status, dueAgo, lateness]) => [status, seen(dueAgo), lateness]));
  });
});
