import { withMoreEntries } from '../journal/chronicle.ts';
import { addDays, type Day, WEEK } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { byOrder, until } from '../journal/order.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { medianOfReturns, returnOn } from './book.ts';
import { looksOf, sightBeside } from './beside.ts';
import { besideMedian } from './holding.ts';
import { type Judgement, verdictSeen } from './judge.ts';
import type { Others } from './others.ts';
import { severity } from './review.ts';

/** Something that could happen from the review date on. */
export interface WhatIf {
  /** What would happen, as words after "if"; weekly things say how often, and until when. */
  says(times: number, until: Day): string;
  /** The entries that it would make, from the review date up to so many weeks later. */
  entries(weeks: number): readonly Recorded[];
  /** Once a week, instead of once. */
  readonly weekly: boolean;
  /** It makes the verdict worse, not better. */
  readonly worse?: true;
}

/** A change that was tried out on a copy of the journal, and what the verdict then was. */
export interface Change {
  readonly says: string;
  /** The day of the changed verdict. */
  readonly on: Day;
  readonly verdict: Verdict;
  /** What was made up, in Order; none where only time passed. */
  readonly entries: readonly Recorded[];
}

/** So far ahead something that happens is followed. */
export const AHEAD_WEEKS = 13;
/** So far ahead it is looked what time alone does. */
export const QUIET_WEEKS = 26;
const MOST_CHANGES = 3;

interface Scene {
  readonly relationship: Relationship;
  readonly judgement: Judgement;
  readonly others: Others;
}

/**
 * The nearest changes of the verdict, at most three, each found by judging a changed copy of the journal; the next day
 * first, then the fewest entries. What happens after the review date is left out of all of it.
 */
export function whatWouldChange(scene: Scene, whatIfs: readonly WhatIf[]): readonly Change[] {
  const { judgement } = scene;
  const { asOf, verdict } = judgement;
  const goingOn = replay(scene);
  const quietly = goingOn([]);
  const changes = (becomes: Verdict, worse: boolean): boolean =>
    worse ? severity(becomes) > severity(verdict) : severity(becomes) < severity(verdict);

  const nearest: Nearest = (some, { worse = false, last = AHEAD_WEEKS } = {}) => {
    const entriesUpTo = (weeks: number): readonly Recorded[] =>
      some.flatMap((each) => each.entries(weeks)).sort(byOrder);
    const verdictIn = goingOn(entriesUpTo(last));
    for (let weeks = 0; weeks <= last; weeks += 1) {
      const on = addDays(asOf, weeks * WEEK);
      const becomes = verdictIn(weeks);
      if (changes(becomes, worse) && becomes !== quietly(weeks))
        return {
          weeks,
          change: {
            says: saidOf(some, weeks, on),
            on,
            verdict: becomes,
            entries: entriesUpTo(weeks),
          },
        };
    }
    return undefined;
  };

  const found = whatIfs.flatMap((each) => {
    const worse = each.worse === true;
    return nearest([each], { worse })?.change ?? [];
  });
  const better = whatIfs.filter(({ worse }) => worse !== true);
  const together = found.some(({ verdict: becomes }) => changes(becomes, false))
    ? undefined
    : fewestOf(better, nearest);
  const alone = quietChange(verdict, asOf, quietly);
  return [...found, ...(together === undefined ? [] : [together]), ...alone]
    .sort((a, b) => a.on - b.on || a.entries.length - b.entries.length)
    .slice(0, MOST_CHANGES);
}

/** The first week in which these together change the verdict, up to the last one looked at. */
type Nearest = (
  some: readonly WhatIf[],
  within?: { readonly worse?: boolean; readonly last?: number },
) => Found | undefined;

interface Found {
  readonly change: Change;
  readonly weeks: number;
}

/** All of it together, then one thing after the other left out that is not needed for the same day. */
function fewestOf(all: readonly WhatIf[], nearest: Nearest): Change | undefined {
  const first = all.length < 2 ? undefined : nearest(all);
  if (first === undefined) return undefined;
  let best: Found = first;
  let needed = all;
  for (const each of all) {
    const rest = needed.filter((other) => other !== each);
    const fewer = rest.length === 0 ? undefined : nearest(rest, { last: best.weeks });
    if (fewer === undefined) continue;
    best = fewer;
    needed = rest;
  }
  return best.change;
}

function quietChange(verdict: Verdict, asOf: Day, quietly: VerdictIn): readonly Change[] {
  for (let weeks = 1; weeks <= QUIET_WEEKS; weeks += 1) {
    const becomes = quietly(weeks);
    const says = `nothing new happens for ${weeks === 1 ? 'a week' : `${weeks} weeks`}`;
    if (becomes !== verdict)
      return [{ says, on: addDays(asOf, weeks * WEEK), verdict: becomes, entries: [] }];
  }
  return [];
}

function saidOf(some: readonly WhatIf[], weeks: number, on: Day): string {
  return some
    .map((each) =>
      each.weekly ? each.says(weeks + 1, on) : each.says(1, addDays(on, -weeks * WEEK)),
    )
    .join(', and ');
}

/** The verdict so many weeks after the review date. */
type VerdictIn = (weeks: number) => Verdict;

/**
 * Judges copies of the journal that end on the review date and go on with other entries. A day does not see what comes
 * after it, so that one copy with all entries of the coming weeks serves each of them, and the days before the review
 * date are the same in all copies.
 */
function replay({
  relationship,
  judgement,
  others,
}: Scene): (entries: readonly Recorded[]) => VerdictIn {
  const { asOf } = judgement;
  const past = { ...relationship, entries: until(relationship.entries, asOf) };
  const looks = looksOf(past);
  // With a floor nobody is compared with others.
  const compared = (relationship.settings.floor ?? 0) === 0;
  return (entries) => {
    const more = withMoreEntries(past.entries, entries);
    const { chronicle } = more;
    const seen = sightBeside(past, entries, more, looks);
    return (weeks) => {
      const day = addDays(asOf, weeks * WEEK);
      const median = compared
        ? medianOfReturns([...others.returnsOn(day), ...returnOn(chronicle, day)])
        : undefined;
      return verdictSeen(besideMedian(seen, past, median, chronicle), day);
    };
  };
}
