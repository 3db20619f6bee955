import { addDays, type Day } from '../journal/days.ts';
import { isTouch, type Recorded, type Touch } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import { conditionsMet } from '../journal/stage.ts';
import responsiveness from '../rules/responsiveness.ts';
import returnOnTime from '../rules/return-on-time.ts';
import { CHECKPOINT_DAYS, type Sight } from './holding.ts';
import { isAllWell } from './sums.ts';
import type { Gates } from './table.ts';

const SERIOUS = 3;
const CRITICAL = 4;

/** A notice is only enforced after three weeks and three contacts. */
const NOTICE_DAYS = 21;
const NOTICE_CONTACTS = 3;
/** How far back the trouble before a notice is followed. */
const EPISODE_HORIZON_DAYS = 365;
/** A lost customer who has not answered for so long has gone. */
const OVER_DAYS = 180;
const OVER_ATTEMPTS = 8;

/** The gates of the table on a date (verdicts, section 6), each looked at when a row asks for it. */
export function gatesOf(sight: Sight, asOf: Day): Gates {
  const history = sight.history(asOf);
  const { standing, tier } = history;
  return {
    get worth() {
      return tier !== 'C' && sight.published(returnOnTime, asOf) !== SERIOUS;
    },
    get ample() {
      return isAmple(sight, history);
    },
    get over() {
      return standing.refused || (standing.stage === 'lost' && isSilentForGood(sight, history));
    },
    met: conditionsMet(standing),
    once: standing.once,
  };
}

function isAmple(sight: Sight, { asOf, ever, standing }: History): boolean {
  const { notice } = standing;
  // A notice without a last day never runs out.
  if (notice?.deadline === undefined || asOf <= notice.deadline) return false;
  const contacts = ever.of(isContact);
  const enough = (begin: Day): boolean =>
    asOf - begin >= NOTICE_DAYS &&
    new Set(between(contacts, begin, asOf).map(({ on }) => on)).size >= NOTICE_CONTACTS;
  // The trouble may have begun before the notice, which only adds days and contacts.
  if (enough(notice.on)) return true;
  const horizon = addDays(asOf, -EPISODE_HORIZON_DAYS);
  const earliest = notice.on < horizon ? notice.on : horizon;
  return enough(earliest) && enough(episodeBegin(sight, notice.on, asOf));
}

const isContact = (entry: Recorded): entry is Touch => isTouch(entry) && entry.type !== 'sent';

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

function isSilentForGood(sight: Sight, { asOf, ever }: History): boolean {
  const first = ever.attempts.slice(-OVER_ATTEMPTS)[0];
  const unanswered = sight.raw(responsiveness, asOf).level === CRITICAL;
  return unanswered && first !== undefined && asOf - first.day >= OVER_DAYS;
}
