import { civilDay, type Day } from '../journal/days.ts';

/** An instant on the seller's own calendar and clock. */
export interface LocalTime {
  readonly on: Day;
  /** `14:30`. */
  readonly time: string;
  /** Ahead of UTC: `-06:00`. */
  readonly offset: string;
}

/** @param instant in milliseconds since 1970; undefined where it lies in no year that a journal knows */
export function localTime(instant: number): LocalTime | undefined {
  const date = new Date(instant);
  const on = civilDay(date.getFullYear(), date.getMonth() + 1, date.getDate());
  if (on === undefined) return undefined;
  const ahead = Math.round(-date.getTimezoneOffset());
  const minutes = Math.abs(ahead);
  return {
    on,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
    offset: `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}

const two = (part: number): string => String(part).padStart(2, '0');
