import type { Component, Recur } from 'ical.js';
import type { CalendarEvent, Series } from './calendar.ts';
import { instantOf, isLike, minutesOf, timesIn, timesOf, type Zoned } from './event-times.ts';

/** One time at which an event takes place. */
export interface Occurrence {
  readonly event: CalendarEvent;
  /** In milliseconds since 1970; of a whole day, its beginning here. */
  readonly start: number;
  readonly isWholeDay: boolean;
  /** Undefined where nobody says how long it takes. */
  readonly minutes: number | undefined;
  /** Which of a series it is: when it was planned for. Empty where it is the only one. */
  readonly planned: string;
}

/** How many steps may still be made in all series together: a file must not keep anybody waiting for ever. */
export interface Patience {
  steps: number;
}

/** Of one series: a meeting on each day of 27 years. */
const MOST_STEPS = 10_000;
/** Looks at days that are none of a rule's, in one series. */
const MOST_LOOKS = 50_000;
/** Of one event; a calendar writes one. */
const MOST_RULES = 20;
/** What it takes to begin with a rule; one by years is looked at for thousands of them before its first step. */
const STEPS_TO_BEGIN = 50;
const STEPS_TO_BEGIN_YEARS = 1000;
/** What repeats more often than daily is no meeting. */
const MEETS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const MINUTES_PER_DAY = 1440;

/**
 * All times at which an event takes place: of a series those that have begun by `now`, and single ones whenever they
 * begin; undefined where it repeats too often to be a meeting. Throws where its dates cannot be read.
 */
export function occurrencesOf(
  { event, instead }: Series,
  now: number,
  patience: Patience,
): readonly Occurrence[] | undefined {
  const found = new Map<string, Occurrence>();
  if (event !== undefined) {
    const times = plannedTimes(event.component, now, patience);
    if (times === undefined) return undefined;
    const isAlone = !isSeries(event.component) && instead.length === 0;
    for (const time of times) {
      const planned = isAlone ? '' : plannedFor(time);
      found.set(planned, occurrenceOf(event, time, planned));
    }
  }
  for (const each of instead) {
    const [time] = timesOf(each.component, 'dtstart');
    const [original] = each.standsFor === undefined ? [] : timesIn(each.standsFor);
    if (time === undefined || original === undefined) throw new Error('no beginning');
    const planned = plannedFor(original);
    found.set(planned, occurrenceOf(each, time, planned));
  }
  return [...found.values()];
}

/** The same for one time, in whatever zone it is written. */
const plannedFor = (zoned: Zoned): string =>
  zoned.time.isDate
    ? [zoned.time.year, zoned.time.month, zoned.time.day].join('-')
    : String(instantOf(zoned));

const isSeries = (component: Component): boolean =>
  component.hasProperty('rrule') || component.hasProperty('rdate');

function plannedTimes(
  component: Component,
  now: number,
  patience: Patience,
): readonly Zoned[] | undefined {
  const [start] = timesOf(component, 'dtstart');
  if (start === undefined) throw new Error('no beginning');
  if (!isSeries(component)) return [start];
  const times = new Map<string, Zoned>();
  const rules = component.getAllProperties('rrule').map((each) => each.getFirstValue());
  if (rules.length > MOST_RULES) return undefined;
  if (rules.length === 0) times.set(plannedFor(start), start);
  for (const rule of rules) {
    const repeated = isLike<Recur>(rule, 'freq') ? repeatedBy(rule, start, now, patience) : [];
    if (repeated === undefined) return undefined;
    for (const each of repeated) times.set(plannedFor(each), each);
  }
  for (const each of timesOf(component, 'rdate').slice(0, MOST_STEPS))
    times.set(plannedFor(each), each);
  const excluded = new Set(timesOf(component, 'exdate').map(plannedFor));
  return [...times]
    .filter(([planned, { time }]) => {
      const day = [time.year, time.month, time.day].join('-');
      // A date without a time excludes whatever is on that day.
      return !excluded.has(planned) && !excluded.has(day);
    })
    .map(([, zoned]) => zoned);
}

function repeatedBy(
  rule: Recur,
  { time, zone }: Zoned,
  now: number,
  patience: Patience,
): readonly Zoned[] | undefined {
  patience.steps -= rule.freq === 'YEARLY' ? STEPS_TO_BEGIN_YEARS : STEPS_TO_BEGIN;
  if (!MEETS.includes(rule.freq) || patience.steps < 0) return undefined;
  const iterator = rule.iterator(time);
  const look = iterator.check_contracting_rules.bind(iterator);
  let looks = 0;
  // A rule that no day ever meets would be looked for until the end of time.
  iterator.check_contracting_rules = () => {
    looks += 1;
    patience.steps -= 1;
    if (looks > MOST_LOOKS || patience.steps < 0) throw new Error('no day meets this rule');
    return look();
  };
  const times: Zoned[] = [];
  for (;;) {
    const next = iterator.next();
    if (next === null) return times;
    // The iterator goes on with the same object.
    const each = { time: next.clone(), zone };
    if (instantOf(each) > now) return times;
    times.push(each);
    if (times.length > MOST_STEPS) return undefined;
  }
}

function occurrenceOf(event: CalendarEvent, given: Zoned, planned: string): Occurrence {
  const minutes = given.time.isDate ? undefined : minutesOf(event.component);
  const isWholeDay = given.time.isDate || (minutes ?? 0) >= MINUTES_PER_DAY;
  return {
    event,
    start: instantOf(given),
    isWholeDay,
    minutes: isWholeDay || minutes === undefined || minutes <= 0 ? undefined : minutes,
    planned,
  };
}
