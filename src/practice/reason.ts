import toll from '../rules/toll.ts';
import type { JudgedRule, Judgement } from '../verdict/judge.ts';

/** After a new start the stage decides, whatever is found on our side. */
const BY_STAGE: ReadonlySet<string> = new Set(['D1', 'B2', 'R1']);

/**
 * Why the verdict is what it is, in one line: the finding that weighs most, else what the table says, with what to do.
 * @param privately whether the seller's own feelings may be told
 */
export function reasonOf({ row, rules, sums, verdict }: Judgement, privately = true): string {
  const { condition } = row;
  const byTable = `${condition.charAt(0).toUpperCase()}${condition.slice(1)}. ${row.advice}`;
  if (verdict === 'KEEP' || BY_STAGE.has(row.row)) return byTable;
  const oursFirst = sums.ours > 0 && verdict !== 'DROP';
  const weight = ({ rule, level }: JudgedRule): number =>
    (rule.side === 'ours') === oursFirst ? (level ?? 0) : 0;
  const [worst] = rules
    .filter(({ rule }) => privately || rule.name !== toll.name)
    .sort((a, b) => weight(b) - weight(a));
  return worst === undefined || weight(worst) === 0
    ? byTable
    : `${worst.rule.name}: ${worst.outcome.message}`;
}
