import { chronicleOf } from '../../journal/chronicle.ts';
import { counted } from '../../journal/counted.ts';
import { spokenDay } from '../../journal/days.ts';
import { isTouch, type Recorded, type Touch } from '../../journal/entry.ts';
import { byOrder } from '../../journal/order.ts';
import { type Ladder, ladderOf } from '../../journal/ladder.ts';
import { breakOf } from '../rebuild/broken.ts';
import type { RemarkKind } from '../remark.ts';

const quotedTooSoon: RemarkKind = {
  name: 'quoted-too-soon',
  side: 'ours',
  asks: 'Do you quote before the air is cleared?',
  source: 'fixing-broken-relationship: review the mistake, explain the changes, ask, and then sell',
  why: 'An offer before the mistake was gone through, the changes explained and the question asked says that the order matters and the wound does not. So does one after they said that they cannot put it behind them.',
  observe(regarded) {
    const { history, relationship } = regarded;
    const broken = breakOf(regarded);
    if (broken?.kind !== 'lost' || !broken.ours) return undefined;
    const { rungs } = ladderOf(chronicleOf(relationship.entries), broken.since, history.asOf);
    const asked = rungs.find(({ step }) => step === 'again');
    const cleared = asked?.state === 'done' ? asked.entry : undefined;
    const quotes = history.ever.of(isQuote).filter((quote) => byOrder(broken.entry, quote) < 0);
    const [first, ...more] = quotes.filter(
      (quote) => cleared === undefined || byOrder(quote, cleared) < 0,
    );
    if (first === undefined) return afterTheirNo(quotes, rungs);
    const times = more.length === 0 ? '' : ` ${counted(more.length + 1, 'time')}, first`;
    return {
      says: `you quoted${times} on ${spokenDay(first.on)}, before the air was cleared`,
      evidence: [first, ...more],
      ...(cleared === undefined ? { command: 'rebuild' } : {}),
    };
  },
};

/** The answer to the question whether they can put it behind them stands until they say otherwise. */
function afterTheirNo(
  quotes: readonly Touch[],
  rungs: Ladder['rungs'],
): ReturnType<RemarkKind['observe']> {
  const answer = rungs.find(({ step }) => step === 'behind');
  const no = answer?.state === 'no' ? answer.entry : undefined;
  const quote = no && quotes.find((each) => byOrder(no, each) < 0);
  if (no === undefined || quote === undefined) return undefined;
  return {
    says: `you quoted on ${spokenDay(quote.on)}, and they cannot put it behind them since ${spokenDay(no.on)}`,
    evidence: [no, quote],
    command: 'rebuild',
  };
}

/** A quote that came in is somebody else's. */
const isQuote = (entry: Recorded): entry is Touch =>
  isTouch(entry) && entry.type !== 'heard' && entry.signals?.includes('quote') === true;

export default quotedTooSoon;
