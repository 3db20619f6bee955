import { addDays, type Day } from '../journal/days.ts';
import { droppedSince, takenBack } from '../journal/dropped.ts';
import type { EntryOf, Recorded } from '../journal/entry.ts';
import { until } from '../journal/order.ts';
import { NEW_START_DAYS, type Standing } from '../journal/stage.ts';
import type { CustomerReview } from './review.ts';
import { type CameOfIt, cameOfIt } from './came-of-it.ts';
import { type Asked, askedOf } from './conditions.ts';
import { type Outlook, outlookOf } from './outlook.ts';

/** A notice that runs, or ran out without an end. */
export interface NoticeGiven {
  readonly kind: 'notice';
  readonly notice: Recorded<EntryOf<'notice'>>;
  /** Negative once it ran out; null where it names no last day. */
  readonly daysLeft: number | null;
  readonly came: CameOfIt;
  readonly outlook: Outlook;
}

/** Dropped: the door is open to them, on conditions. */
export interface DoorOpen {
  readonly kind: 'dropped';
  readonly drop: Recorded<EntryOf<'drop'>>;
  readonly conditions: readonly Asked[];
  /** Dropped twice: nothing that they bring opens it again. */
  readonly once: boolean;
}

/** Taken back, or a notice that ended well: watched until a day. */
export interface OnProbation {
  readonly kind: 'probation';
  readonly begun: Recorded<EntryOf<'met' | 'return'>>;
  /** What was asked for, where a notice came before. */
  readonly notice: Recorded<EntryOf<'notice'>> | undefined;
  readonly until: Day;
  readonly daysLeft: number;
  /** They were dropped before: the next drop is for good. */
  readonly forGood: boolean;
}

export type LastChance = NoticeGiven | DoorOpen | OnProbation;

/** What a customer was told that decides, and how it stands; undefined where nothing of the kind runs. */
export function lastChanceOf(
  review: Pick<CustomerReview, 'judgement' | 'relationship'>,
): LastChance | undefined {
  const { asOf, standing } = review.judgement;
  const ever = until(review.relationship.entries, asOf);
  switch (standing.stage) {
    case 'notice':
      return noticeGiven(review, ever);
    case 'dropped':
      return doorOpen(standing, ever);
    case 'probation':
      return onProbation(standing, ever, asOf);
    default:
      return undefined;
  }
}

type Ever = readonly Recorded[];

function noticeGiven(
  { judgement, relationship }: Pick<CustomerReview, 'judgement' | 'relationship'>,
  ever: Ever,
): NoticeGiven | undefined {
  const { notice } = judgement.standing;
  if (notice === undefined) return undefined;
  return {
    kind: 'notice',
    notice,
    daysLeft: notice.deadline === undefined ? null : notice.deadline - judgement.asOf,
    came: cameOfIt(ever.slice(ever.indexOf(notice) + 1), ever),
    outlook: outlookOf(relationship, judgement, notice),
  };
}

function doorOpen({ once }: Standing, ever: Ever): DoorOpen | undefined {
  const dropped = droppedSince(ever);
  if (dropped === undefined) return undefined;
  return { kind: 'dropped', drop: dropped.drop, conditions: askedOf(dropped, ever), once };
}

function onProbation({ reset }: Standing, ever: Ever, asOf: Day): OnProbation | undefined {
  const at = ever.findLastIndex(({ type }) => type === 'met' || type === 'return');
  const begun = ever[at];
  if (reset === undefined || (begun?.type !== 'met' && begun?.type !== 'return')) return undefined;
  const last = addDays(reset, NEW_START_DAYS);
  const notice =
    begun.type === 'met' ? ever.slice(0, at).findLast(({ type }) => type === 'notice') : undefined;
  return {
    kind: 'probation',
    begun,
    notice: notice?.type === 'notice' ? notice : undefined,
    until: last,
    daysLeft: last - asOf,
    forGood: takenBack(ever) !== undefined,
  };
}
