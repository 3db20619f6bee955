import { addDays, WEEK } from '../../journal/days.ts';
import type { Recorded } from '../../journal/entry.ts';
import { lackingIn } from '../../journal/excuse.ts';
import { lately } from '../../journal/history.ts';
import { keptSightOf } from '../../verdict/holding.ts';
import { verdictSeen } from '../../verdict/judge.ts';
import { theirSum } from '../../verdict/sums.ts';
import type { RemarkKind } from '../remark.ts';
import { isRescue } from '../raised.ts';

/** So many weekly looks back a review must be able to see; `readRecentBook` reads for them. */
export const FIX_WEEKS = 8;
const COUNTS = 2;

const onlyEverFix: RemarkKind = {
  name: 'only-ever-fix',
  side: 'ours',
  asks: 'Does FIX have a consequence?',
  source: 'dumping-best-customer: the fear of having too little',
  why: `FIX asks for something to be done. After ${FIX_WEEKS} weekly looks in a row with it, for something of theirs, and no word to them (\`:confronted\`, asking for their part, a notice) nor a decision of yours (a milder one needs its reason and its last day), it has become the way things are.`,
  observe({ relationship, history, judgement }) {
    const { asOf, standing } = history;
    if (judgement.verdict !== 'FIX' || standing.stage !== 'active' || judgement.sums.theirs === 0)
      return undefined;
    const span = (FIX_WEEKS - 1) * WEEK;
    if (lately(history.ever.entries, asOf, span).some(isConsequence)) return undefined;
    const sight = keptSightOf(relationship);
    const [begun] = history.ever.entries;
    for (let back = span; back > 0; back -= WEEK) {
      const day = addDays(asOf, -back);
      if (begun === undefined || begun.on > day) return undefined;
      if (theirSum((rule) => sight.published(rule, day)) === 0) return undefined;
      if (verdictSeen(sight, day) !== 'FIX') return undefined;
    }
    const ids = new Set(
      judgement.rules
        .filter(({ rule, level }) => rule.side === 'theirs' && (level ?? 0) >= COUNTS)
        .flatMap(({ outcome }) => outcome.evidence),
    );
    const [first, ...more] = history.ever.entries.filter(({ id }) => ids.has(id));
    if (first === undefined) return undefined;
    return {
      says: `FIX for ${FIX_WEEKS} weeks in a row, and nothing has followed for them`,
      evidence: [first, ...more],
      command: 'log call :confronted',
    };
  },
};

const isConsequence = (entry: Recorded): boolean =>
  isRescue(entry) || (entry.type === 'decision' && lackingIn(entry).length === 0);

export default onlyEverFix;
