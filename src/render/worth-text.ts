import { counted } from '../journal/counted.ts';
import { type Day, formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import type { Worth } from '../practice/worth.ts';
import { duration, thousands } from '../journal/amount-words.ts';

const YEAR = 365;
const MONTH = 30;

/** `together for 3 years; 12 h in a year, 240 an hour`. Empty where there is nothing to say. */
export function worthWords({ hourly, income, minutes, since }: Worth, asOf: Day): string {
  if (since === null || since === asOf) return '';
  const earned = hourly === null || income === 0 ? '' : `, ${thousands(hourly)} an hour`;
  const spent = minutes === 0 ? '' : `; ${duration(minutes)} in a year${earned}`;
  return `together for ${lasting(asOf - since)}${spent}`;
}

function lasting(days: number): string {
  if (days < 2 * MONTH) return counted(days, 'day');
  if (days < 2 * YEAR) return counted(Math.floor(days / MONTH), 'month');
  return counted(Math.floor(days / YEAR), 'year');
}

export const worthJson = (
  { hourly, income, minutes, since }: Worth,
  asOf: Day,
): Readonly<Record<string, Json>> => ({
  firstEntry: since === null ? null : formatDay(since),
  tenureDays: since === null ? null : asOf - since,
  minutes,
  income,
  hourly,
});
