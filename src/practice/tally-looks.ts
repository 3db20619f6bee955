import { addDays, type Day } from '../journal/days.ts';
import type { Entry, EntryType } from '../journal/entry.ts';
import { TURN_POINTS } from '../journal/stage.ts';
import { INCIDENT_DAYS, RUDE_DAYS, YEAR_DAYS } from './tally.ts';
import { RAISED_DAYS } from './unasked.ts';

/** Entries of these types, from this day on; from the first one where it is undefined. */
export interface Look {
  readonly types: readonly EntryType[];
  readonly since: Day | undefined;
}

type New<E extends Entry = Entry> = E extends Entry ? Pick<E, 'type'> & Partial<E> : never;

/** The days of the last talk: up to today, and up to the day of the new entry. */
interface LastTalks {
  readonly ever: Day | undefined;
  readonly before: Day | undefined;
}

export const TALKS = ['spoke', 'heard'] as const satisfies readonly EntryType[];
export const TOUCHES = [...TALKS, 'tried', 'sent'] as const satisfies readonly EntryType[];
const OCCASIONS = [...TOUCHES, 'work'] as const;
const OF_PROMISES = ['promise', 'done', 'broken', 'waived', 'moved', 'hardship'] as const;

/**
 * All that the stage and the tally of a new entry look at, so that the rest of ten years need not be read: `talliesOf`
 * says the same with these entries as with all, once it is told how many talks there were.
 */
export function looksOf(
  entry: New,
  hasPromises: boolean,
  today: Day,
  lastTalks: LastTalks,
): readonly Look[] {
  const looks: Look[] = [{ types: TURN_POINTS, since: undefined }];
  if (hasPromises) looks.push({ types: OF_PROMISES, since: undefined });
  const since = firstDay(entry, today, lastTalks);
  if (since !== 'none') looks.push({ types: OCCASIONS, since });
  return looks;
}

/** From when on occasions count. */
function firstDay(entry: New, today: Day, { ever, before }: LastTalks): Day | undefined | 'none' {
  const has = (field: string): boolean => field in entry;
  const days: (Day | undefined)[] = [];
  if (has('rude')) days.push(addDays(today, -RUDE_DAYS));
  if (has('fault')) days.push(addDays(today, -INCIDENT_DAYS));
  if (has('gave') || has('got') || has('conceded')) days.push(addDays(today, -YEAR_DAYS));
  if (has('conceded') && entry.on !== undefined) days.push(addDays(entry.on, -RAISED_DAYS));
  // One word about a part of their own counts, however old it is.
  if (isAboutProviders(entry)) days.push(undefined);
  if (entry.type === 'tried') days.push(ever);
  if (entry.type === 'spoke' || entry.type === 'heard') days.push(before ?? today);
  if (days.length === 0) return 'none';
  const known = days.filter((day) => day !== undefined);
  return known.length < days.length ? undefined : known.reduce((a, b) => (a < b ? a : b));
}

const isAboutProviders = (entry: New): boolean =>
  ('blames' in entry && entry.blames.startsWith('other:')) ||
  entry.signals?.includes('flattery') === true;
