import { type Day, formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Side } from '../journal/vocabulary.ts';
import { isYearless, readDate } from './dates.ts';
import type { Said, SaidAs } from './said.ts';

/** A promise that still lacks its id, customer and date. */
export interface PromiseDraft {
  readonly by: Side;
  readonly what: string;
  readonly due: Day;
}

type Promised = SaidAs<'they' | 'me'>;

/**
 * The promises of the line, each with the date that belongs to it: the first with the first `by:`, and so on.
 * @param on the day of the entry, on which they were given
 */
export function promisesOf(said: readonly Said[], on: Day): readonly PromiseDraft[] {
  const promised = said.filter(
    (each): each is Promised => each.slot === 'they' || each.slot === 'me',
  );
  const dates = said.filter((each): each is SaidAs<'by'> => each.slot === 'by');
  if (dates.length < promised.length) throw undated(said);
  return dates.map((date, index) => {
    const promise = promised[index];
    if (promise === undefined) throw withoutPromise(date);
    const due = dueDay(date, on);
    if (due < on) throw dueBefore(promise, due, on);
    return { by: promise.slot === 'they' ? 'them' : 'us', what: promise.value, due };
  });
}

/** "By 3 nov", said in October and entered in December, was not meant for next year. */
function dueDay({ value: { day, words } }: SaidAs<'by'>, on: Day): Day {
  return isYearless(words) ? (readDate(words, on, 'future') ?? day) : day;
}

/** The promise after which the next one, or the end, comes before a date. */
function undated(said: readonly Said[]): RelError {
  let open: Promised | undefined;
  for (const each of said) {
    if (each.slot === 'by') open = undefined;
    if (each.slot !== 'they' && each.slot !== 'me') continue;
    if (open !== undefined) break;
    open = each;
  }
  const shown = open?.shown ?? 'the promise';
  return new RelError(
    'usage',
    `${shown} has no date, and each promise needs its own`,
    `add by:fri after it, or for the note: -- ${shown}`,
  );
}

const withoutPromise = (date: SaidAs<'by'>): RelError =>
  new RelError(
    'usage',
    `${date.shown} belongs to no promise`,
    'type they:send the list by:fri or me:quote by:fri (no space after the colon); a reminder is next:fri',
  );

const dueBefore = (promise: Promised, due: Day, on: Day): RelError =>
  new RelError(
    'usage',
    `${promise.shown} would be due ${formatDay(due)}, before it was given on ${formatDay(on)}`,
    'type a later day, with its year where it needs one: by:fri, by:3 dec 2027',
  );
