import type { Rule } from '../rules/rule.ts';
import type { Judgement } from './judge.ts';

export interface NextStep {
  /** What to do. */
  readonly say: string;
  /** The words after `rel log CUSTOMER` that record it once it is done; undefined where nothing is to be logged. */
  readonly log: string | undefined;
}

const WARN = 2;

/** One thing to do next: our own worst finding first, else what the table says. */
export function nextStep({ row, rules, sums }: Judgement): NextStep {
  const worst = (side: Rule['side']): Rule | undefined =>
    rules
      .filter(({ rule, level }) => rule.side === side && (level ?? 0) >= WARN)
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))[0]?.rule;
  const ours = worst('ours');
  if (sums.ours > 0 && ours !== undefined && row.verdict !== 'DROP')
    return { say: ours.remedy, log: ours.log };
  if (row.verdict === 'DROP' || row.verdict === 'KEEP') return { say: row.advice, log: undefined };
  const finding = worst('theirs') ?? worst('economics');
  if (finding === undefined) return { say: row.advice, log: row.log };
  return { say: row.verdict === 'FIX' ? finding.remedy : row.advice, log: row.log ?? finding.log };
}
