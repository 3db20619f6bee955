import { type Day, formatDay, parseDay, spokenDay } from '../journal/days.ts';

/** A day of last year that will come round so soon may have been meant for this year. */
const SOON_DAYS = 31;
const YEAR_DAYS = 365;

/**
 * "27 oct", typed on 26 October, is a day of last year; was it a plan for tomorrow, or a slip?
 * @param words as typed; whoever names the year means it
 */
export function lastYearNotices(on: Day, today: Day, words: readonly string[]): readonly string[] {
  if (today - on > YEAR_DAYS || today - on < YEAR_DAYS - SOON_DAYS) return [];
  const [year = '', ...monthAndDay] = formatDay(on).split('-');
  if (words.some((word) => word.includes(year))) return [];
  const again = parseDay([String(Number(year) + 1), ...monthAndDay].join('-'));
  return again === undefined || again <= today
    ? []
    : [`dated to last year: ${spokenDay(again)} is still to come; is that the day you meant?`];
}
