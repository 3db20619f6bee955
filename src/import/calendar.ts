import type { Component, Property } from 'ical.js';
import type { ByteLine } from './byte-lines.ts';
import { calendarLine } from './calendar-lines.ts';
import { cleanName } from './clean.ts';
import { strangeZone } from './event-times.ts';
import {
  componentsIn,
  type IcalLibrary,
  type JComponent,
  type ReadComponent,
} from './components.ts';

export interface Attendee {
  readonly name: string | undefined;
  /** In small letters; empty where there is none. */
  readonly address: string;
  readonly declined: boolean;
}

/** An event of a calendar, not yet repeated. */
export interface CalendarEvent {
  readonly component: Component;
  readonly uid: string;
  /** The property with the date of the one that this stands for, in a series. */
  readonly standsFor: Property | undefined;
  readonly title: string | undefined;
  /** Whoever is invited, whoever invites first. */
  readonly attendees: readonly Attendee[];
  readonly isWholeDay: boolean;
  readonly isPrivate: boolean;
  readonly isCancelled: boolean;
}

/** An event, those that stand for one of its repetitions, and where it begins in the file. */
export interface Series {
  /** Missing where the file has only single ones of it. */
  readonly event: CalendarEvent | undefined;
  readonly instead: readonly CalendarEvent[];
  readonly line: number;
}

export interface Calendars {
  readonly series: readonly Series[];
  /** How many events there are, those that stand for others included. */
  readonly count: number;
  /** Whether there is a calendar in it, be it empty. */
  readonly holds: boolean;
  readonly bad: readonly number[];
  /** Where a calendar begins that the file does not end. */
  readonly cut: number | undefined;
  /** Zones that nobody knows. */
  readonly strange: ReadonlySet<string>;
}

const MOST_ATTENDEES = 500;

/** All events of a file, by what they are known by. */
export function calendarsIn(lines: Iterable<ByteLine>, ical: IcalLibrary): Calendars {
  const found = new Map<string, CalendarEvent[]>();
  const lineOf = new Map<string, number>();
  const bad: number[] = [];
  const strange = new Set<string>();
  let count = 0;
  let holds = false;
  let cut: number | undefined;
  for (const root of componentsIn(lines, ical, { wanted: calendarLine })) {
    bad.push(...root.bad);
    holds = true;
    if (root.isCut) cut = root.line;
    const begin = linesOf(root);
    for (const [index, event] of eventsOf(root.component, ical).entries()) {
      count += 1;
      const zone = strangeZone(event.component);
      if (zone !== undefined) strange.add(zone);
      const alike = found.get(event.uid);
      if (alike === undefined) found.set(event.uid, [event]);
      else alike.push(event);
      if (!lineOf.has(event.uid)) lineOf.set(event.uid, begin[index] ?? root.line);
    }
  }
  const series = [...found].map(([uid, events]) => ({
    event: latest(events.filter(({ standsFor }) => standsFor === undefined)),
    instead: events.filter(({ standsFor }) => standsFor !== undefined).sort(bySequence),
    line: lineOf.get(uid) ?? 0,
  }));
  return { series, count, holds, bad, cut, strange };
}

/** Where the events of a calendar begin, in their order. */
const linesOf = ({ component, lines }: ReadComponent): readonly number[] =>
  component[2].flatMap((each) => (each[0] === 'vevent' ? (lines.get(each) ?? []) : []));

function eventsOf(
  [name, properties, components]: JComponent,
  ical: IcalLibrary,
): readonly CalendarEvent[] {
  if (name === 'vevent') return [eventOf(new ical.Component([name, properties, []]), false)];
  const parts = components.filter((each) => each[0] === 'vevent' || isZone(each));
  const calendar = new ical.Component([name, properties, parts]);
  const isCancelling = textOf(calendar, 'method').toUpperCase() === 'CANCEL';
  return calendar.getAllSubcomponents('vevent').map((each) => eventOf(each, isCancelling));
}

/** One that has a name, and whose clocks change by a rule that is one of clocks. */
const isZone = ([name, properties, changes]: JComponent): boolean =>
  name === 'vtimezone' &&
  properties.some(([each]) => each === 'tzid') &&
  changes.every(([, each]) => each.every(([what, , , rule]) => what !== 'rrule' || isYearly(rule)));

const isYearly = (rule: unknown): boolean =>
  typeof rule === 'object' && rule !== null && 'freq' in rule && rule.freq === 'YEARLY';

function eventOf(component: Component, isCancelling: boolean): CalendarEvent {
  const title = cleanName(textOf(component, 'summary'));
  const uid = textOf(component, 'uid');
  const invited = [
    ...component.getAllProperties('organizer'),
    ...component.getAllProperties('attendee').slice(0, MOST_ATTENDEES),
  ];
  return {
    component,
    // What has no name is known by what it says.
    uid: uid === '' ? JSON.stringify([title, startText(component)]) : uid,
    standsFor: component.getFirstProperty('recurrence-id') ?? undefined,
    title,
    attendees: invited.flatMap((each) => attendeeOf(each) ?? []),
    isWholeDay: component.getFirstProperty('dtstart')?.type === 'date',
    isPrivate: /^(private|confidential)$/i.test(textOf(component, 'class')),
    isCancelled:
      isCancelling ||
      /^cancelled$/i.test(textOf(component, 'status')) ||
      CALLED_OFF.test(title ?? ''),
  };
}

/** What Outlook writes before the title of a meeting that was called off, and often nothing else. */
const CALLED_OFF = /^(cancell?ed|abgesagt|annul[ée]|cancelad[ao]|annullat[ao]|geannuleerd)\s*:/i;

const startText = (component: Component): string => {
  const start = component.getFirstProperty('dtstart');
  return start === null ? '' : JSON.stringify(start.toJSON());
};

function attendeeOf(property: Property): Attendee | undefined {
  const parameter = (name: string): string => {
    const given = property.getParameter(name);
    return typeof given === 'string' ? given : '';
  };
  if (/^(resource|room)$/i.test(parameter('cutype'))) return undefined;
  const value = valueOf(property);
  const address =
    /^(?:mailto:)?([^\s<>]{1,128}@[^\s<>@]{1,255})$/i.exec(value.trim())?.[1] ?? parameter('email');
  return {
    name: cleanName(parameter('cn').replace(/^["']+|["']+$/g, '')),
    address: address.toLowerCase(),
    declined: /^declined$/i.test(parameter('partstat')),
  };
}

function textOf(component: Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property === null ? '' : valueOf(property).trim();
}

function valueOf(property: Property): string {
  const value = property.getFirstValue();
  return typeof value === 'string' ? value : '';
}

const sequenceOf = ({ component }: CalendarEvent): number => {
  const value = component.getFirstProperty('sequence')?.getFirstValue();
  return typeof value === 'number' ? value : 0;
};

const bySequence = (a: CalendarEvent, b: CalendarEvent): number => sequenceOf(a) - sequenceOf(b);

/** Of several versions of one event, the last one. */
const latest = (events: readonly CalendarEvent[]): CalendarEvent | undefined =>
  [...events].sort(bySequence).at(-1);
