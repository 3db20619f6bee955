import { addDays, type Day } from '../journal/days.ts';
import { historyOf, type Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import type { Level, Rule } from '../rules/rule.ts';
import { type Hinge, hangsOn } from '../verdict/hangs-on.ts';
import type { JudgedRule } from '../verdict/judge.ts';
import type { CustomerReview, ReviewedAlone } from '../verdict/review.ts';
import { judgementsOn, type MedianOn, standingSince } from '../verdict/track.ts';
import { type Change, whatWouldChange } from '../verdict/what-would-change.ts';
import { type PassedOver, passedOver } from '../verdict/why-not.ts';
import { type AskedChange, askedChanges } from './asked-changes.ts';
import { type AtStake, atStake } from './at-stake.ts';
import { type Beginning, beginningOf } from './beginning.ts';
import { type EndOfBusiness, lastEnd } from './end-of-business.ts';
import { type FreedHours, freedHours, type Waiting, waitingBeside } from './freed-hours.ts';
import { type Capital, capitalOf } from './capital.ts';
import { type Lasting, lastingOf } from './lasting.ts';
import { type Failure, failuresOf } from './failures.ts';
import { type OwnFeeling, ownFeeling } from './own-feeling.ts';
import type { Remark } from './remark.ts';
import { remarksOf } from './remarks.ts';
import { type SignsOfLife, signsOfLife, signWords } from './signs-of-life.ts';
import { type Strength, strengths } from './strengths.ts';
import { whatIfs } from './what-ifs.ts';

/** What the same rule said a quarter earlier; a level of null where it had not enough data. */
interface Earlier {
  readonly asOf: Day;
  readonly level: Level | null;
  readonly message: string;
}

/** One rule with its past. */
export interface Traced {
  readonly judged: JudgedRule;
  /** The first day of the unbroken run of days on which it has stood; undefined where it stands no finding. */
  readonly since: Day | undefined;
  /** Undefined where nothing was known of the customer then. */
  readonly before: Earlier | undefined;
}

/** The first day on which what stands now, and at least warns, could have been known. */
interface Knowable {
  readonly on: Day;
  readonly rules: readonly Rule[];
}

/** All that there is to say about one verdict. */
export interface Reasoning {
  readonly review: CustomerReview;
  readonly hinges: readonly Hinge[];
  readonly passedOver: readonly PassedOver[];
  /** All rules, in the order shown. */
  readonly rules: readonly Traced[];
  readonly remarks: readonly Remark[];
  readonly failures: readonly Failure[];
  readonly askedChanges: readonly AskedChange[];
  readonly strengths: readonly Strength[];
  readonly changes: readonly Change[];
  readonly knowable: Knowable | undefined;
  readonly lasting: Lasting | undefined;
  readonly stake: AtStake;
  readonly life: SignsOfLife;
  /** The same in one sentence. */
  readonly lifeWords: string;
  readonly capital: Capital;
  readonly feeling: OwnFeeling;
  /** Undefined while nothing has happened between the two sides. */
  readonly beginning: Beginning | undefined;
  /** Undefined unless they have left or were dropped. */
  readonly ended: EndOfBusiness | undefined;
  /** What walking away would free; undefined where nobody says that you should, or you have. */
  readonly freed: FreedHours | undefined;
  /** Who is left waiting while these take more than an even part of all time; empty where they do not. */
  readonly meanwhile: readonly Waiting[];
}

const QUARTER_DAYS = 91;
const WARN = 2;

/** Explains one verdict of a review. */
export function reasoningOf({ medianOn, mostValuable, others, review }: ReviewedAlone): Reasoning {
  const { judgement, relationship } = review;
  const { asOf, standing, verdict } = judgement;
  const isGone = standing.stage === 'lost' || standing.stage === 'dropped';
  const rules = traced(review, medianOn);
  const history = historyOf(relationship, asOf);
  const knowable = firstKnowable(rules);
  const life = signsOfLife(until(relationship.entries, asOf));
  const speaking = strengths(relationship, asOf);
  const capital = capitalOf(relationship, others.minutes, asOf);
  return {
    review,
    hinges: hangsOn(relationship, judgement),
    passedOver: passedOver(judgement),
    rules,
    remarks: remarksOf(review),
    failures: failuresOf(history),
    askedChanges: askedChanges(history),
    strengths: speaking,
    changes: whatWouldChange({ relationship, judgement, others }, whatIfs(relationship, judgement)),
    knowable,
    lasting: lastingOf(theirSinces(rules), speaking, asOf),
    stake: atStake(relationship, asOf),
    life,
    lifeWords: signWords(life),
    capital,
    feeling: ownFeeling(relationship, knowable?.on, asOf),
    beginning: beginningOf(until(relationship.entries, asOf), asOf),
    ended: isGone ? lastEnd(relationship, asOf, medianOn) : undefined,
    freed:
      verdict === 'DROP' && standing.stage !== 'dropped'
        ? freedHours(review, mostValuable())
        : undefined,
    meanwhile:
      (capital.timeShare ?? 0) * others.count > 1 ? waitingBeside(review, mostValuable()) : [],
  };
}

function traced(
  { judgement, relationship }: CustomerReview,
  medianOn: MedianOn,
): readonly Traced[] {
  const { asOf } = judgement;
  const quarter = addDays(asOf, -QUARTER_DAYS);
  const [then] = judgementsOn(relationship, [quarter], medianOn);
  const known: Relationship = { ...relationship, entries: until(relationship.entries, asOf) };
  const sinceOf = standingSince(known, asOf, medianOn);
  return judgement.rules.map((judged) => {
    const earlier = then?.rules.find(({ rule }) => rule === judged.rule);
    return {
      judged,
      since: (judged.level ?? 0) === 0 ? undefined : sinceOf(judged.rule),
      before:
        earlier === undefined
          ? undefined
          : { asOf: quarter, level: earlier.level, message: earlier.outcome.message },
    };
  });
}

const theirSinces = (rules: readonly Traced[]): readonly Day[] =>
  rules.flatMap(({ judged, since }) =>
    since === undefined || judged.rule.side !== 'theirs' || (judged.level ?? 0) < WARN
      ? []
      : [since],
  );

/** The earliest of those that at least warn. */
function firstKnowable(rules: readonly Traced[]): Knowable | undefined {
  const serious = rules.flatMap(({ judged, since }) =>
    since === undefined || (judged.level ?? 0) < WARN ? [] : [{ rule: judged.rule, since }],
  );
  const [first] = [...serious].sort((a, b) => a.since - b.since);
  if (first === undefined) return undefined;
  return {
    on: first.since,
    rules: serious.filter(({ since }) => since === first.since).map(({ rule }) => rule),
  };
}
