import { dateAtStart, type DateKey } from '../grammar/dated-words.ts';
import type { Prefer } from '../grammar/dates.ts';
import type { SaidDate } from '../grammar/said.ts';
import type { Day } from '../journal/days.ts';
import type { World } from '../platform/world.ts';

type Days = Readonly<Partial<Record<DateKey, SaidDate>>>;

interface Read {
  /** What is no date. */
  readonly rest: readonly string[];
  readonly days: Days;
}

/** How one says it: `until fri`, `to 3 dec`. */
const SPOKEN: Readonly<Record<Exclude<DateKey, 'on'>, readonly string[]>> = {
  by: ['by', 'until', 'till'],
  due: ['due', 'by'],
  from: ['from'],
  to: ['to', 'until', 'till', '-', '–'],
  until: ['until', 'till'],
};

const spoken = (key: DateKey): readonly string[] => (key === 'on' ? [] : SPOKEN[key]);

type Keys = Readonly<Partial<Record<DateKey, Prefer>>>;

interface Context {
  readonly keys: Keys;
  readonly today: Day;
}

/** Where something stands behind `--`, all words are text. */
export const contextOf = (world: World, keys: Keys): Context => ({
  keys: world.words.includes('--') ? {} : keys,
  today: world.clock.today(),
});

/**
 * Takes the dates that are said in plain words off the beginning: `until fri …`, `from 3 aug to 20 aug …`. Only for the
 * keys that the command takes, and has not been given yet.
 */
export function bareDates({ rest, days }: Read, { keys, today }: Context): Read {
  const [word = '', ...others] = rest;
  const open = (Object.keys(keys) as DateKey[]).filter((key) => days[key] === undefined);
  const said = word.toLowerCase();
  const key =
    open.find((each) => each !== 'on' && each === said) ??
    open.find((each) => spoken(each).includes(said));
  const found = key === undefined ? undefined : dateAtStart(others, today, keys[key] ?? 'future');
  if (key === undefined || found === undefined) return { rest, days };
  return bareDates({ rest: found.rest, days: { ...days, [key]: found.date } }, { keys, today });
}

/** The same, where a date alone at the beginning is that of `first`: `3 dec …`, `19 oct to 23 oct …`. */
export function bareDatesFrom(read: Read, first: DateKey, context: Context): Read {
  const prefer = context.keys[first];
  const found =
    prefer === undefined || read.days[first] !== undefined
      ? undefined
      : dateAtStart(read.rest, context.today, prefer);
  if (found === undefined) return bareDates(read, context);
  return bareDates({ rest: found.rest, days: { ...read.days, [first]: found.date } }, context);
}

/** The same at the end of what is told: `scissor lifts in May due 28 nov`. */
export function bareDatesAtEnd(read: Read, key: DateKey, context: Context): Read {
  const { rest, days } = bareDates(read, context);
  const prefer = context.keys[key];
  const at = rest.findLastIndex((word) => spoken(key).includes(word.toLowerCase()));
  if (prefer === undefined || days[key] !== undefined || at < 0) return { rest, days };
  const found = dateAtStart(rest.slice(at + 1), context.today, prefer);
  if (found === undefined || found.rest.length > 0) return { rest, days };
  return { rest: rest.slice(0, at), days: { ...days, [key]: found.date } };
}
