import { counted } from '../../journal/counted.ts';
import type { Verdict } from '../../journal/vocabulary.ts';
import type { Week } from '../../verdict/weeks.ts';
import { verdictClass } from './verdict-word.tsx';

const HEIGHTS: Readonly<Record<Verdict, number>> = { KEEP: 1, FIX: 2, REBUILD: 3, DROP: 4 };
const MOST = 4;

interface Run {
  readonly verdict: Verdict | null;
  readonly at: number;
  readonly weeks: number;
}

/** The weeks of half a year, the latest last: the worse the verdict, the higher the bar. */
export function VerdictBand({ weeks }: { readonly weeks: readonly Week[] }) {
  const runs = runsOf(weeks);
  const words = runs
    .map(({ verdict, weeks: count }) => `${verdict ?? 'nothing known'} ${counted(count, 'week')}`)
    .join(', then ');
  return (
    <svg
      class="weeks"
      viewBox={`0 0 ${weeks.length} ${MOST}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      {runs.map(({ verdict, at, weeks: count }) =>
        verdict === null ? null : (
          <path class={verdictClass(verdict)} d={barOf(at, count, HEIGHTS[verdict])} />
        ),
      )}
    </svg>
  );
}

const barOf = (at: number, width: number, height: number): string =>
  `M${at} ${MOST}v-${height}h${width}v${height}z`;

function runsOf(weeks: readonly Week[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, { verdict }] of weeks.entries()) {
    const last = runs.at(-1);
    if (last?.verdict === verdict) runs[runs.length - 1] = { ...last, weeks: last.weeks + 1 };
    else runs.push({ verdict, at, weeks: 1 });
  }
  return runs;
}
