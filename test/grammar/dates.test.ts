import { describe, expect, test } from '@jest/globals';
import { formatDay, parseDay } from '../../src/journal/days.ts';
import { isYearless, type Prefer, readDate } from '../../src/grammar/dates.ts';
import { readMinutes } from '../../src/grammar/durations.ts';

function read(words: string, prefer: Prefer, on = '2026-11-16'): string | undefined {
  const today = parseDay(on);
  if (today === undefined) throw new Error(on);
  const day = readDate(words, today, prefer);
  return day === undefined ? undefined : formatDay(day);
}

// Today is Monday, 16 November 2026.
describe('what is no date stays unread', () => {
  test.each(
    `the sun was out|sat with Bob|40m|30m|in 30m|in 2m|1 m ago|m|3/11/2026|11/3/2026|3/11|3.11|2026-02-30|2026-2-3|31 nov
    |30 feb|29 feb|29 feb 2027|0 nov|32 oct|nov|november|3|2026|3 nov 26|next|last|this|last week|last month|this week
    |weekend|next weekend|someday|soon|noon|on friday|mon tue|monday monday|tue 16 nov|sat 3 nov 2026|friday the 13th
    |in week|in 2|2 weeks|ago|in 2 weeks ago|in -2 weeks|in 1.5 weeks|tomorow|fryday|12.13.2026|2026-13-01|1969-12-31
    |2201-01-01|9999-01-01|in 9999 years|9999 years ago|end of|end of week|today today|now|3 nov 2026 10:30`.split(
      /\s*\|/,
    ),
  )('%s', (words) => {
    expect([read(words, 'past'), read(words, 'future')]).toEqual([undefined, undefined]);
  });

  test('nothing at all', () => expect(read('', 'past')).toBeUndefined());
});

describe('the same day whether it happened or is due', () => {
  test.each([
    ['today', '2026-11-16'],
    ['TODAY', '2026-11-16'],
    ['yesterday', '2026-11-15'],
    ['tomorrow', '2026-11-17'],
    ['day before yesterday', '2026-11-14'],
    ['the day before yesterday', '2026-11-14'],
    ['day after tomorrow', '2026-11-18'],
    ['2026-11-03', '2026-11-03'],
    ['3 november 2026', '2026-11-03'],
    ['November 3 2026', '2026-11-03'],
    ['nov 3, 2026', '2026-11-03'],
    ['3rd nov 2026', '2026-11-03'],
    ['3. nov 2026', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['29 feb 2024', '2024-02-29'],
    ['16/11/2026', '2026-11-16'],
    ['11/16/2026', '2026-11-16'],
    ['5/5/2026', '2026-05-05'],
    ['last monday', '2026-11-09'],
    ['last tuesday', '2026-11-10'],
    ['last sun', '2026-11-15'],
    ['next monday', '2026-11-23'],
    ['next tue', '2026-11-17'],
    ['this monday', '2026-11-16'],
    ['this friday', '2026-11-20'],
    ['this sunday', '2026-11-22'],
    ['friday next week', '2026-11-27'],
    ['next week friday', '2026-11-27'],
    ['mon next week', '2026-11-23'],
    ['friday last week', '2026-11-13'],
    ['friday this week', '2026-11-20'],
    ['next week', '2026-11-23'],
    ['next month', '2026-12-16'],
    ['in 2 weeks', '2026-11-30'],
    ['in two weeks', '2026-11-30'],
    ['in a week', '2026-11-23'],
    ['in 3 days', '2026-11-19'],
    ['in 1 day', '2026-11-17'],
    ['in 3 months', '2027-02-16'],
    ['in a year', '2027-11-16'],
    ['2 weeks ago', '2026-11-02'],
    ['a week ago', '2026-11-09'],
    ['three days ago', '2026-11-13'],
    ['a month ago', '2026-10-16'],
    ['end of month', '2026-11-30'],
    ['end of the month', '2026-11-30'],
    ['end of next month', '2026-12-31'],
    ['end of year', '2026-12-31'],
    ['  in   2  weeks ', '2026-11-30'],
  ])('%s', (words, meant) => {
    expect([read(words, 'past'), read(words, 'future')]).toEqual([meant, meant]);
  });
});

describe('a word that means two days: happened, due', () => {
  test.each([
    ['mon', '2026-11-16', '2026-11-23'],
    ['Monday', '2026-11-16', '2026-11-23'],
    ['tue', '2026-11-10', '2026-11-17'],
    ['weds', '2026-11-11', '2026-11-18'],
    ['thurs', '2026-11-12', '2026-11-19'],
    ['fri', '2026-11-13', '2026-11-20'],
    ['saturday', '2026-11-14', '2026-11-21'],
    ['sun', '2026-11-15', '2026-11-22'],
    ['3 nov', '2026-11-03', '2027-11-03'],
    ['nov 3rd', '2026-11-03', '2027-11-03'],
    ['3.11.', '2026-11-03', '2027-11-03'],
    ['16 nov', '2026-11-16', '2026-11-16'],
    ['17 nov', '2025-11-17', '2026-11-17'],
    ['3 dec', '2025-12-03', '2026-12-03'],
    ['1 january', '2026-01-01', '2027-01-01'],
    ['may 3', '2026-05-03', '2027-05-03'],
    ['fri 13 nov', '2026-11-13', undefined],
    ['fri 20 nov', undefined, '2026-11-20'],
    ['end of november', '2025-11-30', '2026-11-30'],
    ['end of feb', '2026-02-28', '2027-02-28'],
  ])('%s', (words, happened, due) => {
    expect([read(words, 'past'), read(words, 'future')]).toEqual([happened, due]);
  });
});

test.each([
  ['29 feb', 'past', '2024-03-01', '2024-02-29'],
  ['29 feb', 'past', '2025-01-15', '2024-02-29'],
  ['29 feb', 'future', '2027-06-01', '2028-02-29'],
  ['29 feb', 'future', '2026-06-01', undefined],
  ['in a year', 'future', '2024-02-29', '2025-02-28'],
  ['in 1 month', 'future', '2026-01-31', '2026-02-28'],
  ['in 1 month', 'future', '2028-01-31', '2028-02-29'],
  ['end of month', 'future', '2028-02-10', '2028-02-29'],
  ['a month ago', 'past', '2026-03-31', '2026-02-28'],
  // The clocks change on these days in Europe and in America.
  ['tomorrow', 'future', '2026-03-28', '2026-03-29'],
  ['in 1 day', 'future', '2026-03-28', '2026-03-29'],
  ['in a month', 'future', '2026-02-28', '2026-03-28'],
  ['yesterday', 'past', '2026-10-26', '2026-10-25'],
  ['in a week', 'future', '2026-10-20', '2026-10-27'],
  ['end of month', 'future', '2026-03-08', '2026-03-31'],
  ['tomorrow', 'future', '2200-12-31', undefined],
  ['next month', 'future', '2200-12-31', undefined],
  ['yesterday', 'past', '1970-01-01', undefined],
  ['sun', 'past', '1970-01-01', undefined],
  ['31 dec', 'past', '2027-01-01', '2026-12-31'],
  ['1 jan', 'future', '2026-12-31', '2027-01-01'],
] as const)('%s (%s) on %s is %s', (words, prefer, today, meant) => {
  expect(read(words, prefer, today)).toBe(meant);
});

test('only a day and month without a year depends on the day it is counted from', () => {
  expect(['3 nov', 'nov 3', '3.11.', 'fri 20 nov'].map(isYearless)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['3 nov 2026', 'fri', '2026-11-03', 'tomorrow', 'in 2 weeks'].some(isYearless)).toBe(
    false,
  );
});

test.each([
  ['40m', 40],
  ['40min', 40],
  ['40mins', 40],
  ['1h', 60],
  ['1.5h', 90],
  ['0.25h', 15],
  ['1h30m', 90],
  ['1h30', 90],
  ['1h5m', 65],
  ['2hrs', 120],
  ['1hr', 60],
  ['2hours', 120],
  ['30M', 30],
  ['1h75m', undefined],
  ['40', undefined],
  ['40mm', undefined],
  ['m40', undefined],
  ['-40m', undefined],
  ['4m0', undefined],
  ['h', undefined],
  ['1.5m', undefined],
])('%s is %s minutes', (word, minutes) => expect(readMinutes(word)).toBe(minutes));
