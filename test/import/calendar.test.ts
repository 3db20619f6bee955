import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { byteLines } from '../../src/import/byte-lines.ts';
import { calendarsIn } from '../../src/import/calendar.ts';
import { loadIcal } from '../../src/import/components.ts';
import { CONTENT_LIMIT } from '../../src/import/content-lines.ts';
import { correspondentsOf } from '../../src/import/correspondents.ts';
import type { Found } from '../../src/import/found.ts';
import { foundBefore } from '../../src/import/found-before.ts';
import { type ChangedMeeting, meetingsOf } from '../../src/import/meetings.ts';
import { instantIn, isZoneKnown } from '../../src/import/zone-time.ts';
import type { Recorded } from '../../src/journal/entry.ts';
import { formatDay } from '../../src/journal/days.ts';
import { fileIn, namesIn, withFiles } from './real-files.ts';
import { linear } from './linear.ts';

const ical = await loadIcal();
const NOW = Date.UTC(2026, 10, 16, 18);
const DANA = 'ATTENDEE;CN=Dana:mailto:dana@brazos.test';

const calendars = (text: string | Buffer) =>
  calendarsIn(byteLines([Buffer.from(text)], CONTENT_LIMIT), ical);
const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT', ''].join('\r\n');

function found(
  text: string | Buffer,
  before: readonly Recorded[] = [],
  titles = false,
  changes: ChangedMeeting[] = [],
): readonly Found[] {
  const people = [{ customer: 'Brazos', name: 'Dana Whitfield', email: 'dana@brazos.test' }];
  const reader = {
    me: new Set(['me@seller.test']),
    known: correspondentsOf([{ name: 'Brazos' }], people),
    now: NOW,
    since: undefined,
    titles,
    before: foundBefore(before, 'ics'),
    changed: (change: ChangedMeeting) => changes.push(change),
  };
  return [...meetingsOf(calendars(text).series, reader, () => undefined)];
}
const entriesIn = (all: readonly Found[]) =>
  all.flatMap((each) => (each.is === 'entry' ? [each.entry] : []));
const days = (...lines: readonly string[]): readonly string[] =>
  entriesIn(found(event(...lines, DANA))).map(({ on }) => formatDay(on));
const why = (...lines: readonly string[]) =>
  found(event(...lines)).map((each) => (each.is === 'left' ? each.why : each.is));

describe('a meeting', () => {
  test.each([
    [['DTSTART:20261102T100000Z'], ['2026-11-02']],
    [
      ['DTSTART:20261102T100000Z', 'RRULE:FREQ=DAILY;COUNT=3'],
      ['2026-11-02', '2026-11-03', '2026-11-04'],
    ],
    [
      ['DTSTART:20261102T100000Z', 'RRULE:FREQ=WEEKLY'],
      ['2026-11-02', '2026-11-09', '2026-11-16'],
    ],
    [
      ['DTSTART:20261102T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20261103T100000Z'],
      ['2026-11-02', '2026-11-04'],
    ],
    [
      ['DTSTART:20261102T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261103'],
      ['2026-11-02', '2026-11-04'],
    ],
    [
      ['DTSTART:20261102T100000Z', 'RDATE:20261105T100000Z,20261106T100000Z'],
      ['2026-11-02', '2026-11-05', '2026-11-06'],
    ],
    [['DTSTART;VALUE=DATE:20261102', 'RRULE:FREQ=MONTHLY;UNTIL=20261231'], ['2026-11-02']],
    [['DTSTART;TZID=America/New_York:20261102T050000'], ['2026-11-02']],
    [['DTSTART;TZID=Nowhere At All:20261102T090000'], ['2026-11-02']],
    [['DTSTART;VALUE=DATE:16041102', 'RRULE:FREQ=YEARLY;UNTIL=19700101'], []],
  ])('%j was on %j', (lines, expected) => expect(days(...lines)).toEqual(expected));

  test('that was moved is where it was moved to, and one that is called off is nowhere', () => {
    const text = [
      event('DTSTART:20261102T100000Z', 'RRULE:FREQ=DAILY;COUNT=3', DANA),
      event('RECURRENCE-ID:20261103T100000Z', 'DTSTART:20261107T100000Z', DANA),
      event(
        'RECURRENCE-ID;TZID=Europe/Berlin:20261104T110000',
        'DTSTART:20261104T100000Z',
        'STATUS:CANCELLED',
        DANA,
      ),
    ];
    const on = (entries: ReturnType<typeof entriesIn>) =>
      entries.map((each) => formatDay(each.on)).sort();
    expect(on(entriesIn(found(text.join(''))))).toEqual(['2026-11-02', '2026-11-07']);
    expect(on(entriesIn(found(text.reverse().join(''))))).toEqual(['2026-11-02', '2026-11-07']);
  });

  test.each([
    ['moved within the day', ['DTSTART:20261103T123000Z', DANA], { isAhead: false }],
    ['moved into the time to come', ['DTSTART:20261203T100000Z', DANA], { isAhead: true }],
    ['called off', ['DTSTART:20261103T100000Z', 'STATUS:CANCELLED', DANA], undefined],
    [
      'declined by the only guest',
      ['DTSTART:20261103T100000Z', DANA.replace(':', ';PARTSTAT=DECLINED:')],
      undefined,
    ],
    [
      'declined by the user',
      ['DTSTART:20261103T100000Z', DANA, 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@seller.test'],
      undefined,
    ],
    [
      'one of a series, called off without naming anybody',
      ['RECURRENCE-ID:20261103T100000Z', 'DTSTART:20261103T100000Z', 'STATUS:CANCELLED'],
      undefined,
    ],
  ] as const)('that came in before and was %s since is told', (what, lines, moved) => {
    const series = event('DTSTART:20261103T100000Z', 'RRULE:FREQ=DAILY;COUNT=2', DANA);
    const first = what.startsWith('one') ? series : event('DTSTART:20261103T100000Z', DANA);
    const before = entriesIn(found(first)).map((each, at) => ({ ...each, seq: at + 1 }));
    const changes: ChangedMeeting[] = [];
    found(first, before, false, changes);
    expect(changes).toEqual([]);
    found(
      what.startsWith('one') ? series + event(...lines) : event(...lines),
      before,
      false,
      changes,
    );
    expect(changes).toMatchObject([{ line: 1, entry: { seq: 1 }, moved }]);
  });

  test('has its length, unless it fills days', () => {
    const [hour] = entriesIn(found(event('DTSTART:20261102T100000Z', 'DURATION:PT45M', DANA)));
    expect(hour).toMatchObject({
      type: 'spoke',
      channel: 'meeting',
      minutes: 45,
      person: 'Dana Whitfield',
    });
    const [fair] = entriesIn(
      found(event('DTSTART:20261102T100000Z', 'DTEND:20261104T100000Z', DANA)),
    );
    expect(fair).toMatchObject({ tags: ['whole-day'] });
    expect(fair).not.toHaveProperty('minutes');
    const [day] = entriesIn(found(event('DTSTART;VALUE=DATE:20261102', DANA)));
    expect(day).toMatchObject({ tags: ['whole-day'] });
    expect(day).not.toHaveProperty('time');
  });

  test.each([
    [['DTSTART:20261102T100000Z', 'CLASS:CONFIDENTIAL', DANA], ['private']],
    [['DTSTART:20261102T100000Z', 'STATUS:CANCELLED', DANA], ['cancelled']],
    [['DTSTART:20261102T100000Z', 'SUMMARY:Abgesagt: Ramp', DANA], ['cancelled']],
    [['DTSTART:20261202T100000Z', DANA], ['still to come']],
    [['DTSTART:20261116T190000Z', DANA], ['still to come']],
    [
      ['DTSTART:20261102T100000Z', 'ATTENDEE;PARTSTAT=DECLINED:mailto:dana@brazos.test'],
      ['declined'],
    ],
    [
      ['DTSTART:20261102T100000Z', DANA, 'ATTENDEE;PARTSTAT=DECLINED:MAILTO:me@seller.test'],
      ['declined'],
    ],
    [['DTSTART:20261102T100000Z', 'ATTENDEE:mailto:me@seller.test'], ['with nobody']],
    [['DTSTART:20261102T100000Z', 'ATTENDEE:mailto:x@y.test'], ['with nobody who is known here']],
    [['DTSTART:20261102T100000Z', 'ATTENDEE;CUTYPE=ROOM:mailto:dana@brazos.test'], ['with nobody']],
    [['DTSTART:never', DANA], ['with dates that nobody can read']],
    [
      ['DTSTART:20200101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', DANA],
      ['with dates that nobody can read'],
    ],
    [[DANA], ['with dates that nobody can read']],
    [
      ['DTSTART:20200101T000000Z', 'RRULE:FREQ=SECONDLY', DANA],
      ['repeated too often to be a meeting'],
    ],
    [
      ['DTSTART:19700101T000000Z', 'RRULE:FREQ=DAILY', DANA],
      ['repeated too often to be a meeting'],
    ],
  ])('left out: %j', (lines, expected) => expect(why(...lines)).toEqual(expected));

  test('by names: of guests always, in titles where it is asked for, on whole days never', () => {
    const guest = event('DTSTART:20261102T100000Z', 'ATTENDEE;CN=dana whitfield:urn:x:1');
    const title = event('DTSTART:20261102T100000Z', 'SUMMARY:Lunch with Dana Whitfield!');
    const birthday = event('DTSTART;VALUE=DATE:20261102', 'SUMMARY:Dana Whitfield');
    expect(entriesIn(found(guest))).toHaveLength(1);
    expect(entriesIn(found(title))).toHaveLength(0);
    expect(entriesIn(found(title, [], true))).toMatchObject([
      { customer: 'Brazos', person: 'Dana Whitfield' },
    ]);
    expect(entriesIn(found(birthday, [], true))).toHaveLength(0);
  });
});

test('clocks of a zone, at both ends of summer', () => {
  const clock = { year: 2026, month: 3, day: 8, hour: 3, minute: 30, second: 0 };
  const at = (zone: string, hour: number) =>
    new Date(instantIn(zone, { ...clock, hour }) ?? NaN).toJSON();
  expect(at('America/Chicago', 1)).toBe('2026-03-08T07:30:00.000Z');
  expect(at('America/Chicago', 3)).toBe('2026-03-08T08:30:00.000Z');
  expect(at('Asia/Kolkata', 3)).toBe('2026-03-07T22:00:00.000Z');
  expect(at('Central Standard Time', 3)).toBe('2026-03-08T08:30:00.000Z');
  expect(at('/mozilla.org/20070129_1/America/Chicago', 3)).toBe('2026-03-08T08:30:00.000Z');
  expect(instantIn('Nowhere', clock)).toBeUndefined();
});

test('zones of Windows are known, those of several words too', () => {
  const cities = [
    'W. Europe',
    'GMT',
    'E. South America',
    'AUS Eastern',
    'India',
    'US Eastern',
    'FLE',
  ];
  const unknown = cities.filter((name) => !isZoneKnown(`${name} Standard Time`));
  expect(unknown).toEqual([]);
});

test('a zone that nobody knows is told, unless the file itself says how its clocks go', () => {
  const own = (zone: string) =>
    ['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000']
      .concat('TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE', '')
      .join('\r\n');
  const file = (zones: string) =>
    `BEGIN:VCALENDAR\r\n${zones}${event('DTSTART;TZID=Mars/Olympus:20261102T100000', DANA)}END:VCALENDAR\r\n`;
  expect([...calendars(file('')).strange]).toEqual(['Mars/Olympus']);
  expect([...calendars(file(own('Mars/Olympus'))).strange]).toEqual([]);
});

test('twice is once, and the order of the events makes no difference', () => {
  const one = fc
    .record({
      uid: fc.nat(3),
      day: fc.integer({ min: 1, max: 15 }),
      rule: fc.constantFrom('', 'RRULE:FREQ=DAILY;COUNT=3\n', 'RRULE:FREQ=WEEKLY\n'),
      sequence: fc.nat(5),
      status: fc.constantFrom('', 'STATUS:CANCELLED\n'),
    })
    .map(
      ({ uid, day, rule, sequence, status }) =>
        `BEGIN:VEVENT\nUID:${uid}\nSEQUENCE:${sequence * 4 + uid}\nDTSTART:202611${String(day).padStart(2, '0')}T100000Z\n${rule}${status}${DANA}\nEND:VEVENT\n`,
    );
  const events = fc.uniqueArray(one, {
    maxLength: 6,
    // Two versions of one event with the same number are a mistake of the calendar.
    selector: (text) => /UID:.*\nSEQUENCE:.*/.exec(text)?.[0],
  });
  const ids = (all: readonly Found[]) =>
    entriesIn(all)
      .map(({ id }) => id)
      .sort();
  fc.assert(
    fc.property(events, (texts) => {
      const once = found(texts.join(''));
      expect(new Set(ids(once)).size).toBe(ids(once).length);
      expect(ids(found([...texts].reverse().join('')))).toEqual(ids(once));
      const recorded = entriesIn(once).map((each, index): Recorded => ({
        ...each,
        seq: index + 1,
      }));
      expect(
        entriesIn(found(texts.join(''), recorded))
          .map(({ id }) => id)
          .sort(),
      ).toEqual(ids(once));
    }),
  );
});

/** Texts of so many characters with which somebody means ill, each with its name. */
function malice(size: number): readonly (readonly [what: string, text: string])[] {
  const repeat = (text: string): string => text.repeat(Math.ceil(size / text.length));
  const start = 'DTSTART:20000101T000000Z';
  const texts = [
    ['calendars in calendars', repeat('BEGIN:VCALENDAR\n')],
    ['events in events', repeat('BEGIN:VEVENT\n')],
    ['dates', event(start, `RDATE:${repeat('20200101T000000Z,')}20200101T000000Z`, DANA)],
    [
      'exceptions',
      event(
        start,
        'RRULE:FREQ=DAILY;COUNT=9',
        `EXDATE:${repeat('20200101T000000Z,')}20200101T000000Z`,
        DANA,
      ),
    ],
    ['guests', event(start, repeat('ATTENDEE:mailto:a@b.test\n'), DANA)],
    ['series', repeat(event(start, 'RRULE:FREQ=DAILY', DANA).replace('UID:one', 'SUMMARY:x'))],
    [
      'series that never come',
      event(start, repeat('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\n'), DANA),
    ],
    [
      'years that never come',
      event(start, repeat('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\n'), DANA),
    ],
    [
      'events that never come',
      repeat(
        event(start, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', DANA).replace('UID:one', 'UID:@'),
      ),
    ],
    ['parts of a rule', event(start, `RRULE:FREQ=YEARLY;BYDAY=${repeat('MO,')}MO`, DANA)],
    ['one line', `BEGIN:VEVENT\nSUMMARY:${repeat('\\,')}\nEND:VEVENT`],
  ] as const;
  let count = 0;
  return texts.map(([what, text]) => [what, text.replace(/UID:@/g, () => `UID:${(count += 1)}`)]);
}

test.each(malice(1_000_000))(
  'a megabyte of malice takes four times as long as a quarter of it, not sixteen times: %s',
  async (what, whole) => {
    const [, part = ''] = malice(250_000).find(([each]) => each === what) ?? [];
    await linear(part, whole, (text) => found(text));
  },
);

withFiles('ical.js')('46 files of others: 24 events, and no file stops it', () => {
  const names = namesIn('ical.js', '.ics');
  const all = names.map((name) => ({ name, ...calendars(fileIn('ical.js', name)) }));
  expect(names).toHaveLength(46);
  expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(24);
  for (const name of names) expect(entriesIn(found(fileIn('ical.js', name), [], true))).toEqual([]);
});
