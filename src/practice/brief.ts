import type { Day } from '../journal/days.ts';
import type { EntryOf, Person, Recorded } from '../journal/entry.ts';
import { isHandedBrief } from '../journal/handover.ts';
import { historyOf } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import type { Standing } from '../journal/promises.ts';
import { isTurn } from '../journal/stage.ts';
import type { CustomerReview } from '../verdict/review.ts';
import { type AtStake, atStake } from './at-stake.ts';
import { gapsTold } from './beginning.ts';
import { type FirstWords, firstWords } from './first-words.ts';
import { type Known, peopleKnown } from './people-known.ts';
import { reasonOf } from './reason.ts';
import { type Strength, strengths } from './strengths.ts';
import { type Doubt, toConfirm } from './to-confirm.ts';
import { gap, incidents, type Trouble } from './troubles.ts';
import { THEIR_PAYMENTS, unkept } from './unkept.ts';

/** What to know before the first call. */
export interface Brief {
  readonly review: CustomerReview;
  /** Why the verdict is what it is, in one line. */
  readonly reason: string;
  /** The first day of which the journal knows anything. */
  readonly since: Day | undefined;
  /** When this was read last. */
  readonly read: Day | undefined;
  /** What the predecessor wrote, where the account came with a handover. */
  readonly left: Recorded<EntryOf<'change'>> | undefined;
  /** What goes on first, then the worst, then the newest. */
  readonly troubles: readonly Trouble[];
  /** Orders, losses, notices and the like, in Order. */
  readonly turns: readonly Recorded[];
  readonly strengths: readonly Strength[];
  readonly people: readonly Known[];
  /** Open or owed, ours first, each side by its date. */
  readonly promises: readonly Standing[];
  readonly stake: AtStake;
  readonly confirm: readonly Doubt[];
  readonly first: FirstWords;
}

export function briefOf(review: CustomerReview, cards: readonly Person[]): Brief {
  const { judgement, relationship } = review;
  const { asOf, standing } = judgement;
  const { customer } = relationship;
  const entries = until(relationship.entries, asOf);
  const history = historyOf(relationship, asOf);
  const gaps = gapsTold(customer, entries);
  const troubles = [
    ...[...incidents(besides(entries, gaps), asOf), ...unkept(entries, asOf)].map((trouble) =>
      sinceStart(trouble, standing.reset),
    ),
    ...gap(gaps),
  ].sort(byWeight);
  const people = peopleKnown(cards, entries);
  const open = (some: readonly Standing[]): readonly Standing[] =>
    some.filter(({ unresolved }) => unresolved).sort((a, b) => a.due - b.due);
  const ours = open(history.ourPromises);
  const left = entries.findLast(isHandedBrief);
  return {
    review,
    reason: reasonOf(judgement),
    since: entries[0]?.on,
    read: entries.findLast(({ type }) => type === 'read')?.on,
    left,
    troubles,
    turns: entries.filter(isTurn),
    strengths: strengths(relationship, asOf),
    people,
    promises: [...ours, ...open(history.theirPromises)],
    stake: atStake(relationship, asOf),
    confirm: toConfirm({ asOf, customer, entries, left, people, stage: standing.stage, troubles }),
    first: firstWords({ review, left, troubles, promises: ours }),
  };
}

/** What they did before a new start is past until it happens again; their debts stay what they are. */
function sinceStart(trouble: Trouble, start: Day | undefined): Trouble {
  const { entries, kind, whose } = trouble;
  if (start === undefined || whose !== 'theirs' || kind === THEIR_PAYMENTS) return trouble;
  const beforeStart = entries.every(({ on }) => on < start);
  return beforeStart ? { ...trouble, state: 'past', beforeStart } : trouble;
}

const besides = (entries: readonly Recorded[], some: readonly Recorded[]): readonly Recorded[] =>
  some.length === 0 ? entries : entries.filter((entry) => !some.includes(entry));

const STATES: readonly Trouble['state'][] = ['continuing', 'unsettled', 'past', 'gap'];

const byWeight = (a: Trouble, b: Trouble): number =>
  STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
  (b.harm ?? 0) - (a.harm ?? 0) ||
  b.last - a.last;
