import { chronicleOf } from '../../journal/chronicle.ts';
import type { Occasion, Person, Recorded } from '../../journal/entry.ts';
import type { History } from '../../journal/history.ts';
import { type Ladder, ladderOf } from '../../journal/ladder.ts';
import { between } from '../../journal/order.ts';
import type { NextStep } from '../../verdict/next-step.ts';
import { gapsTold } from '../beginning.ts';
import { type Incident, incidents } from '../troubles.ts';
import {
  type Approach,
  approachOf,
  type Changed,
  failedApproaches,
  openingIn,
  type SlowWatch,
  slowWatch,
  triggersIn,
} from './approach.ts';
import { type Break, breakOf, type Regarded } from './broken.ts';
import { type Decider, decidersOf } from './deciders.ts';
import { type Course, courseOf, nextOnTheWay } from './next.ts';
import { type OnceGood, onceGood } from './once-good.ts';
import { type Worth, worthOf } from './worth.ts';

/** How far one has come with a customer, and what comes next. */
export interface Way {
  readonly regarded: Regarded;
  readonly broken: Break | undefined;
  readonly ladder: Ladder | undefined;
  readonly approach: Approach | undefined;
  readonly opening: Recorded | undefined;
  readonly hasOpening: boolean;
  /** Approaches in a row that came to nothing. */
  readonly failures: readonly Recorded[];
  readonly failed: number;
  readonly course: Course;
  readonly next: NextStep;
}

export function wayBack(regarded: Regarded): Way {
  const broken = breakOf(regarded);
  const { history, relationship } = regarded;
  const { asOf } = history;
  // The way back of whoever was dropped is theirs.
  const ladder =
    broken === undefined || broken.kind === 'dropped'
      ? undefined
      : ladderOf(chronicleOf(relationship.entries), broken.since, asOf);
  const since = broken === undefined ? [] : sinceBroken(broken, history);
  const approach = broken && approachOf(broken, since);
  const opening = broken && openingIn(since);
  const failures =
    broken === undefined || ladder === undefined ? [] : failedApproaches(broken, history, ladder);
  const known = {
    broken,
    ladder,
    approach,
    opening,
    hasOpening: opening !== undefined,
    failures,
    failed: failures.length,
  };
  return {
    regarded,
    ...known,
    course: courseOf(regarded, known),
    next: nextOnTheWay(regarded, known),
  };
}

/** What was written down on the day itself, before it broke, is left out. */
function sinceBroken({ entry, since }: Break, { asOf, ever }: History): readonly Recorded[] {
  const entries = between(ever.entries, since, asOf);
  return entries.slice(Math.max(0, entries.indexOf(entry)));
}

/** All that is to be known before one goes back to somebody. */
export interface RebuildPage {
  readonly way: Way;
  readonly good: OnceGood | undefined;
  readonly troubles: readonly Incident[];
  readonly triggers: readonly Changed[];
  readonly watch: SlowWatch | undefined;
  readonly deciders: readonly Decider[];
  readonly worth: Worth | undefined;
  /** The last thing that went wrong from which nothing has been learned yet. */
  readonly unlearned: Occasion | undefined;
}

/** @param people theirs */
export function rebuildPage(regarded: Regarded, people: readonly Person[]): RebuildPage {
  const way = wayBack(regarded);
  const { broken } = way;
  const { history, relationship } = regarded;
  const { asOf, ever } = history;
  const gaps = gapsTold(relationship.customer, ever.entries);
  return {
    way,
    good: broken && onceGood(relationship, broken),
    troubles: incidents(
      ever.entries.filter((entry) => !gaps.includes(entry)),
      asOf,
    ),
    triggers: broken === undefined ? [] : triggersIn(sinceBroken(broken, history)),
    watch: history.standing.stage === 'lost' ? slowWatch(history) : undefined,
    deciders: decidersOf(people, history),
    worth: broken && worthOf(regarded, broken),
    unlearned: unlearnedOf(ever.entries, ever.occasions),
  };
}

/** What did I do, and how did it work out: asked of each once, the last one first. */
function unlearnedOf(
  entries: readonly Recorded[],
  occasions: readonly Occasion[],
): Occasion | undefined {
  const learned = new Set(
    entries.flatMap((each) => (each.type === 'lesson' && each.ref !== undefined ? [each.ref] : [])),
  );
  return occasions.findLast(
    ({ fault, harm, id }) => fault !== undefined && harm !== undefined && !learned.has(id),
  );
}
