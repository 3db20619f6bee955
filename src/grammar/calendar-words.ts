import { lazily } from '../journal/lazily.ts';

/** 0 Sunday … 6 Saturday, as `weekday` counts. */
const weekdays = named([
  ['sun', 'sunday'],
  ['mon', 'monday'],
  ['tue', 'tues', 'tuesday'],
  ['wed', 'weds', 'wednesday'],
  ['thu', 'thur', 'thurs', 'thursday'],
  ['fri', 'friday'],
  ['sat', 'saturday'],
]);

/** 0 January … 11 December. */
const months = named([
  ['jan', 'january'],
  ['feb', 'february'],
  ['mar', 'march'],
  ['apr', 'april'],
  ['may'],
  ['jun', 'june'],
  ['jul', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october'],
  ['nov', 'november'],
  ['dec', 'december'],
]);

/** From one; `a` and `an` are read beside them. */
const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

export type Unit = 'day' | 'week' | 'month' | 'year';
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'year'];

function named(groups: readonly (readonly string[])[]): () => ReadonlyMap<string, number> {
  return lazily(
    () => new Map(groups.flatMap((names, index) => names.map((name) => [name, index] as const))),
  );
}

export const readWeekday = (word = ''): number | undefined => weekdays().get(word);

/** 1 to 12. */
export function readMonth(word = ''): number | undefined {
  const index = months().get(word);
  return index === undefined ? undefined : index + 1;
}

/** `3`, `3rd`, `3.`, and `3,` as in "nov 3, 2026"; 1 to 31. */
export function readDayOfMonth(word = ''): number | undefined {
  const digits = /^(\d{1,2})(st|nd|rd|th)?[.,]?$/.exec(word)?.[1];
  const number = Number(digits);
  return number >= 1 && number <= 31 ? number : undefined;
}

/** Four digits; two would be a guess. */
export const readYear = (word = ''): number | undefined =>
  /^\d{4}$/.test(word) ? Number(word) : undefined;

/** `2`, `two`, `a`. */
export function readCount(word = ''): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const index = COUNTS.indexOf(word);
  return index < 0 ? undefined : index + 1;
}

/** `week`, `weeks`; never a single letter, for `m` is minutes. */
export const readUnit = (word = ''): Unit | undefined =>
  UNITS.find((unit) => word === unit || word === `${unit}s`);
