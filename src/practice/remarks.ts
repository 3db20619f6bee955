import { historyOf } from '../journal/history.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { Remark, RemarkKind } from './remark.ts';
import appeased from './remarks/appeased.ts';
import approachesFailed from './remarks/approaches-failed.ts';
import changesNeverMade from './remarks/changes-never-made.ts';
import cheaperRival from './remarks/cheaper-rival.ts';
import commodity from './remarks/commodity.ts';
import consideringLeaving from './remarks/considering-leaving.ts';
import coveredAgain from './remarks/covered-again.ts';
import dealStalled from './remarks/deal-stalled.ts';
import diminishingReturn from './remarks/diminishing-return.ts';
import earlyDiscount from './remarks/early-discount.ts';
import eatenByService from './remarks/eaten-by-service.ts';
import handedOver from './remarks/handed-over.ts';
import impatience from './remarks/impatience.ts';
import leftOut from './remarks/left-out.ts';
import leftUndecided from './remarks/left-undecided.ts';
import neverAsked from './remarks/never-asked.ts';
import newTrouble from './remarks/new-trouble.ts';
import nextOnTheList from './remarks/next-on-the-list.ts';
import noRoomToGrow from './remarks/no-room-to-grow.ts';
import notSettled from './remarks/not-settled.ts';
import nothingComes from './remarks/nothing-comes.ts';
import offerBeforeNeed from './remarks/offer-before-need.ts';
import oneLevel from './remarks/one-level.ts';
import onlyEverFix from './remarks/only-ever-fix.ts';
import onlyWhenNeeded from './remarks/only-when-needed.ts';
import openBalance from './remarks/open-balance.ts';
import ownEndFirst from './remarks/own-end-first.ts';
import panic from './remarks/panic.ts';
import pursuedAfterDrop from './remarks/pursued-after-drop.ts';
import quotedTooSoon from './remarks/quoted-too-soon.ts';
import rescuedAgain from './remarks/rescued-again.ts';
import rivalSeen from './remarks/rival-seen.ts';
import rudenessStands from './remarks/rudeness-stands.ts';
import sinceWindfall from './remarks/since-windfall.ts';
import toldLate from './remarks/told-late.ts';
import unexplained from './remarks/unexplained.ts';
import unreached from './remarks/unreached.ts';
import unreadBrief from './remarks/unread-brief.ts';
import winUnasked from './remarks/win-unasked.ts';
import worthUnsaid from './remarks/worth-unsaid.ts';

/** In the order told: a review has room for the first one or two of a customer. */
export const REMARKS: readonly RemarkKind[] = [
  // What the next call must not be, or must begin with.
  handedOver,
  pursuedAfterDrop,
  notSettled,
  unreadBrief,
  toldLate,
  consideringLeaving,
  nextOnTheList,
  quotedTooSoon,
  panic,
  ownEndFirst,
  rudenessStands,
  coveredAgain,
  rescuedAgain,
  impatience,
  offerBeforeNeed,
  earlyDiscount,
  // What has changed or stands still with them, and is to be talked about.
  sinceWindfall,
  unexplained,
  dealStalled,
  changesNeverMade,
  newTrouble,
  unreached,
  rivalSeen,
  cheaperRival,
  // Habits of ours, then of the two of us.
  onlyEverFix,
  appeased,
  commodity,
  neverAsked,
  oneLevel,
  leftOut,
  onlyWhenNeeded,
  winUnasked,
  worthUnsaid,
  // Money and time.
  diminishingReturn,
  eatenByService,
  noRoomToGrow,
  nothingComes,
  openBalance,
  // What waits longest.
  leftUndecided,
  approachesFailed,
];

/** What is to be said of a customer beside the findings, on the day of the review. */
export function remarksOf({
  judgement,
  relationship,
}: Pick<CustomerReview, 'judgement' | 'relationship'>): readonly Remark[] {
  const history = historyOf(relationship, judgement.asOf);
  return REMARKS.flatMap((kind) => {
    const seen = kind.observe({ relationship, history, judgement });
    return seen === undefined ? [] : [{ ...seen, kind }];
  });
}
