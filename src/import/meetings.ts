import { formatDay } from '../journal/days.ts';
import type { Day } from '../journal/days.ts';
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
}

interface MeetingWith {
  readonly customer: string;
  readonly person: string | undefined;
  /** By what they were told: addresses and names. */
  readonly by: readonly string[];
}

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
  if (events.every(({ isCancelled }) => isCancelled)) return [left('cancelled')];
  // Before anything is repeated: most of a calendar is with nobody.
  if (events.every((event) => customersIn(event, reader).length === 0)) {
    const others = events.flatMap((event) => othersIn(event, reader));
    strangers(others.filter((each) => whoIs(each, reader) === undefined));
    return [left(whyNobody(events, others, reader))];
  }
  let occurrences: readonly Occurrence[] | undefined;
  try {
    occurrences = occurrencesOf(series, reader.now, patience);
  } catch {
    return [left('with dates that nobody can read')];
  }
  if (occurrences === undefined) return [left('repeated too often to be a meeting')];
  if (occurrences.length === 0) return [left('still to come')];
  return occurrences.flatMap((occurrence) => meetingOn(occurrence, series, reader));
}

function meetingOn(
  { event, start, isWholeDay, minutes, planned }: Occurrence,
  { line }: Series,
  reader: CalendarReader,
): readonly Found[] {
  const left = (why: string): Found => ({ is: 'left', line, why });
  if (event.isPrivate) return [left('private')];
  if (event.isCancelled) return [left('cancelled')];
  const when = localTime(start);
  if (when === undefined) return [left('before 1970')];
  if (reader.since !== undefined && when.on < reader.since)
    return [left('before the day of --since')];
  if (event.attendees.some(({ address, declined }) => declined && reader.me.has(address)))
    return [left('declined')];
  const customers = customersIn(event, reader);
  if (customers.length === 0) return [left('declined')];
  const found = hashOf(`${event.uid}\n${planned}`);
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

const othersIn = ({ attendees }: CalendarEvent, { me }: CalendarReader): readonly Attendee[] =>
  attendees.filter(({ address }) => !me.has(address));

function whyNobody(
  events: readonly CalendarEvent[],
  others: readonly Attendee[],
  reader: CalendarReader,
): string {
  if (others.some((each) => whoIs(each, reader) !== undefined)) return 'declined';
  const isNamed = events.some(({ title = '' }) => reader.known.namedIn(title).length > 0);
  if (isNamed && reader.titles) return 'a whole day without guests, such as a birthday';
  if (isNamed) return 'with somebody known in the title alone (--titles takes these)';
  return others.length === 0 ? 'with nobody' : 'with nobody who is known here';
}

/** By the address, else by the whole name. */
const whoIs = ({ name, address }: Attendee, { known }: CalendarReader): Correspondent | undefined =>
  known.byAddress(address) ?? (name === undefined ? undefined : known.byName(name));

/** The customers who were there, each once. Whoever declined was not. */
function customersIn(event: CalendarEvent, reader: CalendarReader): readonly MeetingWith[] {
  const found = new Map<string, MeetingWith>();
  for (const each of othersIn(event, reader)) {
    const { name = '', address, declined } = each;
    const who = whoIs(each, reader);
    if (who === undefined || declined) continue;
    const before = found.get(who.customer);
    found.set(who.customer, {
      customer: who.customer,
      person: before === undefined ? (who.person ?? nameOf({ name, address })) : before.person,
      by: [...(before?.by ?? []), address === '' ? name : address],
    });
  }
  // A whole day with a name in its title is a birthday or a holiday, and no meeting.
  if (found.size > 0 || !reader.titles || event.isWholeDay) return [...found.values()];
  return reader.known
    .namedIn(event.title ?? '')
    .map(({ customer, person, said }) => ({ customer, person, by: [said] }));
}
