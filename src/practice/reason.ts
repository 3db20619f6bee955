import toll from '../rules/toll.ts';
import type { JudgedRule, Judgement } from '../verdict/judge.ts';

/**
 * Why the verdict is what it is, in one line: the finding that weighs most, else what the table says.
 * @param privately whether the seller's own feelings may be told
 */
export function reasonOf({ row, rules, sums, verdict }: Judgement, privately = true): string {
  if (verdict === 'KEEP') return row.advice;
  const oursFirst = sums.ours > 0 && verdict !== 'DROP';
  const weight = ({ rule, level }: JudgedRule): number =>
    (rule.side === 'ours') === oursFirst ? (level ?? 0) : 0;
  const [worst] = rules
    .filter(({ rule }) => privately || rule.name !== toll.name)
    .sort((a, b) => weight(b) - weight(a));
  return worst === undefined || weight(worst) === 0
    ? row.advice
    : `${worst.rule.name}: ${worst.outcome.message}`;
}
