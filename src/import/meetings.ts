import { formatDay } from '../journal/days.ts';
import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Attendee, CalendarEvent, Series } from './calendar.ts';
import { foundAs } from './clean.ts';
import type { Correspondent, Correspondents } from './correspondents.ts';
import type { Found } from './found.ts';
import { type FoundBefore, hashOf, keyOf } from './found-before.ts';
import { localTime } from './local-time.ts';
import { nameOf } from './mail-found.ts';
import { type Occurrence, occurrencesOf, type Patience } from './occurrences.ts';
import { sourced } from './sourced.ts';

export const CALENDAR_IMPORTER = 'ics';

/** Whose calendar it is, whom it is read for, and when. */
export interface CalendarReader {
  /** The user's own addresses, in small letters. */
  readonly me: ReadonlySet<string>;
  readonly known: Correspondents;
  /** In milliseconds since 1970: what had not begun by then is only planned. */
  readonly now: number;
  readonly since: Day | undefined;
  /** Whoever is named in the title was there, too. */
  readonly titles: boolean;
  readonly before: FoundBefore;
  /** Hears of each meeting that came in before, and of which the calendar says something else by now. */
  readonly changed: (change: ChangedMeeting) => void;
}

/** A meeting that came in before; its entry stays as it is. */
export interface ChangedMeeting {
  /** Where it stands in the file. */
  readonly line: number;
  readonly entry: Recorded;
  /** When it is by now; undefined where it was called off, or declined. */
  readonly moved: MovedTo | undefined;
}

interface MovedTo {
  readonly on: Day;
  /** Undefined for a whole day. */
  readonly time: string | undefined;
  readonly isAhead: boolean;
}

interface MeetingWith {
  readonly customer: string;
  readonly person: string | undefined;
  /** By what they were told: addresses and names. */
  readonly by: readonly string[];
}

const DECLINED = 'declined';

/** Repetitions in all of a file, which take about a second. */
const MOST_STEPS = 300_000;

/** What the events of a calendar are in the journal. @param strangers is told whose addresses are unknown */
export function* meetingsOf(
  series: readonly Series[],
  reader: CalendarReader,
  strangers: (attendees: readonly Attendee[]) => void,
): Generator<Found> {
  const patience = { steps: MOST_STEPS };
  for (const each of series) yield* meetingsIn(each, reader, patience, strangers);
}

function meetingsIn(
  series: Series,
  reader: CalendarReader,
  patience: Patience,
  strangers: (attendees: readonly Attendee[]) => void,
): readonly Found[] {
  const { line } = series;
  const left = (why: string): Found => ({ is: 'left', line, why });
  const events = [...(series.event === undefined ? [] : [series.event]), ...series.instead];
  if (events.every(({ isPrivate }) => isPrivate)) return [left('private')];
  if (events.every(({ isCancelled }) => isCancelled)) {
    tellAllGone(series, reader, patience);
    return [left('cancelled')];
  }
  // Before anything is repeated: most of a calendar is with nobody.
  if (events.every((event) => customersIn(event, reader).length === 0)) {
    const others = events.flatMap((event) => othersIn(event, reader));
    strangers(others.filter((each) => whoIs(each, reader) === undefined));
    const why = whyNobody(events, others, reader);
    if (why === DECLINED) tellAllGone(series, reader, patience);
    return [left(why)];
  }
  const all = timesOf(series, reader, patience);
  if (typeof all === 'string') return [left(all)];
  const begun: Found[] = [];
  for (const each of all) {
    if (each.start <= reader.now) begun.push(...meetingOn(each, series, reader));
    else tellMoved(each, customersIn(each.event, reader), series, reader);
  }
  return begun.length === 0 ? [left('still to come')] : begun;
}

/** When it takes place, or why nobody can tell. */
function timesOf(
  series: Series,
  { now }: CalendarReader,
  patience: Patience,
): readonly Occurrence[] | string {
  try {
    return occurrencesOf(series, now, patience) ?? 'repeated too often to be a meeting';
  } catch {
    return 'with dates that nobody can read';
  }
}

function meetingOn(
  occurrence: Occurrence,
  series: Series,
  reader: CalendarReader,
): readonly Found[] {
  const { event, start, isWholeDay, minutes } = occurrence;
  const { line } = series;
  const left = (why: string): Found => ({ is: 'left', line, why });
  if (event.isPrivate) return [left('private')];
  const when = localTime(start);
  if (when === undefined) return [left('before 1970')];
  if (reader.since !== undefined && when.on < reader.since)
    return [left('before the day of --since')];
  const customers = customersIn(event, reader);
  if (event.isCancelled || customers.length === 0 || isMineDeclined(event, reader)) {
    tellGone(occurrence, series, reader);
    return [left(event.isCancelled ? 'cancelled' : DECLINED)];
  }
  tellMoved(occurrence, customers, series, reader);
  const found = hashIn(occurrence);
  return customers.map(({ customer, person, by }) => {
    const entry = reader.before.find(found, by);
    if (entry !== undefined) return { is: 'entry', entry, line };
    return foundAs(
      {
        type: 'spoke',
        customer,
        on: formatDay(when.on),
        ...(isWholeDay ? { tags: ['whole-day'] } : { time: when.time, offset: when.offset }),
        channel: 'meeting',
        ...(person === undefined ? {} : { person }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(event.title === undefined ? {} : { note: event.title }),
        ...sourced(CALENDAR_IMPORTER, keyOf(found, by[0] ?? customer)),
      },
      line,
    );
  });
}

const hashIn = ({ event, planned }: Occurrence): string => hashOf(`${event.uid}\n${planned}`);

const isMineDeclined = ({ attendees }: CalendarEvent, { me }: CalendarReader): boolean =>
  attendees.some(({ address, declined }) => declined && me.has(address));

/** Only what came in before can have changed, and to repeat a series takes its time. */
function tellAllGone(series: Series, reader: CalendarReader, patience: Patience): void {
  const all = reader.before.all.length === 0 ? [] : timesOf(series, reader, patience);
  if (typeof all !== 'string') for (const each of all) tellGone(each, series, reader);
}

/** Tells of entries of a meeting that did not take place. What calls one off may name nobody. */
function tellGone(occurrence: Occurrence, { event, line }: Series, reader: CalendarReader): void {
  const found = hashIn(occurrence);
  const events = new Set([occurrence.event, ...(event === undefined ? [] : [event])]);
  const guests = [...events].flatMap((each) => customersIn(each, reader, 'all'));
  const entries = new Set(guests.flatMap(({ by }) => reader.before.find(found, by) ?? []));
  for (const entry of entries) reader.changed({ line, entry, moved: undefined });
}

/** Tells of entries of a meeting that is at another time by now. */
function tellMoved(
  occurrence: Occurrence,
  customers: readonly MeetingWith[],
  { line }: Series,
  reader: CalendarReader,
): void {
  const { isWholeDay, start } = occurrence;
  const when = localTime(start);
  if (when === undefined || reader.before.all.length === 0) return;
  const time = isWholeDay ? undefined : when.time;
  const moved = { on: when.on, time, isAhead: start > reader.now };
  for (const { by } of customers) {
    const entry = reader.before.find(hashIn(occurrence), by);
    if (entry !== undefined && !isThen(entry, occurrence, when.on))
      reader.changed({ line, entry, moved });
  }
}

/** Whether an entry says that time, in whatever zone it was written. */
function isThen({ on, time, offset }: Recorded, { isWholeDay, start }: Occurrence, day: Day) {
  if (isWholeDay || time === undefined || offset === undefined) return on === day;
  return Date.parse(`${formatDay(on)}T${time}${offset}`) === start - (start % MINUTE);
}

const MINUTE = 60_000;

const othersIn = ({ attendees }: CalendarEvent, { me }: CalendarReader): readonly Attendee[] =>
  attendees.filter(({ address }) => !me.has(address));

function whyNobody(
  events: readonly CalendarEvent[],
  others: readonly Attendee[],
  reader: CalendarReader,
): string {
  if (others.some((each) => whoIs(each, reader) !== undefined)) return DECLINED;
  const isNamed = events.some(({ title = '' }) => reader.known.namedIn(title).length > 0);
  if (isNamed && reader.titles) return 'a whole day without guests, such as a birthday';
  if (isNamed) return 'with somebody known in the title alone (--titles takes these)';
  return others.length === 0 ? 'with nobody' : 'with nobody who is known here';
}

/** By the address, else by the whole name. */
const whoIs = ({ name, address }: Attendee, { known }: CalendarReader): Correspondent | undefined =>
  known.byAddress(address) ?? (name === undefined ? undefined : known.byName(name));

/** The customers who were there, each once. Whoever declined was not, unless all who were invited are asked for. */
function customersIn(
  event: CalendarEvent,
  reader: CalendarReader,
  who: 'there' | 'all' = 'there',
): readonly MeetingWith[] {
  const found = new Map<string, MeetingWith>();
  for (const each of othersIn(event, reader)) {
    const { name = '', address, declined } = each;
    const known = whoIs(each, reader);
    if (known === undefined || (declined && who === 'there')) continue;
    const before = found.get(known.customer);
    found.set(known.customer, {
      customer: known.customer,
      person: before === undefined ? (known.person ?? nameOf({ name, address })) : before.person,
      by: [...(before?.by ?? []), address === '' ? name : address],
    });
  }
  // A whole day with a name in its title is a birthday or a holiday, and no meeting.
  if (found.size > 0 || !reader.titles || event.isWholeDay) return [...found.values()];
  return reader.known
    .namedIn(event.title ?? '')
    .map(({ customer, person, said }) => ({ customer, person, by: [said] }));
}
