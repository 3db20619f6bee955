import type { Rule } from '../rules/rule.ts';
import type { CustomerReview } from './review.ts';

export interface NextStep {
  /** What to do. */
  readonly say: string;
  /**
   * The command that records it once it is done, or shows what is to be settled, its customer left out after the first
   * word: `log call :need`. Undefined where nothing is to be recorded.
   */
  readonly command: string | undefined;
}

const WARN = 2;

type Reviewed = Pick<CustomerReview, 'judgement' | 'relationship'>;

/** One thing to do next: our own worst finding first, else what the table says. */
export function nextStep({ judgement }: Reviewed): NextStep {
  const { row, rules, standing, sums } = judgement;
  const worst = (side: Rule['side']): Rule | undefined =>
    rules
      .filter(({ rule, level }) => rule.side === side && (level ?? 0) >= WARN)
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))[0]?.rule;
  const ours = worst('ours');
  if (sums.ours > 0 && ours !== undefined && row.verdict !== 'DROP')
    return { say: ours.remedy, command: ours.command };
  const finding = worst('theirs') ?? worst('economics');
  // A deal-breaker of somebody who was dropped leaves nothing to do.
  if (row.stage === 'any' && standing.stage === 'dropped')
    return { say: row.advice, command: undefined };
  if (row.verdict === 'DROP' || row.verdict === 'KEEP' || finding === undefined)
    return { say: row.advice, command: row.command };
  return {
    say: row.verdict === 'FIX' ? finding.remedy : row.advice,
    command: row.command ?? finding.command,
  };
}
