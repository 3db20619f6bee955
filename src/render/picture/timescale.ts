import { addDays, type Day, nextMonth, spokenMonth, WEEK } from '../../journal/days.ts';

/** Days laid out in columns. */
export interface Timescale {
  readonly from: Day;
  readonly to: Day;
  readonly columns: number;
  /** The column of a day; undefined where it lies outside. */
  readonly at: (day: Day) => number | undefined;
}

/** The last weeks up to `to`, as many as there is room for, two columns to a week where all of them have room. */
export function timescale(to: Day, weeks: number, room: number): Timescale {
  const shown = Math.max(1, Math.min(weeks, room));
  const columns = 2 * weeks <= room ? 2 * weeks : shown;
  const from = addDays(to, 1 - shown * WEEK);
  return {
    from,
    to,
    columns,
    at: (day) =>
      day < from || day > to ? undefined : Math.floor(((day - from) * columns) / (shown * WEEK)),
  };
}

/** The months above their first days, as far as each has room before the next. */
export function monthNames({ at, columns, from, to }: Timescale): string {
  const starts = [from];
  for (let first = nextMonth(from); first <= to; first = nextMonth(first)) starts.push(first);
  const begins = starts.map((first) => at(first) ?? 0);
  return starts
    .map((first, index) => {
      const width = (begins[index + 1] ?? columns + 1) - (begins[index] ?? 0);
      const name = spokenMonth(first);
      return (name.length < width ? name : '').padEnd(width);
    })
    .join('')
    .trimEnd();
}
