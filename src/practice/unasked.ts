import { isOccasion, isTwoWay, type Occasion, type Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import { isAbout } from '../rules/advice.ts';

/** Who raised the price longer ago has had their answer. */
export const RAISED_DAYS = 90;

export const isDiscount = (entry: Recorded): entry is Occasion =>
  isOccasion(entry) && entry.conceded === true;

/** A talk about the price, or a rival's offer that came in; what we wrote about it ourselves is no raising of theirs. */
export const raisesPrice = (entry: Recorded): boolean =>
  (isTwoWay(entry) && isAbout(entry, 'price')) ||
  (entry.type === 'heard' && entry.signals?.includes('quote') === true);

/** A cut of the price that nobody had asked for, as far as the journal knows. @param entries of the days before it at least */
export const isUnasked = (cut: Occasion, entries: readonly Recorded[]): boolean =>
  !entries.some(
    (entry) => cut.on - entry.on <= RAISED_DAYS && byOrder(entry, cut) <= 0 && raisesPrice(entry),
  );
