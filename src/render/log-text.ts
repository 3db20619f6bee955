import { entryJson } from './entry-json.ts';
import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Entry, Recorded } from '../journal/entry.ts';
import { writeEntry } from '../journal/line.ts';
import { entryText } from './entry-text.ts';
import { visible } from './visible.ts';

interface Told {
  /** What else was done, or should be known. */
  readonly notices: readonly string[];
  /** What the entry adds up to. */
  readonly tallies: readonly string[];
}

interface Logged extends Told {
  readonly entry: Recorded;
  readonly promises: readonly Recorded[];
}

type WithoutId<E extends Entry> = E extends Entry ? Omit<E, 'id'> : never;

interface Planned extends Told {
  readonly entry: WithoutId<Entry>;
  readonly promises: readonly WithoutId<Entry>[];
}

/** The answer to a logged line: number, date with weekday, what was understood, promises, and what it adds up to. */
export function logAnswer({ entry, promises, notices, tallies }: Logged): string {
  return page([
    `#${entry.seq} ${whatHappened(entry)}`,
    ...promises.map((promise) => `#${promise.seq} ${whatWasPromised(promise)}`),
    ...[...notices, ...tallies].map((line) => `   ${line}`),
  ]);
}

/** The same for what is not stored. */
export function planAnswer(planned: Planned): string {
  const { entry, promises, notices, tallies } = planned;
  return page([
    `not written: ${whatHappened(numbered(entry))}`,
    ...promises.map((promise) => `not written: ${whatWasPromised(numbered(promise))}`),
    ...[...notices, ...tallies].map((line) => `   ${line}`),
    '   to write it: the same without --show',
  ]);
}

const page = (lines: readonly string[]): string => `${lines.map(visible).join('\n')}\n`;

// Neither id nor number is shown.
const numbered = (entry: WithoutId<Entry>): Recorded => ({ ...entry, id: '', seq: 0 });

const whatHappened = (entry: Recorded): string =>
  `${weekdayAndDay(entry.on)}, ${entry.customer}: ${entryText(entry)}`;

/** A due date is checked by its weekday, which is how it was said. */
function whatWasPromised(entry: Recorded): string {
  const text = entryText(entry);
  if (entry.type !== 'promise') return text;
  const day = spokenDay(entry.due);
  return text.endsWith(day) ? `${text.slice(0, -day.length)}${weekdayAndDay(entry.due)}` : text;
}

const weekdayAndDay = (day: Day): string => `${spokenWeekday(day)} ${spokenDay(day)}`;

export function logJson({ entry, promises, notices, tallies }: Logged): string {
  const told = (each: Recorded) => entryJson(each);
  return json({ entry: told(entry), promises: promises.map(told), notices, tallies });
}

/** With null for what only storing gives. */
export function planJson({ entry, promises, notices, tallies }: Planned): string {
  const told = (each: WithoutId<Entry>) => ({
    number: null,
    ...writeEntry(numbered(each)),
    id: null,
  });
  return json({ entry: told(entry), promises: promises.map(told), notices, tallies });
}

const json = (answer: object): string => `${JSON.stringify({ schema: 1, ...answer })}\n`;
