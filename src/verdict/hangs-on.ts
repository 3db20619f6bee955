import { type Chronicle, chronicleOf, withoutEntries } from '../journal/chronicle.ts';
import { isOccasion, type Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { looksOf, sightBeside } from './beside.ts';
import { decideOn, type Judgement } from './judge.ts';

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
  const chronicle = chronicleOf(relationship.entries);
  const referring = chronicle.derived(references);
  const looks = looksOf(relationship);
  const hinges = between(chronicle.shelf(isRemovable), undefined, asOf).flatMap((entry) => {
    const gone = [entry, ...(referring.get(entry.id) ?? [])];
    const without = withoutEntries(relationship.entries, gone);
    const sight = sightBeside(relationship, gone, without, looks);
    const becomes = decideOn(sight, asOf, sums.ours).row.verdict;
    return becomes === verdict ? [] : [{ entry, becomes }];
  });
  return hinges.sort((a, b) => a.entry.seq - b.entry.seq);
}

const isRemovable = (entry: Recorded): entry is Recorded =>
  isOccasion(entry) || entry.type === 'promise';

type Referring = Recorded & { readonly ref: string };
const isReferring = (entry: Recorded): entry is Referring => 'ref' in entry;

/** What refers to each entry. */
function references(chronicle: Chronicle): ReadonlyMap<string, readonly Recorded[]> {
  const found = new Map<string, Recorded[]>();
  for (const entry of chronicle.shelf(isReferring)) {
    const others = found.get(entry.ref);
    if (others === undefined) found.set(entry.ref, [entry]);
    else others.push(entry);
  }
  return found;
}
