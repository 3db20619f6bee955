import { counted } from '../../journal/counted.ts';
import { addDays, spokenDay } from '../../journal/days.ts';
import { isTouch, type Recorded, type Touch } from '../../journal/entry.ts';
import { between } from '../../journal/order.ts';
import { considering, lastLoss } from '../leaving.ts';
import type { RemarkKind } from '../remark.ts';

/** A burst is what follows within so many days. */
const BURST_DAYS = 28;
/** Less is ordinary worry. */
const LEAST_TOUCHES = 4;
const QUARTER_DAYS = 91;
/** After half a year it is history. */
const FRESH_DAYS = 182;

export default {
  name: 'panic',
  side: 'ours',
  asks: 'Did your care for them begin with the bad news?',
  source: 'lost-best-client: panic mode',
  why: 'Many touches in the four weeks after the news and hardly any in the quarter before tell them what they are worth to you: something, now. Hours spent on them among yourselves (rel work) are no touch at all. One talk that asks why is worth more than five that plead.',
  observe({ history: { asOf, ever, standing } }) {
    const { stage } = standing;
    const news = stage === 'lost' ? lastLoss(ever.entries) : considering(ever.entries);
    if (news === undefined || asOf - news.on > FRESH_DAYS || stage === 'dropped') return undefined;
    const reached = ever.touches.filter(isReach);
    const before = between(reached, addDays(news.on, -QUARTER_DAYS), addDays(news.on, -1));
    const [first, ...more] = between(reached, news.on, addDays(news.on, BURST_DAYS)).filter(
      (touch) => touch.on > news.on || touch.seq > news.seq,
    );
    const after = more.length + 1;
    if (first === undefined || after < LEAST_TOUCHES || after <= before.length) return undefined;
    const days = counted(Math.min(asOf - news.on, BURST_DAYS), 'day');
    const none = before.length === 0 ? 'none' : before.length;
    return {
      says: `${after} touches of yours in the ${days} after the bad news of ${spokenDay(news.on)}, ${none} in the quarter before: let it rest, and ask why`,
      evidence: [first, ...more],
      command: 'log call :listened',
    };
  },
} satisfies RemarkKind;

const isReach = (entry: Recorded): entry is Touch => isTouch(entry) && entry.type !== 'heard';
