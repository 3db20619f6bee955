import type { Day } from '../../../src/journal/days.ts';
import { isOccasion, type Occasion, type Recorded } from '../../../src/journal/entry.ts';
import type { Channel } from '../../../src/journal/vocabulary.ts';

const EFFORT_HORIZON_DAYS = 365;
/** Below so many hours in a year a return by the hour says nothing. */
export const COMPARABLE_HOURS = 10;

const TALK_MINUTES: Readonly<Partial<Record<Channel, number>>> = {
  call: 15,
  email: 5,
  text: 2,
  visit: 120,
  meeting: 60,
};
const OTHER_TALK_MINUTES = 15;
const ALONE_MINUTES = 5;

/** The minutes of an occasion; where none were written down, what its channel usually takes. */
function minutesOf(entry: Occasion): number {
  if (entry.minutes !== undefined) return entry.minutes;
  if (entry.type !== 'spoke' && entry.type !== 'heard') return ALONE_MINUTES;
  return (entry.channel && TALK_MINUTES[entry.channel]) ?? OTHER_TALK_MINUTES;
}

/** What went in and what came back in a year. */
export interface Effort {
  readonly minutes: number;
  readonly income: number;
  /** The entries with the time and the money. */
  readonly entries: readonly Recorded[];
}

export function effortOf(entries: readonly Recorded[], asOf: Day): Effort {
  let minutes = 0;
  let income = 0;
  const counted: Recorded[] = [];
  for (const entry of entries) {
    if (asOf - entry.on > EFFORT_HORIZON_DAYS) continue;
    if (isOccasion(entry)) minutes += minutesOf(entry);
    else if (entry.type === 'income' || entry.type === 'won') income += entry.amount ?? 0;
    else continue;
    counted.push(entry);
  }
  return { minutes, income, entries: counted };
}

/** Income of an hour, or undefined below so many minutes. */
export function hourlyReturn(effort: Effort, leastMinutes: number): number | undefined {
  return effort.minutes < leastMinutes ? undefined : (effort.income * 60) / effort.minutes;
}
