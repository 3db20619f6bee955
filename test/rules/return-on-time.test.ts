import { describe, expect, test } from '@jest/globals';
import returnOnTime from '../../src/rules/return-on-time.ts';
import {
  heard,
  historyFrom,
  type Line,
  lost,
  on,
  sent,
  settings,
  spoke,
  tried,
  won,
  work,
} from '../support/lines.ts';
import { ruleCases } from '../support/rule-cases.ts';

const floor = settings({ floor: 40 });
const tenHours = work(100, { minutes: 600 });
const active = won(720);
const income = (amount: number, daysAgo = 50) => on('income', daysAgo, { amount });

/** Another customer with ten hours in the year and this income an hour. */
const other = (name: string, perHour: number, begin = 'won'): Line[] => [
  { ...on(begin, 60), customer: name },
  { ...work(50, { minutes: 600 }), customer: name },
  { ...income(perHour * 10), customer: name },
];
/** Four others at 100 an hour: with Acme below that, the median is 100. */
const four = ['B', 'C', 'D', 'E'].flatMap((name) => other(name, 100));

ruleCases(returnOnTime, [
  { says: 'a prospect owes none', lines: [floor, tenHours], level: null },
  {
    says: 'a minute less than ten hours',
    lines: [floor, active, work(100, { minutes: 599 })],
    level: null,
  },
  {
    says: 'ten hours and no income',
    lines: [floor, active, tenHours],
    level: 3,
    evidence: ['e3'],
    numbers: { income: 0, hours: 10, perHour: 0, reference: 40 },
  },
  {
    says: 'at the floor',
    lines: [floor, active, tenHours, income(400)],
    level: 0,
    numbers: { perHour: 40 },
  },
  {
    says: 'just below the floor',
    lines: [floor, active, tenHours, income(399.99)],
    level: 2,
    evidence: ['e3', 'e4'],
  },
  { says: 'at half the floor', lines: [floor, active, tenHours, income(200)], level: 2 },
  { says: 'just below half', lines: [floor, active, tenHours, income(199.99)], level: 3 },
  { says: 'an order won is income', lines: [floor, won(100, { amount: 400 }), tenHours], level: 0 },
  { says: 'income 365 days ago', lines: [floor, active, tenHours, income(400, 365)], level: 0 },
  { says: 'income 366 days ago', lines: [floor, active, tenHours, income(400, 366)], level: 3 },
  { says: 'hours 366 days ago', lines: [floor, active, work(366, { minutes: 600 })], level: null },
  {
    says: 'a new start forgets neither',
    lines: [floor, active, tenHours, income(400), lost(20), won(10)],
    level: 0,
  },
  {
    says: 'no floor and nobody to compare with',
    lines: [active, tenHours],
    level: null,
    numbers: { perHour: 0 },
  },
  {
    says: 'a floor of nothing is none',
    lines: [settings({ floor: 0 }), active, tenHours],
    level: null,
  },
  { says: 'four customers are too few', lines: [active, tenHours, ...four.slice(3)], level: null },
  {
    says: 'half the median of five, this one among them',
    lines: [active, tenHours, income(500), ...four],
    level: 0,
    numbers: { reference: 100 },
  },
  { says: 'below half', lines: [active, tenHours, income(499), ...four], level: 2 },
  { says: 'a quarter', lines: [active, tenHours, income(250), ...four], level: 2 },
  { says: 'below a quarter', lines: [active, tenHours, income(249), ...four], level: 3 },
  {
    says: 'the floor goes before the median',
    lines: [floor, active, tenHours, income(400), ...four],
    level: 0,
    numbers: { reference: 40 },
  },
  {
    says: 'prospects are not in the median',
    lines: [active, tenHours, ...four.slice(3), ...other('P', 100, 'work')],
    level: null,
  },
  {
    says: 'nor is whoever had less than ten hours',
    lines: [
      active,
      tenHours,
      ...four.slice(3),
      { ...won(60), customer: 'F' },
      { ...work(50, { minutes: 594 }), customer: 'F' },
    ],
    level: null,
  },
  {
    says: 'a median of nothing is no reference',
    lines: [
      active,
      tenHours,
      ...['B', 'C', 'D'].flatMap((name) => other(name, 0)),
      ...other('E', 100),
    ],
    level: null,
  },
]);

describe('minutes that were not written down', () => {
  test.each<readonly [says: string, line: Line, minutes: number]>([
    ['a call', spoke(9, { channel: 'call' }), 15],
    ['an email', heard(9, { channel: 'email' }), 5],
    ['a text', heard(9, { channel: 'text' }), 2],
    ['a visit', spoke(9, { channel: 'visit' }), 120],
    ['a meeting', spoke(9, { channel: 'meeting' }), 60],
    ['another channel', heard(9, { channel: 'letter' }), 15],
    ['no channel', spoke(9), 15],
    ['an attempt by visit', tried(9, { channel: 'visit' }), 5],
    ['a letter', sent(9, { channel: 'letter' }), 5],
    ['work', work(9), 5],
    ['none, and said so', spoke(9, { channel: 'visit', minutes: 0 }), 0],
    ['a promise', on('promise', 9, { by: 'us', due: '2026-07-31' }), 0],
  ])('%s', (_says, line, minutes) => {
    expect(historyFrom([line]).effort.minutes).toBe(minutes);
  });
});
