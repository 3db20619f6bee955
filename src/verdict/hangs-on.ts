import {
  type Chronicle,
  chronicleOf,
  type Result,
  resultOf,
  withoutEntries,
} from '../journal/chronicle.ts';
import type { Day } from '../journal/days.ts';
import { isOccasion, type Recorded } from '../journal/entry.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { historiesOf, type Sight, sight } from './holding.ts';
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
    const becomes = decideOn(sightWithout(relationship, gone, looks), asOf, sums.ours).row.verdict;
    return becomes === verdict ? [] : [{ entry, becomes }];
  });
  return hinges.sort((a, b) => a.entry.seq - b.entry.seq);
}

/** What a rule sees in the whole journal, and on what that rests. */
type Looks = (rule: Rule, day: Day) => Result<Finding>;

function looksOf(relationship: Relationship): Looks {
  const known = new Map<Rule, Map<Day, Result<Finding>>>();
  return (rule, day) => {
    const days = known.get(rule) ?? new Map<Day, Result<Finding>>();
    known.set(rule, days);
    const result =
      days.get(day) ??
      resultOf(relationship.entries, (chronicle) =>
        rule.look(historyOf(relationship, day, chronicle)),
      );
    days.set(day, result);
    return result;
  };
}

/** A rule looks again only where one of the missing entries is among what it looked at. */
function sightWithout(relationship: Relationship, gone: readonly Recorded[], looks: Looks): Sight {
  const { chronicle, concerns } = withoutEntries(relationship.entries, gone);
  const history = historiesOf(relationship, chronicle);
  return sight(history, (rule, day) => {
    const whole = looks(rule, day);
    const same = gone.every(({ on }) => on > day) || !concerns(whole.of);
    return same ? whole.value : rule.look(history(day));
  });
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
