import { describe, expect, test } from '@jest/globals';
import { timestamp } from '../../src/journal/clock.ts';
import {
  addDays,
  addWorkdays,
  formatDay,
  parseDay,
  spokenDay,
  weekday,
} from '../../src/journal/days.ts';
import { dayOf } from '../support/days.ts';

test.each([
  '2026-02-30',
  '2026-02-29',
  '1900-02-29',
  '2100-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-13-01',
  '2026-01-00',
  '2026-01-32',
  '1969-12-31',
  '2201-01-01',
  '0026-01-01',
  '2026-1-1',
  '26-01-01',
  '2026/01/01',
  ' 2026-01-01',
  '2026-01-01 ',
  '2026-01-01T00:00',
  '+02026-01-01',
  '٢٠٢٦-٠١-٠١',
  '2026-01-01\n',
  '',
])('%j is no date', (text) => expect(parseDay(text)).toBeUndefined());

test.each(['1970-01-01', '1972-02-29', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])(
  '%s comes back as written',
  (text) => {
    expect(formatDay(dayOf(text))).toBe(text);
  },
);

describe('differences count midnights', () => {
  test.each([
    ['1970-01-01', '1970-01-02', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2025-12-31', '2026-12-31', 365],
    ['2026-03-28', '2026-03-30', 2],
    ['1970-01-01', '2200-12-31', 84_370],
  ])('%s to %s', (from, to, days) => {
    expect(dayOf(to) - dayOf(from)).toBe(days);
    expect(formatDay(addDays(dayOf(from), days))).toBe(to);
  });
  test('the first day is 0', () => expect(dayOf('1970-01-01')).toBe(0));
});

test.each([
  ['1970-01-01', 4],
  ['2026-06-28', 0],
  ['2026-06-29', 1],
  ['2024-02-29', 4],
  ['2026-07-04', 6],
])('the weekday of %s', (date, day) => expect(weekday(dayOf(date))).toBe(day));

test('a day before the first has a weekday, too', () =>
  expect(weekday(dayOf('1970-01-01', -5))).toBe(6));

test.each([
  ['2026-06-29', 3, '2026-07-02'],
  ['2026-06-26', 3, '2026-07-01'],
  ['2026-06-27', 3, '2026-07-01'],
  ['2026-06-28', 1, '2026-06-29'],
  ['2026-06-28', 0, '2026-06-28'],
])('%s and %d working days', (date, count, then) =>
  expect(formatDay(addWorkdays(dayOf(date), count))).toBe(then),
);

test('a day is said the same way everywhere', () => {
  expect(spokenDay(dayOf('2026-11-02'))).toBe('2 Nov 2026');
  expect(spokenDay(dayOf('1970-01-01'))).toBe('1 Jan 1970');
});

test.each([
  ['+01:00', '2026-03-01T00:30:00.000+01:00'],
  ['-03:30', '2026-02-28T20:00:00.000-03:30'],
  ['+00:00', '2026-02-28T23:30:00.000+00:00'],
])('the wall clock at %s', (offset, shown) => {
  const clock = {
    now: () => new Date('2026-02-28T23:30:00Z'),
    today: () => dayOf('2026-02-28'),
    offset: () => offset,
  };
  expect(timestamp(clock)).toBe(shown);
});
