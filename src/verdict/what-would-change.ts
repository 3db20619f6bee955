import { addDays, type Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { Relationship } from '../journal/history.ts';
import { byOrder, until } from '../journal/order.ts';
import type { Settings } from '../journal/settings.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { medianOn } from './book.ts';
import { sightOf } from './holding.ts';
import { type Judgement, verdictSeen } from './judge.ts';
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
const WEEK = 7;

interface Scene {
  readonly relationship: Relationship;
  readonly judgement: Judgement;
  readonly settings: Settings;
  /** The relationships of the whole book, this one among them. */
  readonly book: readonly Relationship[];
}

/**
 * The nearest changes of the verdict, at most three, each found by judging a changed copy of the journal; the next day
 * first, then the fewest entries. What happens after the review date is left out of all of it.
 */
export function whatWouldChange(scene: Scene, whatIfs: readonly WhatIf[]): readonly Change[] {
  const { judgement } = scene;
  const { asOf, verdict } = judgement;
  const verdictOn = replay(scene);
  const quiet = new Map<number, Verdict>();
  const quietly = (weeks: number): Verdict => {
    const known = quiet.get(weeks) ?? verdictOn([], addDays(asOf, weeks * WEEK));
    quiet.set(weeks, known);
    return known;
  };
  const changes = (becomes: Verdict, worse: boolean): boolean =>
    worse ? severity(becomes) > severity(verdict) : severity(becomes) < severity(verdict);

  const nearest = (some: readonly WhatIf[], worse = false): Change | undefined => {
    for (let weeks = 0; weeks <= AHEAD_WEEKS; weeks += 1) {
      const on = addDays(asOf, weeks * WEEK);
      const entries = some.flatMap((each) => each.entries(weeks)).sort(byOrder);
      const becomes = verdictOn(entries, on);
      if (changes(becomes, worse) && becomes !== quietly(weeks))
        return { says: saidOf(some, weeks, on), on, verdict: becomes, entries };
    }
    return undefined;
  };

  const found = whatIfs.flatMap((each) => nearest([each], each.worse) ?? []);
  const better = whatIfs.filter(({ worse }) => worse !== true);
  const together = found.some(({ verdict: becomes }) => changes(becomes, false))
    ? undefined
    : fewestOf(better, nearest);
  const alone = quietChange(verdict, asOf, quietly);
  return [...found, ...(together === undefined ? [] : [together]), ...alone]
    .sort((a, b) => a.on - b.on || a.entries.length - b.entries.length)
    .slice(0, MOST_CHANGES);
}

/** All of it together, then one thing after the other left out that is not needed for the same day. */
function fewestOf(
  all: readonly WhatIf[],
  nearest: (some: readonly WhatIf[]) => Change | undefined,
): Change | undefined {
  let best = all.length < 2 ? undefined : nearest(all);
  if (best === undefined) return undefined;
  let needed = all;
  for (const each of all) {
    const rest = needed.filter((other) => other !== each);
    const change = rest.length === 0 ? undefined : nearest(rest);
    if (change === undefined || change.on > best.on) continue;
    best = change;
    needed = rest;
  }
  return best;
}

function quietChange(
  verdict: Verdict,
  asOf: Day,
  quietly: (weeks: number) => Verdict,
): readonly Change[] {
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

/** Judges a copy of the journal that ends on the review date and goes on with these entries. */
function replay({
  relationship,
  judgement,
  settings,
  book,
}: Scene): (entries: readonly Recorded[], on: Day) => Verdict {
  const { asOf } = judgement;
  const past = until(relationship.entries, asOf);
  const others = book
    .filter(({ customer }) => customer.name !== relationship.customer.name)
    .map((each) => ({ ...each, entries: until(each.entries, asOf) }));
  // With a floor nobody is compared with others.
  const compared = (settings.floor ?? 0) === 0;
  return (entries, on) => {
    const changed = { ...relationship, entries: [...past, ...entries] };
    const medianReturn = compared ? medianOn([...others, changed], on) : undefined;
    return verdictSeen(sightOf({ ...changed, medianReturn }), on);
  };
}
