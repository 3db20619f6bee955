import type { Clock } from '../journal/clock.ts';
import { civilDay, type Day, formatDay, parseDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';

/** The machine's clock in its own zone; `fixed` (REL_TODAY) replaces its day and keeps its time of day. */
export function systemClock(fixed: string | undefined): Clock {
  const now = (): Date => {
    const instant = new Date();
    if (fixed === undefined || fixed === '') return instant;
    const [year = 0, month = 1, dayOfMonth = 1] = formatDay(fixedDay(fixed)).split('-').map(Number);
    instant.setFullYear(year, month - 1, dayOfMonth);
    return instant;
  };
  return { now, today: () => localDay(now()), offset: () => offsetOf(now()) };
}

function fixedDay(date: string): Day {
  const day = parseDay(date);
  if (day === undefined) {
    throw new RelError(
      'usage',
      `REL_TODAY is not a date: ${date}`,
      'write it as 2026-11-16, or unset it',
    );
  }
  return day;
}

function localDay(now: Date): Day {
  const day = civilDay(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === undefined)
    throw new RelError('usage', `the clock stands at ${now.getFullYear()}`, 'set the clock');
  return day;
}

function offsetOf(now: Date): string {
  const ahead = -now.getTimezoneOffset();
  const minutes = Math.abs(ahead);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
