import type { Day } from './days.ts';

/** Where the time comes from: the platform's clock, or a fixed one in tests. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** The seller's local day. */
  today(): Day;
  /** What the seller's wall clock is ahead of UTC: `+01:00`. */
  offset(): string;
}

const OFFSET = /^([+-])(\d\d):(\d\d)$/;
const MS_PER_MINUTE = 60_000;

/**
 * The present instant as the seller's wall clock shows it, with its offset:
 * `2026-11-16T14:30:00.000+01:00`.
 */
export function timestamp(clock: Clock): string {
  const offset = clock.offset();
  const [, sign, hours, minutes] = OFFSET.exec(offset) ?? [];
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const wallClock = new Date(clock.now().getTime() + ahead * MS_PER_MINUTE);
  return wallClock.toISOString().replace('Z', offset);
}
