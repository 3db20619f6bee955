import type { Span } from '../../journal/away.ts';
import type { Chronicle } from '../../journal/chronicle.ts';
import { addDays, type Day, nextMonth } from '../../journal/days.ts';
import { effortBetween } from '../../journal/effort.ts';
import { isOccasion } from '../../journal/entry.ts';
import { between } from '../../journal/order.ts';
import type { PictureMonth } from '../picture.ts';

/** What went in and came back, month by month. */
export function monthsIn({ from, to }: Span, chronicle: Chronicle): readonly PictureMonth[] {
  const months: PictureMonth[] = [];
  for (let first = from; first <= to;) {
    const next = nextMonth(first);
    const last = Math.min(addDays(next, -1), to) as Day;
    const { income, minutes } = effortBetween(chronicle, first, last);
    const occasions = between(chronicle.shelf(isOccasion), first, last);
    months.push({
      from: first,
      to: last,
      minutes,
      income,
      gave: occasions.flatMap(({ gave = [] }) => gave).length,
      got: occasions.flatMap(({ got = [] }) => got).length,
    });
    first = next;
  }
  return months;
}
