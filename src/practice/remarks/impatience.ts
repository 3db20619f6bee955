import { counted } from '../../journal/counted.ts';
import { standingIntents } from '../../journal/intent.ts';
import returnOnTime from '../../rules/return-on-time.ts';
import type { RemarkKind } from '../remark.ts';

/** An account has seldom paid for its hours sooner. */
const PATIENCE_DAYS = 180;
const WARN = 2;

export default {
  name: 'impatience',
  side: 'ours',
  asks: 'Do you give them up before a return could come?',
  source: 'firing-your-customer: sales folks lack the patience to nurture a relationship',
  why: 'The hours come first and the orders after them. Told where an end is in sight less than half a year after the first order, and nothing but the return on your time speaks for it; what they do to you needs no patience.',
  observe({ history: { asOf, ever, standing }, judgement }) {
    const { rules, verdict } = judgement;
    const isEnding =
      verdict === 'DROP' || standing.stage === 'notice' || standingIntents(ever.entries).length > 0;
    if (!isEnding || standing.stage === 'dropped' || standing.stage === 'lost') return undefined;
    const [against, ...others] = rules.filter(
      ({ level, rule }) => rule.side !== 'ours' && (level ?? 0) >= WARN,
    );
    if (against?.rule.name !== returnOnTime.name || others.length > 0) return undefined;
    const first = ever.entries.find(({ type }) => type === 'won' || type === 'income');
    if (first === undefined || asOf - first.on >= PATIENCE_DAYS) return undefined;
    return {
      says: `only the return on your time speaks against them, and their first order came ${counted(asOf - first.on, 'day')} ago: have patience`,
      evidence: [first],
    };
  },
} satisfies RemarkKind;
