import { historyOf } from '../journal/history.ts';
import type { CustomerReview } from '../verdict/review.ts';
import type { Remark, RemarkKind } from './remark.ts';
import coveredAgain from './remarks/covered-again.ts';
import handedOver from './remarks/handed-over.ts';
import notSettled from './remarks/not-settled.ts';
import onlyEverFix from './remarks/only-ever-fix.ts';
import openBalance from './remarks/open-balance.ts';
import pursuedAfterDrop from './remarks/pursued-after-drop.ts';
import rescuedAgain from './remarks/rescued-again.ts';
import rudenessStands from './remarks/rudeness-stands.ts';
import unreadBrief from './remarks/unread-brief.ts';

/** In the order shown. */
export const REMARKS: readonly RemarkKind[] = [
  pursuedAfterDrop,
  unreadBrief,
  handedOver,
  notSettled,
  openBalance,
  rudenessStands,
  coveredAgain,
  rescuedAgain,
  onlyEverFix,
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
