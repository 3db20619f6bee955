import { zoneNames } from './zone-names.ts';

/** A date and time on some wall clock. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The instant, in milliseconds since 1970, at which the clocks of a zone (`America/Chicago`) stand so; undefined where
 * nobody knows the zone.
 */
export function instantIn(zone: string, clock: WallClock): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const given = utcOf(clock);
  // The offset at that instant is wanted, and the instant is not known before it is: the second look is right.
  const first = given - aheadAt(format, given);
  return given - aheadAt(format, first);
}

/** The instant at which the seller's own clock stands so. */
export const instantHere = ({ year, month, day, hour, minute, second }: WallClock): number =>
  new Date(year, month - 1, day, hour, minute, second).getTime();

const utcOf = ({ year, month, day, hour, minute, second }: WallClock): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, firstFormat(zoneNames(zone)));
  return formats.get(zone);
}

function firstFormat(names: readonly string[]): Intl.DateTimeFormat | undefined {
  for (const name of names) {
    const format = newFormat(name);
    if (format !== undefined) return format;
  }
  return undefined;
}

/** Whether anybody here knows it. */
export const isZoneKnown = (zone: string): boolean => formatOf(zone) !== undefined;

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric';
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return undefined;
  }
}

/** What the zone's clocks are ahead of UTC, in milliseconds. */
function aheadAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
