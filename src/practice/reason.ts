import type { JudgedRule, Judgement } from '../verdict/judge.ts';

/** Why the verdict is what it is, in one line: the finding that weighs most, else what the table says. */
export function reasonOf({ row, rules, sums, verdict }: Judgement): string {
  if (verdict === 'KEEP') return row.advice;
  const oursFirst = sums.ours > 0 && verdict !== 'DROP';
  const weight = ({ rule, level }: JudgedRule): number =>
    (rule.side === 'ours') === oursFirst ? (level ?? 0) : 0;
  const [worst] = [...rules].sort((a, b) => weight(b) - weight(a));
  return worst === undefined || weight(worst) === 0
    ? row.advice
    : `${worst.rule.name}: ${worst.outcome.message}`;
}
