import { type Day, parseDay, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { readLine } from '../journal/line.ts';
import { entryText } from './entry-text.ts';
import { fieldChanges, fieldChangeText } from './field-changes.ts';
import { visible } from './visible.ts';

/** What was done to one line of the journal, in the interchange form; null where there was none. */
export interface Step {
  readonly kind: 'settings' | 'customer' | 'person' | 'entry';
  readonly number: number | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** How it is called that a line came, and that it went. */
export interface Verbs {
  readonly came: string;
  readonly went: string;
}

/** One line: `gone: #12 Mon 16 Nov 2026, Brazos Rentals: called`. */
export function stepText(step: Step, { came, went }: Verbs): string {
  const [before, after] = [step.before, step.after].map(parsed);
  const there = after ?? before;
  if (there === undefined) return '';
  if (before !== undefined && after !== undefined) {
    const changes = fieldChanges(before, after).map(fieldChangeText);
    return `${shortName(step, after)}: ${changes.join('; ')}`;
  }
  return `${after === undefined ? went : came}: ${longName(step, there)}`;
}

type Line = Readonly<Record<string, Json>>;

const parsed = (text: string | null): Line | undefined =>
  text === null ? undefined : (JSON.parse(text) as Line);

function shortName({ kind, number }: Step, line: Line): string {
  if (kind === 'settings') return 'the settings';
  if (kind === 'entry') return `#${number ?? ''} ${word(line['customer'])}, ${dayText(line['on'])}`;
  return kind === 'person'
    ? `${word(line['name'])} at ${word(line['customer'])}`
    : word(line['name']);
}

function longName(step: Step, line: Line): string {
  if (step.kind === 'settings') return 'the settings';
  if (step.kind === 'customer') return `customer ${word(line['name'])}`;
  if (step.kind === 'person') return shortName(step, line);
  return entryLine(line, step.number ?? 0);
}

/** `#12 Mon 16 Nov 2026, Brazos Rentals: tried to call: no-answer`. */
function entryLine(line: Line, seq: number): string {
  const read = readLine(line);
  if (read.problem !== undefined || read.value.is !== 'entry') return `#${seq}`;
  return entryHeadline({ ...read.value.entry, seq });
}

/** The first line of every answer about one entry. */
export const entryHeadline = (entry: Recorded): string =>
  `#${entry.seq} ${weekdayAndDay(entry.on)}, ${visible(entry.customer)}: ${entryText(entry)}`;

const weekdayAndDay = (day: Day): string => `${spokenWeekday(day)} ${spokenDay(day)}`;

const word = (value: Json | undefined): string => (typeof value === 'string' ? visible(value) : '');

function dayText(value: Json | undefined): string {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  return day === undefined ? '' : spokenDay(day);
}
