import type { Day } from '../../../src/journal/days.ts';
import { isOccasion, type Recorded } from '../../../src/journal/entry.ts';
import type { Relationship } from './plain-history.ts';
import { until } from './plain-order.ts';
import type { Verdict } from '../../../src/journal/vocabulary.ts';
import { sightOf } from './plain-holding.ts';
import { decideOn, type Judgement } from './plain-judge.ts';

/** An entry without which the verdict would be another word. */
export interface Hinge {
  readonly entry: Recorded;
  readonly becomes: Verdict;
}

/**
 * The single entries that the verdict hangs on, in order of recording; none means that it is firm. Each touch, promise and work
 * entry is taken away in turn with what refers to it; our own side and the median are held as they are.
 */
export function hangsOn(relationship: Relationship, judgement: Judgement): readonly Hinge[] {
  const { asOf, sums, verdict } = judgement;
  const hinges = until(relationship.entries, asOf).flatMap((entry) => {
    if (!isOccasion(entry) && entry.type !== 'promise') return [];
    const becomes = verdictWithout(relationship, entry, asOf, sums.ours);
    return becomes === verdict ? [] : [{ entry, becomes }];
  });
  return hinges.sort((a, b) => a.entry.seq - b.entry.seq);
}

function verdictWithout(
  relationship: Relationship,
  removed: Recorded,
  asOf: Day,
  ours: Judgement['sums']['ours'],
): Verdict {
  const entries = relationship.entries.filter(
    (entry) => entry.id !== removed.id && !('ref' in entry && entry.ref === removed.id),
  );
  return decideOn(sightOf({ ...relationship, entries }), asOf, ours).row.verdict;
}
