import { addDays, type Day } from '../journal/days.ts';
import { among, isTouch, type Touch } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import { CHECKPOINT_DAYS, type Sight } from './holding.ts';
import { isAllWell } from './sums.ts';

/** A notice is only enforced after three weeks and three contacts. */
const NOTICE_DAYS = 21;
const NOTICE_CONTACTS = 3;
/** How far back the trouble before a notice is followed. */
const EPISODE_HORIZON_DAYS = 365;

type Looked = Pick<History, 'asOf' | 'ever' | 'standing'>;

/** The gate *ample*: on notice, past its last day, with time and contacts enough (verdicts, section 6). */
export function isAmple(sight: Sight, { asOf, ever, standing }: Looked): boolean {
  const { notice } = standing;
  // A notice without a last day never runs out.
  if (notice?.deadline === undefined || asOf <= notice.deadline) return false;
  const enough = (begin: Day): boolean =>
    asOf - begin >= NOTICE_DAYS && contactDays(ever, begin, asOf) >= NOTICE_CONTACTS;
  // The trouble may have begun before the notice, which only adds days and contacts.
  if (enough(notice.on)) return true;
  const horizon = addDays(asOf, -EPISODE_HORIZON_DAYS);
  const earliest = notice.on < horizon ? notice.on : horizon;
  return enough(earliest) && enough(episodeBegin(sight, notice.on, asOf));
}

/** How far the trouble that led to a notice has come towards the gate. */
export interface Progress {
  /** The day on which it began, by weekly looks back from the notice. */
  readonly began: Day;
  /** Contacts on days of their own that are still missing. */
  readonly contacts: number;
}

/** @param noticed the day of the notice */
export function progressOf(sight: Sight, noticed: Day, { asOf, ever }: Looked): Progress {
  const began = episodeBegin(sight, noticed, asOf);
  return { began, contacts: Math.max(0, NOTICE_CONTACTS - contactDays(ever, began, asOf)) };
}

const contactDays = (ever: History['ever'], from: Day, to: Day): number =>
  new Set(between(ever.of(isContact), from, to).map(({ on }) => on)).size;

/** A try or a talk, not what was only sent. */
const isContact = among(
  isTouch,
  (entry): entry is Touch => isTouch(entry) && entry.type !== 'sent',
);

/** The first of the weekly looks, back from the notice, on which something was already wrong. */
function episodeBegin(sight: Sight, noticed: Day, asOf: Day): Day {
  let begin = noticed;
  for (
    let day = noticed;
    asOf - day <= EPISODE_HORIZON_DAYS;
    day = addDays(day, -CHECKPOINT_DAYS)
  ) {
    if (isAllWell((rule) => sight.published(rule, day))) break;
    begin = day;
  }
  return begin;
}
