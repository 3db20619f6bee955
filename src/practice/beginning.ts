import { addDays, type Day, spokenDay } from '../journal/days.ts';
import { isOccasion, isTouch, isTwoWay, type Occasion, type Recorded } from '../journal/entry.ts';
import { standingOf } from '../journal/stage.ts';
import { isAbout } from '../rules/advice.ts';
import { tellsNeed, tellsWin } from '../rules/discovery.ts';

/** For so many days a relationship is new. */
const BEGINNING_DAYS = 90;
/** An offer sooner after the first touch cannot rest on much. */
const HASTE_DAYS = 7;
/** After so many days one has had the chance to ask what the person wants to win. */
const WIN_DAYS = 30;

/** What a good beginning goes through, in this order; an offer may come at any place after the need. */
export type Milestone = 'need' | 'win' | 'solution' | 'offer' | 'business';

type SlipKind =
  | 'offer before need'
  | 'hasty offer'
  | 'business before need'
  | 'no common solution'
  | 'below list'
  | 'unasked discount'
  | 'price alone'
  | 'win unknown';

/** Something that was done too early, or left out. */
interface Slip {
  readonly kind: SlipKind;
  readonly says: string;
  readonly evidence: readonly [Recorded, ...Recorded[]];
}

/** How one relationship began. */
export interface Beginning {
  /** The first touch; the first order where that came before any touch. */
  readonly since: Day;
  /** The last day on which it is new. */
  readonly until: Day;
  /** Those days are not over, and neither is the relationship. */
  readonly isNew: boolean;
  /** The first entry that shows each of them; undefined where none does. */
  readonly reached: Readonly<Record<Milestone, Recorded | undefined>>;
  /** What troubles them, told before the first order: a gap to be filled, nobody's fault here. */
  readonly troubles: readonly Recorded[];
  readonly slips: readonly Slip[];
}

/** @param entries up to `asOf`, in Order; undefined while nothing has happened between the two sides */
export function beginningOf(entries: readonly Recorded[], asOf: Day): Beginning | undefined {
  const first = entries.find((entry) => isTouch(entry) || entry.type === 'won');
  if (first === undefined) return undefined;
  const business = entries.find(({ type }) => type === 'won');
  const reached = {
    need: entries.find(asksNeed),
    win: entries.find(tellsWin),
    solution: entries.find(({ signals }) => signals?.includes('co-created')),
    offer: entries.find(isOffer),
    business,
  };
  const until = addDays(first.on, BEGINNING_DAYS - 1);
  const { stage } = standingOf(entries, asOf);
  const seen = { asOf, entries, first, reached, until };
  return {
    since: first.on,
    until,
    isNew: asOf <= until && (stage === 'prospect' || stage === 'active'),
    reached,
    troubles: entries.filter((entry) => isTrouble(entry) && !isAfter(entry, business)),
    slips: [...offerSlips(seen), ...priceSlips(seen), ...businessSlips(seen), ...winSlips(seen)],
  };
}

interface Seen extends Pick<Beginning, 'reached' | 'until'> {
  readonly asOf: Day;
  readonly entries: readonly Recorded[];
  readonly first: Recorded;
}

const asksNeed = (entry: Recorded): boolean =>
  tellsNeed(entry) || (isTwoWay(entry) && isAbout(entry, 'need'));

/** One of ours: a rival's comes in, or is compared. */
const isOffer = (entry: Recorded): boolean =>
  isTouch(entry) &&
  entry.type !== 'heard' &&
  entry.signals?.includes('quote') === true &&
  !entry.signals.includes('competitor');

const isDiscount = (entry: Recorded): entry is Occasion =>
  isOccasion(entry) && entry.conceded === true;

const isTrouble = (entry: Recorded): boolean =>
  isTwoWay(entry) && isAbout(entry, 'problem') && entry.fault === undefined;

const isAfter = (entry: Recorded, other: Recorded | undefined): boolean =>
  other !== undefined && (entry.on - other.on || entry.seq - other.seq) > 0;

/** Whether the first comes, or must still come, after the second; the same entry may show both. */
const isLate = (entry: Recorded | undefined, than: Recorded): boolean =>
  entry === undefined || isAfter(entry, than);

function offerSlips({ first, reached: { need, offer } }: Seen): readonly Slip[] {
  if (offer === undefined) return [];
  const days = offer.on - first.on;
  const when =
    days === 0 ? 'on the day you met' : `${days === 1 ? 'a day' : `${days} days`} after you met`;
  const hasty = days < HASTE_DAYS && isTouch(first);
  if (isLate(need, offer))
    return [
      {
        kind: 'offer before need',
        says: `you made an offer ${hasty ? when : `on ${spokenDay(offer.on)}`}, before you had asked what they need`,
        evidence: [offer],
      },
    ];
  return hasty
    ? [{ kind: 'hasty offer', says: `you made an offer ${when}`, evidence: [offer] }]
    : [];
}

function priceSlips({ entries, reached: { business, offer }, until }: Seen): readonly Slip[] {
  const discount = entries.find(isDiscount);
  if (discount === undefined || (discount.on > until && isAfter(discount, business))) return [];
  const raised = entries.find((entry) => isTwoWay(entry) && isAbout(entry, 'price'));
  const unasked = isLate(raised, discount);
  if (offer !== undefined && !isAfter(discount, offer))
    return [
      {
        kind: 'below list',
        says: `your first offer was below your own list${unasked ? ', and nobody had raised the price' : ''}`,
        evidence: [discount],
      },
    ];
  return unasked
    ? [
        {
          kind: 'unasked discount',
          says: `you cut the price on ${spokenDay(discount.on)}, before anybody had raised it`,
          evidence: [discount],
        },
      ]
    : [];
}

function businessSlips({ first, reached }: Seen): readonly Slip[] {
  const { business, need, solution } = reached;
  if (business?.type !== 'won') return [];
  const evidence = [business] as const;
  const alone: readonly Slip[] =
    business.onPriceAlone === true
      ? [{ kind: 'price alone', says: 'the first order was won on the price alone', evidence }]
      : [];
  // Of a beginning before the journal nothing else is known.
  if (first === business) return alone;
  const day = spokenDay(business.on);
  if (isLate(need, business))
    return [
      ...alone,
      {
        kind: 'business before need',
        says: `they bought on ${day}, before you had asked what they need`,
        evidence,
      },
    ];
  return isLate(solution, business)
    ? [
        ...alone,
        {
          kind: 'no common solution',
          says: `they bought on ${day}, and no solution was worked out with them before`,
          evidence,
        },
      ]
    : alone;
}

function winSlips({ asOf, first, reached: { win }, until }: Seen): readonly Slip[] {
  const days = asOf - first.on;
  if (win !== undefined || days <= WIN_DAYS || asOf > until || !isTouch(first)) return [];
  return [
    {
      kind: 'win unknown',
      says: `what the person wants to win is unknown after ${days} days`,
      evidence: [first],
    },
  ];
}
