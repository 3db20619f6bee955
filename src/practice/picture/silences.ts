import type { Span } from '../../journal/away.ts';
import { addDays, type Day } from '../../journal/days.ts';
import { silentDays } from '../../journal/gaps.ts';
import { type History, historyOf, type Relationship } from '../../journal/history.ts';
import { touchEvery } from '../../rules/cadence.ts';
import { usualSilence } from '../../rules/silence.ts';
import type { Silence } from '../picture.ts';

/** The silences that reach into a picture, each measured by those before it, as it stood on its last day. */
export function silencesOf(
  relationship: Relationship,
  { from, to }: Span,
  stretches: readonly History[],
): readonly Silence[] {
  const talks = (stretches.at(-1)?.ever.twoWay ?? []).filter(({ on }) => on > from);
  const ends = new Set<Day>([
    ...talks.map(({ on }) => addDays(on, -1)),
    ...stretches.map(({ asOf }) => asOf),
  ]);
  return [...ends]
    .sort((a, b) => a - b)
    .flatMap((end) => {
      const history = historyOf(relationship, end);
      // The gaps know of two years alone; what has lasted longer is no less of a silence.
      const last = history.fresh.twoWay.at(-1);
      if (last === undefined) return [];
      const days = silentDays(last, history.away, end);
      if (days <= longestUsual(history)) return [];
      return [{ from: addDays(last.on, 1), to: end, days, isOpen: end === to }];
    });
}

/** What the rule `silence` takes for usual. Where too little is known of them, that is as long as a touch may wait, too. */
function longestUsual(history: History): number {
  const { days, isKnown } = usualSilence(history);
  return isKnown ? days : Math.max(days, touchEvery(history));
}
