import type { Prefer } from '../grammar/dates.ts';
import { type DateKey, readDatedWords } from '../grammar/dated-words.ts';
import type { SaidDate } from '../grammar/said.ts';
import type { Day } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { namesIn, oneCustomer, type OpenBook } from './book.ts';
import { bareDates, contextOf } from './bare-dates.ts';
import { atLeastOne, dayOf, typed } from './turn.ts';

type DateOptions = Readonly<Partial<Record<DateKey, readonly string[]>>>;

/** One customer, the day it happened, and what else was typed. */
export interface OfCustomer {
  readonly customer: string;
  readonly on: Day;
  /** What follows the name. */
  readonly rest: readonly string[];
  readonly days: Readonly<Partial<Record<DateKey, SaidDate>>>;
}

/** Reads `CUSTOMER [WORDS…]` with the dates that the command takes. */
export function ofCustomer(
  world: World,
  words: readonly string[],
  options: DateOptions,
  keys: Readonly<Partial<Record<DateKey, Prefer>>> = {},
): (book: OpenBook) => OfCustomer {
  const today = world.clock.today();
  const read = readDatedWords(
    typed(world, words, pick(options, keys)),
    { on: 'past', ...keys },
    today,
  );
  atLeastOne(world, read.words, 'a customer');
  const on = dayOf(read, today);
  return (book) => {
    const { customer, taken } = oneCustomer(read.words, namesIn(book));
    const said = { rest: read.words.slice(taken), days: read.days };
    return { customer, on, ...bareDates(said, contextOf(world, keys)) };
  };
}

function pick(options: DateOptions, keys: Readonly<Partial<Record<DateKey, Prefer>>>): DateOptions {
  const named = (['on', ...Object.keys(keys)] as DateKey[]).flatMap((key) => {
    const given = options[key];
    return given === undefined ? [] : [[key, given] as const];
  });
  return Object.fromEntries(named);
}
