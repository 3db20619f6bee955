import { type Chronicle, chronicleOf } from './chronicle.ts';
import { addDays, type Day } from './days.ts';
import { type EntryOf, isOccasion, type Occasion, type Recorded } from './entry.ts';
import { firstFrom } from './order.ts';
import type { Channel } from './vocabulary.ts';

export const EFFORT_HORIZON_DAYS = 365;
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
export function minutesOf(entry: Occasion): number {
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

type Earning = Recorded<EntryOf<'income' | 'won'>>;
const isEffort = (entry: Recorded): entry is Occasion | Earning =>
  isOccasion(entry) || entry.type === 'income' || entry.type === 'won';

const minutesIn = (entry: Occasion | Earning): number => (isOccasion(entry) ? minutesOf(entry) : 0);
const incomeIn = (entry: Occasion | Earning): number =>
  isOccasion(entry) ? 0 : (entry.amount ?? 0);

/** The minutes and the income of all entries before each place, and of all of them. */
interface RunningSums {
  readonly minutes: readonly number[];
  readonly income: readonly number[];
  /** Whole numbers alone: a difference of two running sums is then the sum itself, to the last bit. */
  readonly exact: boolean;
}

function runningSums(chronicle: Chronicle): RunningSums {
  const minutes = [0];
  const income = [0];
  let [spent, earned, exact] = [0, 0, true];
  for (const entry of chronicle.shelf(isEffort)) {
    spent += minutesIn(entry);
    earned += incomeIn(entry);
    exact &&= Number.isSafeInteger(spent) && Number.isSafeInteger(earned);
    minutes.push(spent);
    income.push(earned);
  }
  return { minutes, income, exact };
}

/** The effort of the year up to `asOf`. */
export const effortOn = (chronicle: Chronicle, asOf: Day): Effort =>
  effortBetween(chronicle, addDays(asOf, -EFFORT_HORIZON_DAYS), asOf);

/** The effort from one day to another, both included. */
export function effortBetween(chronicle: Chronicle, from: Day, to: Day): Effort {
  const all = chronicle.shelf(isEffort);
  const { exact, income, minutes } = chronicle.derived(runningSums);
  const start = firstFrom(all, from);
  const end = firstFrom(all, addDays(to, 1));
  const entries = all.slice(start, end);
  if (!exact) {
    return {
      minutes: entries.reduce((sum, entry) => sum + minutesIn(entry), 0),
      income: entries.reduce((sum, entry) => sum + incomeIn(entry), 0),
      entries,
    };
  }
  return {
    minutes: (minutes[end] ?? 0) - (minutes[start] ?? 0),
    income: (income[end] ?? 0) - (income[start] ?? 0),
    entries,
  };
}

/** The same, of entries in Order. */
export const effortOf = (entries: readonly Recorded[], asOf: Day): Effort =>
  effortOn(chronicleOf(entries), asOf);

/** Income of an hour, or undefined below so many minutes. */
export function hourlyReturn(effort: Effort, leastMinutes: number): number | undefined {
  return effort.minutes < leastMinutes ? undefined : (effort.income * 60) / effort.minutes;
}
