import { addDays, type Day, parseDay } from '../../src/journal/days.ts';

/** The day of an ISO date, or so many days after it. */
export function dayOf(date: string, later = 0): Day {
  const day = parseDay(date);
  if (day === undefined) throw new Error(`no such date: ${date}`);
  return addDays(day, later);
}
