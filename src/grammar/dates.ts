import { addDays, civilDay, type Day, parseDay, weekday } from '../journal/days.ts';
import {
  readCount,
  readDayOfMonth,
  readMonth,
  readUnit,
  readWeekday,
  readYear,
  type Unit,
} from './calendar-words.ts';
import { endOfMonth, monthsLater, yearOf } from './months.ts';

/** Which of two days a word without a year means: `past` for what happened, `future` for what is due. */
export type Prefer = 'past' | 'future';

/** More words than this never form one date. */
export const LONGEST_DATE = 5;

/** A date without a year lies within one year, else it is rather a typing error (29 feb). */
const YEAR_AT_MOST = 366;

type Form = (words: readonly string[], today: Day, prefer: Prefer) => Day | undefined;

/**
 * Reads a date as a person writes it, strictly: what is not understood is undefined, never today.
 *
 * A bare weekday is the latest one, today included (`past`), or the coming one, today excluded (`future`);
 * `last`/`next` exclude today in either; `this friday`, `friday next week` count weeks from Monday. A day and month
 * without a year is the nearest one in the preferred direction, today included. `next week` is a week from today.
 * Numbers alone are read where they leave no doubt: `2026-11-16`, `16.11.2026`, `16.11.`, `16/11/2026`, but never
 * `3/11/2026`.
 */
export function readDate(words: string, today: Day, prefer: Prefer): Day | undefined {
  const said = words.trim().toLowerCase().split(/\s+/u);
  for (const form of FORMS) {
    const day = form(said, today, prefer);
    // Every Day is inside the years a journal knows; sums can leave them.
    if (day !== undefined) return inRange(day);
  }
  return undefined;
}

/** Whether these words are a day and month without a year (`3 nov`), which depends on the day they are counted from. */
export function isYearless(words: string): boolean {
  const said = words.trim().toLowerCase().split(/\s+/u);
  const date = readWeekday(said[0]) === undefined ? said : said.slice(1);
  const read = readCivil(date);
  return read !== undefined && read.year === undefined;
}

/** Words which have the form of a numeric date, whether or not such a day exists; in them a slip is likely. */
export const looksLikeDate = (word: string): boolean =>
  /^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}([./-])\d{1,2}\1\d{4}$/.test(word);

/** A day and month by name, whether or not it exists: `31 nov`. */
export const looksLikeDayAndMonth = (first: string, second: string): boolean =>
  readCivil([first.toLowerCase(), second.toLowerCase()]) !== undefined;

const FORMS: readonly Form[] = [named, bareWeekday, weekdayBeside, inWeek, relative, endOf, civil];

const NAMED: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['yest', -1],
  ['tomorrow', 1],
  ['day before yesterday', -2],
  ['the day before yesterday', -2],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
  ['next week', 7],
]);

function named(words: readonly string[], today: Day): Day | undefined {
  const phrase = words.join(' ');
  if (phrase === 'next month') return monthsLater(today, 1);
  const distance = NAMED.get(phrase);
  return distance === undefined ? undefined : addDays(today, distance);
}

/** The latest such weekday, `day` included. */
const latest = (wanted: number, day: Day): Day => addDays(day, -((weekday(day) - wanted + 7) % 7));

/** The coming one, `day` excluded. */
const coming = (wanted: number, day: Day): Day => addDays(latest(wanted, day), 7);

function bareWeekday(words: readonly string[], today: Day, prefer: Prefer): Day | undefined {
  const wanted = readWeekday(words[0]);
  if (wanted === undefined || words.length > 1) return undefined;
  return prefer === 'past' ? latest(wanted, today) : coming(wanted, today);
}

/** `last tuesday`, `next tuesday`, `this tuesday`. */
function weekdayBeside(words: readonly string[], today: Day): Day | undefined {
  const wanted = readWeekday(words[1]);
  if (wanted === undefined || words.length > 2) return undefined;
  if (words[0] === 'last') return latest(wanted, addDays(today, -1));
  if (words[0] === 'next') return coming(wanted, today);
  return words[0] === 'this' ? dayOfWeek(wanted, today) : undefined;
}

/** That weekday in the week, Monday to Sunday, that holds `day`. */
const dayOfWeek = (wanted: number, day: Day): Day => addDays(latest(1, day), (wanted + 6) % 7);

const WEEKS: ReadonlyMap<string, number> = new Map([
  ['last week', -7],
  ['this week', 0],
  ['next week', 7],
]);

/** `friday next week`, `next week friday`. */
function inWeek(words: readonly string[], today: Day): Day | undefined {
  if (words.length !== 3) return undefined;
  const first = readWeekday(words[0]);
  const wanted = first ?? readWeekday(words[2]);
  const distance = WEEKS.get((first === undefined ? words.slice(0, 2) : words.slice(1)).join(' '));
  if (wanted === undefined || distance === undefined) return undefined;
  return dayOfWeek(wanted, addDays(today, distance));
}

/** `in 2 weeks`, `a week ago`. */
function relative(words: readonly string[], today: Day): Day | undefined {
  if (words.length !== 3) return undefined;
  if (words[0] === 'in') return later(today, readCount(words[1]), readUnit(words[2]), 1);
  return words[2] === 'ago' ? later(today, readCount(words[0]), readUnit(words[1]), -1) : undefined;
}

function later(today: Day, count = NaN, unit: Unit | undefined, sign: 1 | -1): Day | undefined {
  if (Number.isNaN(count) || unit === undefined) return undefined;
  if (unit === 'day') return addDays(today, sign * count);
  if (unit === 'week') return addDays(today, sign * count * 7);
  return monthsLater(today, sign * count * (unit === 'year' ? 12 : 1));
}

/** `end of month`, `end of the month`, `end of next month`, `end of november`, `end of year`. */
function endOf(words: readonly string[], today: Day, prefer: Prefer): Day | undefined {
  if (words[0] !== 'end' || words[1] !== 'of') return undefined;
  const span = words.slice(words[2] === 'the' || words[2] === 'this' ? 3 : 2).join(' ');
  if (span === 'month') return endOfMonth(today);
  if (span === 'year') return civilDay(yearOf(today), 12, 31);
  if (span === 'next month') return then(monthsLater(today, 1), endOfMonth);
  const month = readMonth(span);
  if (month === undefined) return undefined;
  return nearest(today, prefer, (year) => then(civilDay(year, month, 1), endOfMonth));
}

const then = <A, B>(value: A | undefined, next: (value: A) => B | undefined): B | undefined =>
  value === undefined ? undefined : next(value);

interface Civil {
  readonly year?: number | undefined;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** A calendar date in words or figures, with a weekday before it (`fri 20 nov`) only where that is the right one. */
function civil(words: readonly string[], today: Day, prefer: Prefer): Day | undefined {
  const wanted = readWeekday(words[0]);
  const date = readCivil(wanted === undefined ? words : words.slice(1));
  const found = date ? civilToDay(date, today, prefer) : exactDay(words);
  if (found === undefined || wanted === undefined) return found;
  return weekday(found) === wanted ? found : undefined;
}

function civilToDay(date: Civil, today: Day, prefer: Prefer): Day | undefined {
  if (date.year !== undefined) return civilDay(date.year, date.month, date.dayOfMonth);
  return nearest(today, prefer, (year) => civilDay(year, date.month, date.dayOfMonth));
}

function nearest(
  today: Day,
  prefer: Prefer,
  inYear: (year: number) => Day | undefined,
): Day | undefined {
  const sign = prefer === 'past' ? -1 : 1;
  const years = [yearOf(today), yearOf(today) + sign];
  return years.map(inYear).find((day) => {
    const ahead = day === undefined ? NaN : (day - today) * sign;
    return ahead >= 0 && ahead <= YEAR_AT_MOST;
  });
}

/** `3 nov`, `nov 3`, `3 november 2026`, `3.11.`, `3.11.2026`, read but not yet looked up in the calendar. */
function readCivil(words: readonly string[]): Civil | undefined {
  const [, dotDay, dotMonth, dotYear] =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(words.join(' ')) ?? [];
  if (dotDay !== undefined && dotMonth !== undefined) {
    return { year: readYear(dotYear), month: Number(dotMonth), dayOfMonth: Number(dotDay) };
  }
  const year = readYear(words[2]);
  if (words.length > 3 || (words.length === 3 && year === undefined)) return undefined;
  const dayFirst = readMonth(words[1]) !== undefined;
  const month = readMonth(dayFirst ? words[1] : words[0]);
  const dayOfMonth = readDayOfMonth(dayFirst ? words[0] : words[1]);
  return month === undefined || dayOfMonth === undefined ? undefined : { year, month, dayOfMonth };
}

/** `2026-11-16`, and `16/11/2026` where only one of the two orders exists. */
function exactDay(words: readonly string[]): Day | undefined {
  const [, first, second, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words.join(' ')) ?? [];
  if (first === undefined) return words.length === 1 ? parseDay(words[0] ?? '') : undefined;
  const readings = [
    civilDay(Number(year), Number(second), Number(first)),
    civilDay(Number(year), Number(first), Number(second)),
  ].filter((day) => day !== undefined);
  return new Set(readings).size === 1 ? readings[0] : undefined;
}

const EARLIEST = civilDay(1970, 1, 1);
const LATEST = civilDay(2200, 12, 31);

const inRange = (day: Day): Day | undefined =>
  day >= (EARLIEST ?? NaN) && day <= (LATEST ?? NaN) ? day : undefined;
