import type { Component, Duration, Period, Property, Time } from 'ical.js';
import { instantHere, instantIn, isZoneKnown, type WallClock } from './zone-time.ts';

/** A time of a calendar, with the name of the zone that is written beside it. */
export interface Zoned {
  readonly time: Time;
  readonly zone: string | undefined;
}

const MS = 1000;
const FLOATING = 'floating';

/** The times of all properties of this name. Throws where one of them is none. */
export const timesOf = (component: Component, name: string): readonly Zoned[] =>
  component.getAllProperties(name).flatMap(timesIn);

/** The times in one property; of a span its beginning. */
export function timesIn(property: Property): readonly Zoned[] {
  const zone = property.getParameter('tzid');
  return property.getValues().map((value) => ({
    time: timeIn(value),
    zone: typeof zone === 'string' ? zone : undefined,
  }));
}

function timeIn(value: unknown): Time {
  if (isLike<Period>(value, 'start')) return timeIn(value.start);
  if (isLike<Time>(value, 'isDate')) return value;
  throw new Error('not a time');
}

/** Whether it is what the library makes of such a value. */
export const isLike = <T extends object>(value: unknown, field: keyof T & string): value is T =>
  typeof value === 'object' && value !== null && field in value;

/** In milliseconds since 1970; of a day without an hour, its beginning here. */
export function instantOf({ time, zone }: Zoned): number {
  if (!time.isDate && time.zone !== null && time.zone.tzid !== FLOATING)
    return time.toUnixTime() * MS;
  const clock: WallClock = time;
  const named = time.isDate || zone === undefined ? undefined : instantIn(zone, clock);
  return named ?? instantHere(clock);
}

/** The zone in which an event begins, where nobody knows it and its times are taken for those of here. */
export function strangeZone(component: Component): string | undefined {
  const start = component.getFirstProperty('dtstart');
  const zone = start?.getParameter('tzid');
  if (start === null || typeof zone !== 'string' || isZoneKnown(zone)) return undefined;
  const value = start.getFirstValue();
  const isFloating =
    isLike<Time>(value, 'isDate') && !value.isDate && value.zone?.tzid === FLOATING;
  return isFloating ? zone : undefined;
}

/** How long an event takes, in minutes; undefined where nobody says. */
export function minutesOf(component: Component): number | undefined {
  const [start] = timesOf(component, 'dtstart');
  const [end] = timesOf(component, 'dtend');
  if (start !== undefined && end !== undefined)
    return Math.round((instantOf(end) - instantOf(start)) / (60 * MS));
  const duration = component.getFirstProperty('duration')?.getFirstValue();
  return isLike<Duration>(duration, 'toSeconds')
    ? Math.round(duration.toSeconds() / 60)
    : undefined;
}
