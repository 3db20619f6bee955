import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { addDays, type Day, formatDay, spokenDay } from '../../journal/days.ts';
import type { Span } from '../../practice/picture.ts';

/** From a day to a place; a day begins at its own place and ends where the next one begins. */
export type DayScale = ScaleLinear<number, number>;

export const dayScale = ({ from, to }: Span, left: number, right: number): DayScale =>
  scaleLinear()
    .domain([from, to + 1])
    .range([left, right]);

/** The middle of a day. */
export const middleOf = (scale: DayScale, day: Day): number => at(scale(day + 0.5));

/** A tenth of a unit is finer than any screen shows. */
export const at = (place: number): number => Math.round(place * 10) / 10;

/** Each first of a month among these days. */
export function monthsIn({ from, to }: Span): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    if (formatDay(day).endsWith('-01')) days.push(day);
  return days;
}

/** `Nov`, and with the year in January. */
export function monthName(day: Day): string {
  const [, month = '', year = ''] = spokenDay(day).split(' ');
  return month === 'Jan' ? `${month} ${year}` : month;
}

/** `2 Nov – 20 Nov 2026`. */
export const spanWords = ({ from, to }: Span): string =>
  from === to ? spokenDay(from) : `${spokenDay(from)} – ${spokenDay(to)}`;
