import type { Span } from '../../journal/away.ts';
import { addDays } from '../../journal/days.ts';
import { type History, historyOf, type Relationship } from '../../journal/history.ts';

/**
 * What was judged as one: the history as it stood at the end of the picture, and on the last day before each new start
 * that lies in it. Oldest first.
 */
export function stretchesOf(relationship: Relationship, { from, to }: Span): readonly History[] {
  const stretches: History[] = [];
  for (let end = to; ;) {
    const history = historyOf(relationship, end);
    const { reset } = history.standing;
    stretches.unshift(history);
    if (reset === undefined || reset <= from) return stretches;
    end = addDays(reset, -1);
  }
}
