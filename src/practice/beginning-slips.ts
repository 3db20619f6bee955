import { type Day, spokenDay } from '../journal/days.ts';
import { type EntryOf, isTouch, type Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import { isDiscount, raisesPrice } from './unasked.ts';

/** An offer sooner after the first touch cannot rest on much. */
const HASTE_DAYS = 7;
/** After so many days one has had the chance to ask what the person wants to win. */
const WIN_DAYS = 30;

/** The first entry that shows each step of a good beginning, in the order in which they should come. */
export interface Reached {
  readonly need: Recorded | undefined;
  readonly win: Recorded | undefined;
  readonly solution: Recorded | undefined;
  /** May come at any place after the need. */
  readonly offer: Recorded | undefined;
  readonly business: Recorded<EntryOf<'won'>> | undefined;
}

type SlipKind =
  | 'offer before need'
  | 'hasty offer'
  | 'solution before need'
  | 'business before need'
  | 'hasty business'
  | 'below list'
  | 'unasked discount'
  | 'price alone'
  | 'win unknown';

/** Something that was done too early, or left out. */
export interface Slip {
  readonly kind: SlipKind;
  readonly says: string;
  readonly evidence: readonly [Recorded, ...Recorded[]];
  /** It shapes what comes later: told for good. */
  readonly grave: boolean;
}

interface Seen {
  readonly asOf: Day;
  readonly entries: readonly Recorded[];
  readonly first: Recorded;
  readonly reached: Reached;
  readonly until: Day;
}

export const slipsOf = (seen: Seen): readonly Slip[] => [
  ...offerSlips(seen),
  ...priceSlips(seen),
  ...solutionSlips(seen),
  ...businessSlips(seen),
  ...winSlips(seen),
];

const slip = (kind: SlipKind, says: string, entry: Recorded, grave = true): Slip => ({
  kind,
  says,
  evidence: [entry],
  grave,
});

/** Whether the first comes, or must still come, after the second; the same entry may show both. */
const isLate = (entry: Recorded | undefined, than: Recorded): boolean =>
  entry === undefined || byOrder(entry, than) > 0;

function offerSlips({ first, reached: { need, offer } }: Seen): readonly Slip[] {
  if (offer === undefined) return [];
  const days = offer.on - first.on;
  const after =
    days === 0 ? 'on the day you met' : `${days === 1 ? 'a day' : `${days} days`} after you met`;
  const isHasty = days < HASTE_DAYS && isTouch(first);
  if (isLate(need, offer)) {
    const when = isHasty ? after : `on ${spokenDay(offer.on)}`;
    const says = `you made an offer ${when}, before you had asked what they need`;
    return [slip('offer before need', says, offer)];
  }
  return isHasty ? [slip('hasty offer', `you made an offer ${after}`, offer, false)] : [];
}

function priceSlips({ entries, reached: { business, offer }, until }: Seen): readonly Slip[] {
  const discount = entries.find(isDiscount);
  if (discount === undefined) return [];
  const isBeforeBusiness = business === undefined || byOrder(discount, business) <= 0;
  if (discount.on > until && !isBeforeBusiness) return [];
  const unasked = isLate(entries.find(raisesPrice), discount);
  if (offer !== undefined && byOrder(discount, offer) <= 0) {
    const says = `your first offer was below your own list${unasked ? ', and nobody had raised the price' : ''}`;
    return [slip('below list', says, discount)];
  }
  const says = `you cut the price on ${spokenDay(discount.on)}, before anybody had raised it`;
  return unasked ? [slip('unasked discount', says, discount)] : [];
}

function solutionSlips({ reached: { need, solution } }: Seen): readonly Slip[] {
  if (solution === undefined || !isLate(need, solution)) return [];
  const says = `you worked out a solution on ${spokenDay(solution.on)}, before you had asked what they need`;
  return [slip('solution before need', says, solution)];
}

function businessSlips({ first, reached }: Seen): readonly Slip[] {
  const { business, need, solution, win } = reached;
  if (business === undefined) return [];
  const alone =
    business.onPriceAlone === true
      ? [slip('price alone', 'the first order was won on the price alone', business)]
      : [];
  // Of a beginning before the journal nothing else is known.
  if (first === business) return alone;
  const isBlind = isLate(need, business);
  const skipped = [
    ...(isBlind ? ['asked what they need'] : []),
    ...(isLate(win, business) ? ['learned what the person wants to win'] : []),
    ...(isLate(solution, business) ? ['worked out a solution with them'] : []),
  ];
  if (skipped.length === 0) return alone;
  const kind = isBlind ? 'business before need' : 'hasty business';
  const says = `they bought on ${spokenDay(business.on)}, before you had ${listed(skipped)}`;
  return [...alone, slip(kind, says, business, isBlind)];
}

/** `this, that or the other`. */
const listed = (parts: readonly string[]): string =>
  parts.join(', ').replace(/, ([^,]*)$/, ' or $1');

function winSlips({ asOf, first, reached: { win } }: Seen): readonly Slip[] {
  const days = asOf - first.on;
  if (win !== undefined || days <= WIN_DAYS || !isTouch(first)) return [];
  return [
    slip('win unknown', `what the person wants to win is unknown after ${days} days`, first, false),
  ];
}
