import { civilDay } from '../journal/days.ts';

/** Such mails are written since then; what is dated before is from a clock that was never set. */
const FIRST_YEAR = 1982;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `Mon, 16 Nov 2026 14:30:00 -0600`. */
const BY_RULE =
  /^(?:[a-z]{2,9}[.,]{0,2}\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})\s+(\d\d?:\d\d(?::\d\d)?(?:\s*[ap]m\b)?)\s*([\s\S]*)$/i;
/** `Mon Nov 16 14:30:00 2026`, as old programs wrote it. */
const OLD =
  /^[a-z]{3,9},?\s+([a-z]{3})[a-z]*\s+(\d{1,2})\s+(\d\d?:\d\d(?::\d\d)?)\s+(?:([a-z]{3,4})\s+)?(\d{4})\s*([+-]\d{4})?/i;
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?/i;

/** The instant that a mail is dated, in milliseconds since 1970; undefined where it is no date, or one that does not exist. */
export function mailInstant(given: string): number | undefined {
  const header = given.trim().slice(0, 200);
  const [, day, month, year, time, zone] = BY_RULE.exec(header) ?? [];
  if (day !== undefined) return instant(year, monthNumber(month), day, time, zone);
  const [, oldMonth, oldDay, oldTime, name, oldYear, ahead] = OLD.exec(header) ?? [];
  if (oldDay !== undefined)
    return instant(oldYear, monthNumber(oldMonth), oldDay, oldTime, ahead ?? name);
  const [, isoYear, isoMonth, isoDay, isoTime, isoZone] = ISO.exec(header) ?? [];
  return instant(isoYear, Number(isoMonth), isoDay, isoTime, isoZone);
}

const monthNumber = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1;

function instant(year = '', month: number, day = '', time = '', zone = ''): number | undefined {
  const full = fullYear(year);
  const [clock = '', half] = time.split(/\s*(?=[ap]m$)/i);
  const [given = NaN, minutes = NaN, seconds = 0] = clock.split(':').map(Number);
  const hours =
    half === undefined || given > 12 ? given : (given % 12) + (/^p/i.test(half) ? 12 : 0);
  // One second more than there are is a leap second.
  const isTime = hours < 24 && minutes < 60 && seconds <= 60;
  if (full < FIRST_YEAR) return undefined;
  if (civilDay(full, month, Number(day)) === undefined || !isTime) return undefined;
  const ahead = minutesAhead(zone.trim());
  return Date.UTC(full, month - 1, Number(day), hours, minutes - ahead, seconds);
}

/** Two digits are of this century or the last; three are a count from 1900, as broken programs write it. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (year.length === 2 && Number(year) < 50 ? 2000 : 1900);
}

/** Zones of the old rules, and those of Europe; whatever else is written there is taken for UTC, as the rules say. */
const NAMED: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  WEST: 60,
  BST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
};

function minutesAhead(zone: string): number {
  const [, sign, hours, minutes] = /^(?:GMT|UTC)?([+-])(\d\d):?(\d\d)/i.exec(zone) ?? [];
  if (hours === undefined) return NAMED[/^[a-z]*/i.exec(zone)?.[0].toUpperCase() ?? ''] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
