import { until } from '../journal/order.ts';
import { type Advice, courseFrom, dueAdvice } from '../rules/advice.ts';
import type { Rule } from '../rules/rule.ts';
import type { JudgedRule } from './judge.ts';
import type { CustomerReview } from './review.ts';
import { HANDING_OVER, rowLadder } from './row-advice.ts';

export interface NextStep {
  /** What to do. */
  readonly say: string;
  /** Words that one could really say; undefined where there is nothing to be said. */
  readonly words: string | undefined;
  /**
   * The command that records it once it is done, or shows what is to be settled, its customer left out after the first
   * word: `log call :need`. Undefined where nothing is to be recorded.
   */
  readonly command: string | undefined;
  /** The number of the entry that the command names instead of the customer. */
  readonly entry: number | undefined;
}

const WARN = 2;

type Reviewed = Pick<CustomerReview, 'judgement' | 'relationship'>;

/**
 * One thing to do next, and one that the journal does not show as done: our own end first, else what the table says. Where
 * the two of us clash, somebody else mends it.
 */
export function nextStep({ judgement, relationship }: Reviewed): NextStep {
  const { asOf, row, rules, standing, sums, verdict } = judgement;
  const ever = until(relationship.entries, asOf);
  const worst = (side: Rule['side']): JudgedRule | undefined =>
    rules
      .filter(({ rule, level }) => rule.side === side && (level ?? 0) >= WARN)
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))[0];
  const about = ({ rule, outcome }: JudgedRule): NextStep => {
    const evidence = new Set(outcome.evidence);
    const rests = ever.filter(({ id }) => evidence.has(id));
    const course = courseFrom(ever, rests[0]?.on, asOf, outcome.numbers);
    return stepOf(dueAdvice(rule.advice, course), rests.at(-1)?.seq);
  };
  const table = (): NextStep => {
    const from = standing.notice?.on ?? standing.reset ?? ever[0]?.on;
    const course = courseFrom(ever, from, asOf);
    return stepOf(dueAdvice(rowLadder(judgement, course), course));
  };

  // A deal-breaker of somebody who was dropped leaves nothing to do.
  if (row.stage === 'any')
    return { ...table(), ...(standing.stage === 'dropped' ? { command: undefined } : {}) };
  if (verdict === 'DROP' || verdict === 'KEEP') return table();
  if (verdict === 'REBUILD' && relationship.customer.clash === true && sums.theirs <= 1)
    return stepOf(HANDING_OVER);
  const ours = sums.ours >= firstFrom(judgement) ? worst('ours') : undefined;
  if (ours !== undefined && row.row !== 'L4') return about(ours);
  const theirs = worst('theirs') ?? worst('economics');
  return theirs !== undefined && (verdict === 'FIX' || row.row === 'B2') ? about(theirs) : table();
}

/** From which of our own levels on we mend our end first; where theirs calls for a notice, only from a serious one. */
const firstFrom = ({ row }: Reviewed['judgement']): number =>
  row.row === 'A2' || row.row === 'A3' || row.row === 'N2' ? 2 : 1;

const stepOf = ({ say, words, command, aboutEntry }: Advice, entry?: number): NextStep => ({
  say,
  words,
  command,
  entry: aboutEntry === true ? entry : undefined,
});
