import { describe, expect, test } from '@jest/globals';
import {
  DateColumn,
  type DateOrder,
  readDateCell,
  readTimeCell,
} from '../../src/import/column-dates.ts';
import { type Decimal, NumberColumn, readNumberCell } from '../../src/import/column-numbers.ts';
import { formatDay } from '../../src/journal/days.ts';

const settled = (column: DateColumn | NumberColumn, cells: readonly string[]) => {
  for (const [index, cell] of cells.entries()) column.add(cell, index + 2);
  return column.settle();
};

describe('the order of a column of dates', () => {
  test.each<readonly [readonly string[], DateOrder]>([
    [['03/04/2023', '31/12/2023'], 'dmy'],
    [['03/04/2023', '12/31/2023'], 'mdy'],
    [['31-12-23', '01-02-23'], 'dmy'],
    // With points, the day comes first.
    [['03.04.2023'], 'dmy'],
    // The same day in either order leaves no doubt.
    [['03/03/2023', ''], 'dmy'],
    [['2023-04-03', '20230403', 'Apr 3, 2023', '3. April 2023'], 'dmy'],
    // What is no date is no witness.
    [['n/a', '99/99/2023', '13/04/2023'], 'dmy'],
  ])('%j is %s', (cells, order) => {
    expect(settled(new DateColumn(), cells)).toEqual({ order });
  });

  test('is asked for where no row tells it', () => {
    const asked = settled(new DateColumn(), ['03/04/2023', '2023-12-31', '12/11/2023']);
    expect(asked).toEqual({
      problem: 'could have the day first or the month: 03/04/2023, and no row decides it',
      hint: 'say which: --dates dmy, or --dates mdy',
    });
  });

  test('is refused where rows contradict each other', () => {
    const asked = settled(new DateColumn(), ['13/04/2023', '04/13/2023']);
    expect(asked).toHaveProperty(
      'problem',
      'has the day first in line 2 (13/04/2023), and the month first in line 3 (04/13/2023)',
    );
  });
});

test.each<readonly [string, DateOrder, string]>([
  ['2023-11-16', 'mdy', '2023-11-16'],
  ['2023-11-16T14:30:59', 'mdy', '2023-11-16 14:30'],
  // Instants are told on the clock of here; midnight is how programs write a day.
  [new Date(2023, 10, 16, 14, 30).toISOString(), 'mdy', '2023-11-16 14:30'],
  [new Date(2023, 10, 16).toISOString(), 'mdy', '2023-11-16'],
  ['2023-11-16T00:00:00.000+0000', 'mdy', '2023-11-16'],
  ['2023-11-16 00:00:00', 'mdy', '2023-11-16'],
  ['20231116', 'mdy', '2023-11-16'],
  ['16.11.23', 'dmy', '2023-11-16'],
  ['16.11.1999, 9:05', 'dmy', '1999-11-16 09:05'],
  ['11/16/2023 2:30 PM', 'mdy', '2023-11-16 14:30'],
  ['11/16/2023 12:05 am', 'mdy', '2023-11-16 00:05'],
  ['23/11/16', 'ymd', '2023-11-16'],
  ['16 Nov 2023', 'mdy', '2023-11-16'],
  ['16-Nov-23', 'mdy', '2023-11-16'],
  ['Nov 16th, 2023', 'dmy', '2023-11-16'],
  ['Thu, 16 Nov 2023 14:30:00 +0000', 'dmy', '2023-11-16 14:30'],
  ['16. März 2023', 'dmy', '2023-03-16'],
  ['1. Dez. 2023', 'dmy', '2023-12-01'],
  ['14 juillet 2023', 'dmy', '2023-07-14'],
])('%s as %s is %s', (cell, order, expected) => {
  const { day, time } = readDateCell(cell, order) ?? {};
  const read = day === undefined ? 'none' : formatDay(day);
  expect([read, time].filter((part) => part !== undefined).join(' ')).toBe(expected);
});

test.each([
  '30/02/2023',
  '2023-13-01',
  '45231',
  'soon',
  '16/11',
  '16 Foo 2023',
  '1/2/3',
  '29.02.2023',
])('%s is no date', (cell) => expect(readDateCell(cell, 'dmy')).toBeUndefined());

test.each([
  ['14:30', '14:30'],
  ['9.05 Uhr', '09:05'],
  ['2:30 PM', '14:30'],
  ['14:30:59', '14:30'],
  ['24:00', undefined],
  ['13:00 pm', undefined],
])('%s is the time %s', (cell, time) => expect(readTimeCell(cell)).toBe(time));

describe('the cents of a column of numbers', () => {
  test.each<readonly [readonly string[], Decimal]>([
    [['1.234,56'], 'comma'],
    [['1,234.56'], 'point'],
    [['1.234', '12,5'], 'comma'],
    [['1,234', '1,234,567'], 'point'],
    [['1234', '7'], 'point'],
    [['0,125'], 'comma'],
    [['1234,567'], 'comma'],
    [["1'234.50"], 'point'],
    [['-', 'n/a', '3,5'], 'comma'],
    [['4.200,--'], 'comma'],
  ])('%j: %s', (cells, decimal) => {
    expect(settled(new NumberColumn(), cells)).toEqual({ decimal });
  });

  test('are asked for where no row tells them, and refused where rows contradict each other', () => {
    expect(settled(new NumberColumn(), ['1.234', '12'])).toHaveProperty(
      'hint',
      'say which stands before the cents: --decimal point, or --decimal comma',
    );
    expect(settled(new NumberColumn(), ['1,5', '1.5'])).toHaveProperty(
      'hint',
      'write all of them in one way',
    );
  });
});

test.each<readonly [string, Decimal, number | undefined]>([
  ['1.234,56', 'comma', 1234.56],
  ['1,234.56', 'point', 1234.56],
  ['(12.00)', 'point', -12],
  ['12-', 'point', -12],
  ['-12,5', 'comma', -12.5],
  ['−12', 'point', -12],
  ['+12', 'point', 12],
  ['12,00 €', 'comma', 12],
  ['€ 12', 'point', 12],
  ['EUR 1.200', 'comma', 1200],
  ['1 200,50 CHF', 'comma', 1200.5],
  ["1'200.50", 'point', 1200.5],
  ['$1,200.50', 'point', 1200.5],
  ['($1,200.50)', 'point', -1200.5],
  ['.5', 'point', 0.5],
  ['5.', 'point', 5],
  ['4.200,--', 'comma', 4200],
  ['1.200,- €', 'comma', 1200],
  ['CHF 12.—', 'point', 12],
  ['12.-5', 'point', undefined],
  ['1.23.456', 'comma', undefined],
  ['12.34', 'comma', undefined],
  ['--12', 'point', undefined],
  ['(-12)', 'point', undefined],
  ['1e5', 'point', undefined],
  ['twelve', 'point', undefined],
  ['', 'point', undefined],
])('%s with a %s is %s', (cell, decimal, value) => {
  expect(readNumberCell(cell, decimal)).toBe(value);
});
