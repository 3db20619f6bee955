import { type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { entryText } from './entry-text.ts';
import { visible } from './visible.ts';

interface Logged {
  readonly entry: Recorded;
  readonly promises: readonly Recorded[];
  /** What else was done, or should be known. */
  readonly notices: readonly string[];
  /** What the entry adds up to. */
  readonly tallies: readonly string[];
}

/** The answer to a logged line: number, date with weekday, what was understood, promises, and what it adds up to. */
export function logAnswer({ entry, promises, notices, tallies }: Logged): string {
  const lines = [
    `#${entry.seq} ${weekdayAndDay(entry.on)}, ${visible(entry.customer)}: ${entryText(entry)}`,
    ...promises.map((promise) => `#${promise.seq} ${entryText(promise)}`),
    ...[...notices, ...tallies].map((line) => `   ${visible(line)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const weekdayAndDay = (day: Day): string => `${spokenWeekday(day)} ${spokenDay(day)}`;
