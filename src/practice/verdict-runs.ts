import type { Day } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import type { Judgement } from '../verdict/judge.ts';

/** Weeks in a row with the same verdict. */
export interface VerdictRun {
  readonly verdict: Verdict;
  /** The first and the last day looked at. */
  readonly from: Day;
  readonly to: Day;
  readonly weeks: number;
  /** It may have begun earlier: nothing before it was looked at. */
  readonly earlier: boolean;
  /** The rules that found something serious enough to count in any of its weeks, the worst first. */
  readonly findings: readonly string[];
}

/** From here on a finding counts in the verdict. */
const WARN = 2;

/** The names of the rules that warn or worse, the worst first. */
export function countingRules(judgements: readonly Judgement[]): readonly string[] {
  const worst = RULES.map(({ name }) => ({
    name,
    level: Math.max(
      ...judgements.map(({ rules }) => rules.find(({ rule }) => rule.name === name)?.level ?? 0),
    ),
  }));
  return worst
    .filter(({ level }) => level >= WARN)
    .sort((a, b) => b.level - a.level)
    .map(({ name }) => name);
}

/** Joins weeks that say the same, oldest first. @param weeks in order; null where nothing had happened yet */
export function verdictRuns(weeks: readonly (Judgement | null)[]): readonly VerdictRun[] {
  const runs: Judgement[][] = [];
  for (const week of weeks) {
    if (week === null) continue;
    const last = runs.at(-1);
    if (last?.[0]?.verdict === week.verdict) last.push(week);
    else runs.push([week]);
  }
  return runs.flatMap((run, index) => {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        verdict: first.verdict,
        from: first.asOf,
        to: last.asOf,
        weeks: run.length,
        earlier: index === 0 && weeks[0] === first,
        findings: countingRules(run),
      },
    ];
  });
}
