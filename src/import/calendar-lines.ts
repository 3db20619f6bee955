import { textOfBytes } from './byte-lines.ts';

const ZONE_CHANGE = ['dtstart', 'tzoffsetfrom', 'tzoffsetto', 'rrule', 'rdate', 'tzname'];

/** The properties that rel has a use for, by the component where they stand. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  vcalendar: ['method'],
  vevent: [
    'uid',
    'sequence',
    'dtstart',
    'dtend',
    'duration',
    'rrule',
    'rdate',
    'exdate',
    'recurrence-id',
    'summary',
    'status',
    'class',
    'attendee',
    'organizer',
  ],
  vtimezone: ['tzid'],
  standard: ZONE_CHANGE,
  daylight: ZONE_CHANGE,
};

/** A line of a calendar as text; undefined for what is not wanted. */
export function calendarLine(bytes: string, component: string): string | undefined {
  const name = /^\s*([\w-]{1,40})\s*[;:]/.exec(bytes)?.[1]?.toLowerCase();
  const wanted = Object.hasOwn(WANTED, component) ? WANTED[component] : undefined;
  // A line without a name is given to the reader, who says that it is none.
  if (wanted === undefined || (name !== undefined && !wanted.includes(name))) return undefined;
  return textOfBytes(bytes).trimStart();
}
