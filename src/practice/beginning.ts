import { addDays, type Day } from '../journal/days.ts';
import { type Customer, isTouch, isTwoWay, type Recorded } from '../journal/entry.ts';
import { byOrder } from '../journal/order.ts';
import { standingOf } from '../journal/stage.ts';
import { isAbout } from '../rules/advice.ts';
import { tellsNeed, tellsWin } from '../rules/discovery.ts';
import { type Reached, type Slip, slipsOf } from './beginning-slips.ts';

/** For so many days a relationship is new. */
const BEGINNING_DAYS = 90;

/** How one relationship began. */
export interface Beginning {
  /** The first touch; the first order where that came before any touch. */
  readonly since: Day;
  /** The last day on which it is new. */
  readonly until: Day;
  /** Those days are not over, and neither is the relationship. */
  readonly isNew: boolean;
  readonly reached: Reached;
  /** What troubles them, told before the first order: a gap to be filled, nobody's fault here. */
  readonly troubles: readonly Recorded[];
  /** Once it is no longer new, only the grave ones. */
  readonly slips: readonly Slip[];
}

/** @param entries up to `asOf`, in Order; undefined while nothing has happened between the two sides */
export function beginningOf(entries: readonly Recorded[], asOf: Day): Beginning | undefined {
  const first = entries.find(begins);
  if (first === undefined) return undefined;
  const business = entries.find((entry) => entry.type === 'won');
  const reached = {
    need: entries.find(asksNeed),
    win: entries.find(tellsWin),
    solution: entries.find(({ signals }) => signals?.includes('co-created')),
    offer: entries.find(isOffer),
    business,
  };
  const until = lastNewDay(first);
  const { stage } = standingOf(entries, asOf);
  return {
    since: first.on,
    until,
    isNew: asOf <= until && (stage === 'prospect' || stage === 'active'),
    reached,
    troubles: troublesBefore(business, entries),
    slips: slipsOf({ asOf, entries, first, reached, until }).filter(
      ({ grave }) => grave || asOf <= until,
    ),
  };
}

/**
 * What a customer of our own told us before the first order to be wrong there: good to know, and nothing that went wrong
 * between us. Where somebody had them before, or the entry is from records, it may be just that. @param entries in Order
 */
export function gapsTold(
  { inheritedFrom }: Customer,
  entries: readonly Recorded[],
): readonly Recorded[] {
  if (inheritedFrom !== undefined) return [];
  const business = entries.find(({ type }) => type === 'won' || type === 'income');
  return troublesBefore(business, entries).filter(
    (entry) =>
      entry.source === undefined &&
      isTouch(entry) &&
      entry.harm === undefined &&
      entry.signals?.includes('vent') !== true,
  );
}

const begins = (entry: Recorded): boolean => isTouch(entry) || entry.type === 'won';
const lastNewDay = ({ on }: Recorded): Day => addDays(on, BEGINNING_DAYS - 1);

/** The first days are over, whatever else there is to say of them. @param entries as above */
export function isPastBeginning(entries: readonly Recorded[], asOf: Day): boolean {
  const first = entries.find(begins);
  return first === undefined || asOf > lastNewDay(first);
}

const asksNeed = (entry: Recorded): boolean =>
  tellsNeed(entry) || (isTwoWay(entry) && isAbout(entry, 'need'));

/** One of ours: a rival's comes in, or is compared. */
const isOffer = (entry: Recorded): boolean =>
  isTouch(entry) &&
  entry.type !== 'heard' &&
  entry.signals?.includes('quote') === true &&
  !entry.signals.includes('competitor');

const troublesBefore = (
  business: Recorded | undefined,
  entries: readonly Recorded[],
): readonly Recorded[] =>
  entries.filter(
    (entry) => isTrouble(entry) && (business === undefined || byOrder(entry, business) < 0),
  );

const isTrouble = (entry: Recorded): boolean =>
  isTwoWay(entry) && isAbout(entry, 'problem') && entry.fault === undefined;
