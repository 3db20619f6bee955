import { addDays, type Day } from '../journal/days.ts';
import { type Customer, isTouch, type Recorded, type Touch } from '../journal/entry.ts';
import { firstFrom, byOrder } from '../journal/order.ts';

/** A touch after a year without any is the first one of whoever has the account now. */
export const PAUSE_DAYS = 365;

/** The first touch of an inherited account that came before its brief was read. */
interface Unprepared {
  readonly touch: Touch;
  /** The day on which the brief was read afterwards. */
  readonly read: Day | undefined;
}

/**
 * Undefined where nobody had the account before, where the brief was read first, and where the first touch is older than
 * `days`. What was imported from records is no touch of the one who reads them.
 * @param entries in Order, up to `asOf`; of the touches those of the last `days` and a year more are enough
 */
export function unprepared(
  { inheritedFrom }: Customer,
  entries: readonly Recorded[],
  asOf: Day,
  days: number,
): Unprepared | undefined {
  if (inheritedFrom === undefined) return undefined;
  const own = entries.filter(isOwnTouch);
  const index = firstFrom(own, addDays(asOf, -days));
  const touch = own[index];
  const before = own[index - 1];
  if (touch === undefined) return undefined;
  if (before !== undefined && touch.on - before.on <= PAUSE_DAYS) return undefined;
  const reads = entries.filter(({ type }) => type === 'read');
  if (reads.some((read) => byOrder(read, touch) < 0)) return undefined;
  return { touch, read: reads[0]?.on };
}

const isOwnTouch = (entry: Recorded): entry is Touch =>
  isTouch(entry) && entry.source === undefined;
