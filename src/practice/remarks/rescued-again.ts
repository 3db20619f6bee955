import { counted } from '../../journal/counted.ts';
import { addDays, spokenDay } from '../../journal/days.ts';
import { takenBack } from '../../journal/dropped.ts';
import { between } from '../../journal/order.ts';
import type { RemarkKind } from '../remark.ts';
import { isRescue } from '../raised.ts';

const YEAR_DAYS = 365;
/** So much time an attempt has to work. */
const WORKING_DAYS = 7;
const ATTEMPTS = 3;
const COUNTS = 2;

const rescuedAgain: RemarkKind = {
  name: 'rescued-again',
  side: 'ours',
  asks: 'How often have you tried to save it?',
  source: 'dumping-best-customer: saving for too long what was dead',
  why: `Raising it is fair, and it is fair more than once. After ${ATTEMPTS} days on which you did, in a year and since the last new start, and with theirs still at ${COUNTS} or more, another talk is no answer: set a date, or end it.`,
  observe({ history: { asOf, ever, fresh, standing }, judgement: { sums, verdict } }) {
    const decided = standing.stage === 'notice' || standing.stage === 'dropped';
    if (decided || verdict === 'DROP' || sums.theirs < COUNTS) return undefined;
    const tried = between(
      fresh.entries,
      addDays(asOf, -YEAR_DAYS),
      addDays(asOf, -WORKING_DAYS),
    ).filter(isRescue);
    const days = new Set(tried.map(({ on }) => on)).size;
    const [first, ...more] = tried;
    if (first === undefined || days < ATTEMPTS) return undefined;
    return {
      says: `you tried to mend it on ${counted(days, 'day')} since ${spokenDay(first.on)}, and it stands as it was: set a date, or end it`,
      evidence: [first, ...more],
      command: takenBack(ever.entries) === undefined ? 'notice --by in 2 weeks' : 'drop',
    };
  },
};

export default rescuedAgain;
