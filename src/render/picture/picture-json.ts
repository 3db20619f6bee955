import { formatDay } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import type { Json } from '../../journal/fields.ts';
import type { Picture, Span } from '../../practice/picture.ts';
import type { Shares } from './bars.ts';

/** What the picture draws, entries by their ids, days in ISO form. */
export const pictureJson = (picture: Picture, shares: Shares): Json => ({
  ...days(picture),
  weeks: picture.weeks.map((week) => ({
    ...days(week),
    verdict: week.verdict,
    out: ids(week.out),
    in: ids(week.in),
  })),
  silences: picture.silences.map((silence) => ({
    ...days(silence),
    days: silence.days,
    open: silence.isOpen,
  })),
  away: picture.away.map(days),
  promises: picture.promises.map(({ by, due, late, settled, standing: { promise, status } }) => ({
    entry: promise.id,
    by,
    kind: promise.kind ?? 'task',
    status,
    due: formatDay(due),
    settled: settled === null ? null : formatDay(settled),
    late,
  })),
  income: picture.income.map(({ amount, id, on, type }) => ({
    entry: id,
    type,
    on: formatDay(on),
    amount: amount ?? null,
  })),
  turns: picture.turns.map(({ entry, isGood, label, on }) => ({
    entry: entry.id,
    on: formatDay(on),
    label,
    good: isGood,
  })),
  answers: picture.answers.map(({ answered, entries, on, recently }) => ({
    on: formatDay(on),
    answered,
    entries: ids(entries),
    recently,
  })),
  usually: picture.usually,
  gave: { count: picture.gave, ...picture.sizes.gave },
  got: { count: picture.got, ...picture.sizes.got },
  year: { ...picture.year, timeShare: shares.time, incomeShare: shares.income },
  months: picture.months.map(({ gave, got, income, minutes, ...month }) => ({
    ...days(month),
    minutes,
    income,
    gave,
    got,
  })),
  moods: picture.moods.map(({ feel, id, on }) => ({ entry: id, on: formatDay(on), feel })),
});

const days = ({ from, to }: Span) => ({ from: formatDay(from), to: formatDay(to) });
const ids = (entries: readonly Recorded[]): readonly string[] => entries.map(({ id }) => id);
