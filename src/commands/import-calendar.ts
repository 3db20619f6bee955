import { byteLines } from '../import/byte-lines.ts';
import { calendarsIn } from '../import/calendar.ts';
import { loadIcal } from '../import/components.ts';
import { CONTENT_LIMIT } from '../import/content-lines.ts';
import { correspondentsOf } from '../import/correspondents.ts';
import type { Reading } from '../import/found.ts';
import { CALENDAR_IMPORTER, type ChangedMeeting, meetingsOf } from '../import/meetings.ts';
import { counted } from '../journal/counted.ts';
import { formatDay, spokenDay } from '../journal/days.ts';
import { visible } from '../render/visible.ts';
import { UnknownAddresses } from './import-addresses.ts';
import { type Given, known, mineAndBefore, refuseOther, sinceOption } from './import-format.ts';
import { cutOff, unreadLines } from './import-told-lines.ts';

/** A calendar: who was met, and when. */
export async function readCalendar(given: Given): Promise<Reading> {
  const { world, source, options } = given;
  const lines = world.counted(byteLines(source.pieces(), CONTENT_LIMIT), 'lines read');
  const { series, count, holds, bad, cut, strange } = calendarsIn(lines, await loadIcal());
  if (!holds) refuseOther(given, 'calendar', 'export the calendar as iCalendar (.ics)');
  const { customers, people } = known(given);
  const { me, before } = mineAndBefore(given, CALENDAR_IMPORTER);
  const unknown = new UnknownAddresses(customers);
  const changed: ChangedMeeting[] = [];
  const reader = {
    me,
    before,
    known: correspondentsOf(customers, people),
    now: world.clock.now().getTime(),
    since: sinceOption(given),
    titles: options.titles === true,
    changed: (change: ChangedMeeting) => changed.push(change),
  };
  return {
    found: meetingsOf(series, reader, (attendees) =>
      unknown.add(attendees.map(({ name = '', address }) => ({ name, address }))),
    ),
    newCustomers: 'refuse',
    notices: () => [
      `read ${counted(count, 'event')}`,
      ...unreadLines(bad),
      ...cutOff('calendar', cut),
      ...strangeZones(strange),
      ...changedSince(changed),
      ...unknown.told(),
    ],
  };
}

const ZONES_TOLD = 5;

function strangeZones(strange: ReadonlySet<string>): readonly string[] {
  if (strange.size === 0) return [];
  const told = [...strange].slice(0, ZONES_TOLD).map((zone) => `“${visible(zone)}”`);
  const more = strange.size > told.length ? `, and ${strange.size - told.length} more` : '';
  return [`times are taken for yours where nobody knows the zone: ${told.join(', ')}${more}`];
}

const CHANGES_TOLD = 8;

/** What the calendar says otherwise by now, each with what makes the journal say it, too. */
function changedSince(changed: readonly ChangedMeeting[]): readonly string[] {
  const told = changed.slice(0, CHANGES_TOLD).map(({ line, entry, moved }) => {
    const { customer, on, seq } = entry;
    const which = `line ${line}: #${seq}, ${visible(customer)}, ${spokenDay(on)}`;
    const gone = `if it did not take place: rel delete ${seq}`;
    if (moved === undefined) return `${which}, was called off since, and stays; ${gone}`;
    const [clock, at] =
      moved.time === undefined ? ['', ''] : [` at ${moved.time}`, ` at:${moved.time}`];
    const then = moved.isAhead ? gone : `to follow: rel edit ${seq} on:${formatDay(moved.on)}${at}`;
    return `${which}, was moved to ${spokenDay(moved.on)}${clock} since, and stays; ${then}`;
  });
  const more = changed.length - told.length;
  return more > 0 ? [...told, `and ${more} more that were called off or moved`] : told;
}
