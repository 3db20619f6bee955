import { counted } from '../../journal/counted.ts';
import type { Verdict } from '../../journal/vocabulary.ts';
import type { Picture, Span } from '../../practice/picture.ts';
import { at, spanWords } from './chart-days.ts';
import { Mark } from './mark.tsx';
import { type LaneOf, partIn } from './timeline-lane.ts';
import { verdictClass } from './verdict-word.tsx';

const HEIGHT = 16;
const BELOW = 3;
const LETTER_WIDTH = 8.2;

/** The verdict, a stretch for each that held. */
export const verdictLane: LaneOf = (picture, { scale, span }) => ({
  height: HEIGHT + BELOW,
  marks: (top, _, sheet) =>
    verdictRuns(picture).map(({ verdict, weeks, ...run }) => {
      const part = partIn(span, run);
      if (part === undefined) return null;
      const [left, right] = [at(scale(part.from)), at(scale(part.to + 1))];
      const word = [verdict, verdict.slice(0, 1)].find(
        (each) => each.length * LETTER_WIDTH < right - left,
      );
      const middle = at((left + right) / 2);
      return (
        <Mark
          sheet={sheet}
          x={middle}
          y={top + HEIGHT}
          class={`run ${verdictClass(verdict)}`}
          title={`${verdict}, ${counted(weeks, 'week')}`}
          text={spanWords(run)}
        >
          <rect x={left} y={top} width={at(right - left)} height={HEIGHT} />
          <path d={`M${left} ${top + HEIGHT - 1}H${run.to > part.to ? right : at(right - 1)}`} />
          {word !== undefined && (
            <text class={run.from < part.from ? 'again' : undefined} x={left + 4} y={top + 12}>
              {word}
            </text>
          )}
        </Mark>
      );
    }),
});

export interface VerdictRun extends Span {
  readonly verdict: Verdict;
  readonly weeks: number;
}

/** The weeks with the same verdict one after another. */
export function verdictRuns({ weeks }: Pick<Picture, 'weeks'>): readonly VerdictRun[] {
  const runs: VerdictRun[] = [];
  let before: Verdict | null = null;
  for (const { from, to, verdict } of weeks) {
    const last = runs.at(-1);
    if (verdict !== null && last !== undefined && verdict === before)
      runs[runs.length - 1] = { ...last, to, weeks: last.weeks + 1 };
    else if (verdict !== null) runs.push({ verdict, from, to, weeks: 1 });
    before = verdict;
  }
  return runs;
}
