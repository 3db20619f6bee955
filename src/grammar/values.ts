import type { Day } from '../journal/days.ts';
import { lazily } from '../journal/lazily.ts';
import {
  BLAMED,
  type Blame,
  CHANNELS,
  FAULTS,
  LEARNED,
  OUTCOMES,
  SIGNALS,
  SIZES,
  SUBJECTS,
} from '../journal/vocabulary.ts';
import { type Prefer, readDate } from './dates.ts';
import { LONGEST_MINUTES, readMinutes } from './durations.ts';
import { DIRECTIONS, FLAGS, type SaidDate, type Sayable, type Slot } from './said.ts';

/** How the value of a slot is written, and how it is read; undefined where it cannot be. */
interface Reader<T> {
  /** What may stand there, as a hint shows it. */
  readonly takes: string;
  readonly read: (text: string, today: Day) => T | undefined;
}

type Readers = { readonly [S in Slot]: Reader<Sayable[S]> };

export const readers = lazily((): Readers => ({
  channel: oneOf(CHANNELS),
  direction: oneOf(DIRECTIONS),
  outcome: oneOf(OUTCOMES),
  minutes: { takes: '40, 40m, 1h30m', read: readAmount },
  on: date('past', 'yesterday, fri, last tuesday, 3 nov, 2026-11-16'),
  at: { takes: 'a time of day: 14:30, 9:05, 2pm', read: readTime },
  with: anyText('a name'),
  feel: { takes: '-2, -1, 0, 1 or 2', read: readFeel },
  tag: anyText('a label of your own'),
  next: date('future', 'fri, in 2 weeks, 3 nov, 2026-11-16'),
  they: anyText('what they promised'),
  me: anyText('what you promised'),
  by: date('future', 'fri, friday next week, 3 nov, end of month, 2026-11-16'),
  need: anyText('what they need'),
  win: anyText('what the person wants to win'),
  gave: oneOf(SIZES),
  got: oneOf(SIZES),
  fault: oneOf(FAULTS),
  harm: { takes: '1, 2 or 3', read: (text) => (/^[123]$/.test(text) ? Number(text) : undefined) },
  blames: { takes: 'us, them, both, nobody or a NAME', read: readBlame },
  'we-blame': { takes: 'us, them, both, nobody or a NAME', read: readBlame },
  about: oneOf(SUBJECTS),
  signal: oneOf(SIGNALS),
  learned: oneOf(LEARNED),
  flag: oneOf(FLAGS),
}));

function oneOf<const T extends string>(words: readonly T[]): Reader<T> {
  const last = words.at(-1) ?? '';
  return {
    takes: `${words.slice(0, -1).join(', ')} or ${last}`,
    read: (text) => words.find((word) => word === text.toLowerCase()),
  };
}

function date(prefer: Prefer, takes: string): Reader<SaidDate> {
  return {
    takes: `a date: ${takes}`,
    read(text, today) {
      const day = readDate(text, today, prefer);
      return day === undefined ? undefined : { day, words: text };
    },
  };
}

function anyText(takes: string): Reader<string> {
  return { takes, read: (text) => (text.trim() === '' ? undefined : text) };
}

/** Bare numbers are minutes; an exact number of them, even 0, is only ever written out. */
function readAmount(text: string): number | undefined {
  const minutes = /^\d+(\.\d+)?$/.test(text) ? Number(text) : readMinutes(text);
  return minutes !== undefined && minutes <= LONGEST_MINUTES ? minutes : undefined;
}

function readTime(text: string): string | undefined {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?::(\d\d))?(am|pm)?$/i.exec(text) ?? [];
  // Neither "9" nor "9:5" says what time it is.
  if (hour === undefined || (half === undefined && !text.includes(':'))) return undefined;
  if (half !== undefined && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const afternoon = half?.toLowerCase() === 'pm' ? 12 : 0;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon;
  if (hours > 23 || Number(minute) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** `-1`, `+2`, and the minus sign that word processors write. */
function readFeel(text: string): number | undefined {
  const number = Number(text.replace('−', '-'));
  return /^[-+−]?[012]$/.test(text) ? number + 0 : undefined;
}

/** Who these are can only be guessed, so that they are no provider's name either. */
const PRONOUNS = 'i me we you he she it him her they none no-one noone everyone'.split(' ');

function readBlame(text: string): Blame | undefined {
  const known = BLAMED.find((word) => word === text.toLowerCase());
  if (known !== undefined) return known;
  const name = text.replace(/^other:/, '');
  return name.trim() === '' || PRONOUNS.includes(name.toLowerCase()) ? undefined : `other:${name}`;
}
