import { addMonths } from 'date-fns/addMonths';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { civilDay, type Day, formatDay } from '../journal/days.ts';

/** Noon exists on every day of every time zone, so a change of the clocks cannot move the date. */
function noon(day: Day): Date {
  const [year, month, dayOfMonth] = formatDay(day).split('-').map(Number);
  return new Date(year ?? NaN, (month ?? NaN) - 1, dayOfMonth, 12);
}

const dayOf = (date: Date): Day | undefined =>
  civilDay(date.getFullYear(), date.getMonth() + 1, date.getDate());

/** The same day of the month, or its last day where the month is too short; undefined outside the journal's years. */
export const monthsLater = (day: Day, count: number): Day | undefined =>
  dayOf(addMonths(noon(day), count));

export const endOfMonth = (day: Day): Day | undefined => dayOf(lastDayOfMonth(noon(day)));

export const yearOf = (day: Day): number => Number(formatDay(day).slice(0, 4));
