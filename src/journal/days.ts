declare const dayBrand: unique symbol;

/** A calendar day of the seller's local calendar, counted from 1970-01-01 = 0; differences count midnights. */
export type Day = number & { readonly [dayBrand]: true };

const MS_PER_DAY = 86_400_000;
/** In days. */
export const WEEK = 7;

const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The years a journal knows; a date outside them is a typing error. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2200;

/** The day with this civil date, or undefined where the calendar has none (30 February) or the year is out of range. */
export function civilDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const instant = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === dayOfMonth;
  return exists ? (Math.floor(instant.getTime() / MS_PER_DAY) as Day) : undefined;
}

/** Reads `YYYY-MM-DD` strictly. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, dayOfMonth] = ISO_DAY.exec(text) ?? [];
  return year === undefined ? undefined : civilDay(Number(year), Number(month), Number(dayOfMonth));
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday; days before it are negative.
  return (((day + 4) % 7) + 7) % 7;
}

/** The `count`-th Monday-to-Friday day after `day`, public holidays not considered. */
export function addWorkdays(day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0;) {
    current = addDays(current, 1);
    if (weekday(current) % 6 !== 0) left -= 1;
  }
  return current;
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** `2 Nov 2026`, the same in every locale. */
export function spokenDay(day: Day): string {
  const [year, month, dayOfMonth] = formatDay(day).split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** `Nov`. */
export const spokenMonth = (day: Day): string =>
  MONTHS[Number(formatDay(day).slice(5, 7)) - 1] ?? '';

/** The first day of the month after the one of this day. */
export function nextMonth(day: Day): Day {
  const dayOfMonth = Number(formatDay(day).slice(8));
  // No month has more than 31 days, and no two have fewer than 32.
  const inNext = addDays(day, 32 - dayOfMonth);
  return addDays(inNext, 1 - Number(formatDay(inNext).slice(8)));
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `Mon`. */
export function spokenWeekday(day: Day): string {
  return WEEKDAYS[weekday(day)] ?? '';
}
