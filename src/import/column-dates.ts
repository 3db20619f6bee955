import { civilDay, type Day } from '../journal/days.ts';
import { localTime } from './local-time.ts';
import { isNew } from './remembered.ts';

/** In which order day, month and year stand in figures. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A date as a cell of a table has it, perhaps with a time of day behind it. */
export interface DateCell {
  readonly day: Day;
  /** HH:MM. */
  readonly time?: string;
}

/** Figures whose order the cell does not tell: `03/04/2023`. */
interface Figures {
  readonly parts: readonly [number, number, number];
  readonly yearDigits: number;
  readonly hasPoints: boolean;
  readonly time: string | undefined;
}

/** Two-digit years from here on are of the last century. */
const LAST_CENTURY = 70;

/**
 * What one column says about the order in which its dates are written. Dates that leave no doubt by themselves
 * (2023-11-16, 20231116, 16 Nov 2023) say nothing about it, and are read in any case.
 */
export class DateColumn {
  /** The first line that rules out an order. */
  readonly #against = new Map<DateOrder, { readonly line: number; readonly cell: string }>();
  #doubtful: string | undefined;
  /** What was said before says nothing new. */
  readonly #isNew = isNew();

  add(cell: string, line: number): void {
    if (!this.#isNew(cell)) return;
    const figures = figuresIn(cell.trim());
    if (figures === undefined) return;
    const dmy = ordered(figures, 'dmy');
    const mdy = ordered(figures, 'mdy');
    if (dmy === undefined && mdy === undefined) return;
    if (dmy === undefined) this.#rule('dmy', line, cell);
    if (mdy === undefined) this.#rule('mdy', line, cell);
    // With points between them, the day comes first wherever such dates are written.
    if (dmy !== mdy && !figures.hasPoints) this.#doubtful ??= cell.trim();
  }

  #rule(order: DateOrder, line: number, cell: string): void {
    if (!this.#against.has(order)) this.#against.set(order, { line, cell: cell.trim() });
  }

  /** The order, or what is wrong with the column as the end of a sentence, with what to type. */
  settle(): { readonly order: DateOrder } | { readonly problem: string; readonly hint: string } {
    const [dmy, mdy] = [this.#against.get('dmy'), this.#against.get('mdy')];
    if (dmy !== undefined && mdy !== undefined)
      return {
        problem: `has the day first in line ${mdy.line} (${mdy.cell}), and the month first in line ${dmy.line} (${dmy.cell})`,
        hint: 'write all of them in one way',
      };
    if (dmy !== undefined) return { order: 'mdy' };
    if (mdy !== undefined || this.#doubtful === undefined) return { order: 'dmy' };
    return {
      problem: `could have the day first or the month: ${this.#doubtful}, and no row decides it`,
      hint: 'say which: --dates dmy, or --dates mdy',
    };
  }
}

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d\d)(?::\d\d(?:[.,]\d+)?)? ?([ap]\.?m\.?)?.*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)$/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?Z?)?$/;
const FIGURES = new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})${TIME}$`, 'i');
const NAMED_DAY_FIRST = new RegExp(
  String.raw`^(?:\p{L}+\.?,? +)?(\d{1,2})(?:\.|st|nd|rd|th)?[ -]+(\p{L}+)\.?,?[ -]+(\d{4}|\d{2})${TIME}$`,
  'iu',
);
const NAMED_MONTH_FIRST = new RegExp(
  String.raw`^(?:\p{L}+\.?, +)?(\p{L}+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})${TIME}$`,
  'iu',
);

/** Reads a date whose figures stand in this order; undefined where it is none, or does not exist. */
export function readDateCell(given: string, order: DateOrder): DateCell | undefined {
  const cell = given.trim();
  const figures = figuresIn(cell);
  if (figures !== undefined) return dated(ordered(figures, order), figures.time);
  const [, year, , month, dayOfMonth, ...time] = YEAR_FIRST.exec(cell) ?? [];
  if (year !== undefined) {
    const day = dayOf(year, month, dayOfMonth);
    return (day === undefined ? undefined : hereOf(cell)) ?? dated(day, clock(time));
  }
  const compact = COMPACT.exec(cell);
  if (compact !== null)
    return dated(dayOf(compact[1], compact[2], compact[3]), clock(compact.slice(4)));
  return readNamed(cell);
}

/** `2026-11-02T23:30:00.000Z` on the clock of here; midnight there is how programs write a day. */
function hereOf(cell: string): DateCell | undefined {
  const [, date, time, zone] = INSTANT.exec(cell) ?? [];
  if (zone === undefined || time === undefined || time.startsWith('00:00')) return undefined;
  const local = localTime(Date.parse(`${date}T${time}${zone.replace(/^([+-]\d\d):?/, '$1:')}`));
  return local === undefined ? undefined : dated(local.on, unlessMidnight(local.time));
}

function readNamed(cell: string): DateCell | undefined {
  const [, day, month, year, ...time] = NAMED_DAY_FIRST.exec(cell) ?? [];
  if (day !== undefined) return dated(dayOf(year, monthOf(month), day), clock(time));
  const [, name, dayOfMonth, full, ...rest] = NAMED_MONTH_FIRST.exec(cell) ?? [];
  return name === undefined
    ? undefined
    : dated(dayOf(full, monthOf(name), dayOfMonth), clock(rest));
}

function figuresIn(cell: string): Figures | undefined {
  const [, first, mark, second, third, ...time] = FIGURES.exec(cell) ?? [];
  if (first === undefined || third === undefined) return undefined;
  return {
    parts: [Number(first), Number(second), Number(third)],
    yearDigits: third.length,
    hasPoints: mark === '.',
    time: clock(time),
  };
}

function ordered({ parts: [a, b, c], yearDigits }: Figures, order: DateOrder): Day | undefined {
  if (order === 'ymd') return yearDigits === 2 ? civilDay(fullYear(a), b, c) : undefined;
  const year = yearDigits === 2 ? fullYear(c) : c;
  return order === 'dmy' ? civilDay(year, b, a) : civilDay(year, a, b);
}

const fullYear = (year: number): number => (year >= LAST_CENTURY ? 1900 : 2000) + year;

function dayOf(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): Day | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const full = year.length === 2 ? fullYear(Number(year)) : Number(year);
  return civilDay(full, Number(month), Number(day));
}

const dated = (day: Day | undefined, time: string | undefined): DateCell | undefined =>
  day === undefined ? undefined : { day, ...(time === undefined ? {} : { time }) };

/** The time of day of a date, where it is more than the midnight that programs write for none. */
function clock([hours, minutes, half]: readonly (string | undefined)[]): string | undefined {
  if (hours === undefined || minutes === undefined) return undefined;
  const time = timeOf(Number(hours), Number(minutes), half);
  return time === undefined ? undefined : unlessMidnight(time);
}

const unlessMidnight = (time: string): string | undefined => (time === '00:00' ? undefined : time);

const TIME_CELL = /^(\d{1,2})[:.h](\d\d)(?::\d\d)?(?: ?([ap]\.?m\.?))?(?: Uhr)?$/i;

/** `14:30`, `2:30 PM`, `14.30 Uhr`, as HH:MM. */
export function readTimeCell(cell: string): string | undefined {
  const [, hours, minutes, half] = TIME_CELL.exec(cell.trim()) ?? [];
  return hours === undefined ? undefined : timeOf(Number(hours), Number(minutes), half);
}

function timeOf(given: number, minutes: number, half: string | undefined): string | undefined {
  if (half !== undefined && (given < 1 || given > 12)) return undefined;
  const hours = half === undefined ? given : (given % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** First three letters, without accents, in English, German, French and Spanish; `juin` and `juil` need four. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan jaen ene',
    'feb fev',
    'mar maer mrz',
    'apr avr abr',
    'may mai',
    'jun juin',
    'jul juil',
    'aug aou ago',
    'sep set',
    'oct okt',
    'nov',
    'dec dez dic',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

function monthOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return MONTHS.get(plain.slice(0, 4)) ?? MONTHS.get(plain.slice(0, 3));
}
