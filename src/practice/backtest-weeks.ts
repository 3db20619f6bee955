import { addDays, type Day, WEEK, weekday } from '../journal/days.ts';
import { isTwoWay, type Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { standingOf } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { Judgement } from '../verdict/judge.ts';
import { judgementsOn, type MedianOn } from '../verdict/track.ts';

const FRIDAY = 5;
const WARN = 2;

/** What could be known of one customer on the evening of a review day. */
export interface Week {
  readonly day: Day;
  readonly verdict: Verdict;
  /** The rules whose level was a warning or worse. */
  readonly warned: ReadonlySet<string>;
  /** Days since both sides last spoke; since the first entry where they never did. */
  readonly silent: number;
}

/** Business that ended: they left, or we ended it. */
export interface End {
  readonly how: 'lost' | 'dropped';
  readonly on: Day;
}

/** Business from its beginning, or from a new start, to its end. */
export interface Stretch {
  readonly customer: string;
  /** The reviews before the end, week by week. */
  readonly weeks: readonly Week[];
  /** Undefined where it goes on. */
  readonly end: End | undefined;
}

/** All Fridays from `first` to `last`, both included. */
export function fridays(first: Day, last: Day): readonly Day[] {
  const days: Day[] = [];
  const begin = addDays(first, (FRIDAY - weekday(first) + WEEK) % WEEK);
  for (let day = begin; day <= last; day = addDays(day, WEEK)) days.push(day);
  return days;
}

/** What ended, each end once: who is lost already cannot be lost again. */
export function endsOf(entries: readonly Recorded[]): readonly End[] {
  return entries.flatMap((entry, index): readonly End[] => {
    if (entry.type !== 'lost' && entry.type !== 'drop') return [];
    const { stage } = standingOf(entries.slice(0, index), entry.on);
    if (stage === 'lost' || stage === 'dropped') return [];
    return [{ how: entry.type === 'lost' ? 'lost' : 'dropped', on: entry.on }];
  });
}

/**
 * The stretches of business with one customer, each with its weekly reviews. A review knows the entries dated by its own
 * day; that of the day of an end knows the end, and so belongs to none.
 */
export function stretchesOf(
  relationship: Relationship,
  days: readonly Day[],
  medianOn: MedianOn,
): readonly Stretch[] {
  const { customer, entries } = relationship;
  const silentOn = silence(entries);
  let weeks = judgementsOn(relationship, days, medianOn).flatMap((judgement) =>
    judgement === null || isOver(judgement) ? [] : [weekOf(judgement, silentOn(judgement.asOf))],
  );
  const ended = endsOf(entries).map((end): Stretch => {
    const before = weeks.filter(({ day }) => day < end.on);
    weeks = weeks.slice(before.length);
    return { customer: customer.name, weeks: before, end };
  });
  return [...ended, { customer: customer.name, weeks, end: undefined }];
}

/** Nothing is left to be lost. */
const isOver = ({ standing: { stage } }: Judgement): boolean =>
  stage === 'lost' || stage === 'dropped';

function weekOf({ asOf, verdict, rules }: Judgement, silent: number): Week {
  const warned = rules.flatMap(({ rule, level }) => ((level ?? 0) >= WARN ? [rule.name] : []));
  return { day: asOf, verdict, warned: new Set(warned), silent };
}

function silence(entries: readonly Recorded[]): (day: Day) => number {
  const spoken = entries.filter(isTwoWay);
  return (day) => {
    const last = until(spoken, day).at(-1) ?? entries[0];
    return last === undefined ? 0 : day - last.on;
  };
}
