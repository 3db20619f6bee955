import { addDays, WEEK } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import { historyOf, lately } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import type { Stage } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import cadence from '../rules/cadence.ts';
import { type Lesson, lessonsIn, type Retold, retold, worseBy } from './retold.ts';
import { type CustomerReview, remembered, type Remembered } from './review.ts';

/** Where time went is asked of the last four weeks: long enough for a rhythm, short enough to be changed. */
const TIME_DAYS = 28;
/** Promises of ours that come due within a week are this week's work. */
const SOON_DAYS = 7;
/** Above this part of the customers or of the income, dropping is no longer weeding. */
const MANY_DROPS = 1 / 6;
const WORST: readonly Verdict[] = ['DROP', 'REBUILD'];
const ONGOING: readonly Stage[] = ['active', 'probation', 'rebuilding'];

/** A customer of value whom nobody has looked after; days as the rule `cadence` counts them. */
interface LeftAlone {
  readonly customer: string;
  readonly days: number;
  readonly value: number | null;
}

/** What the review says of the book as a whole. Shares are from 0 to 1, null where there is nothing to share. */
export interface WholeBook {
  readonly customers: number;
  readonly changed: number;
  /** Those of whom nothing was known on the day compared with. */
  readonly fresh: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly time: {
    readonly days: number;
    readonly prospectMinutes: number;
    readonly customerMinutes: number;
    /** With those at DROP and REBUILD, prospects among them. */
    readonly worstMinutes: number;
    readonly worstShare: number | null;
    /** Who is not at KEEP and took more of it than all others together; null where nobody did, or nobody else is there. */
    readonly most: { readonly customer: string; readonly share: number } | null;
    /** The same time week by week, the oldest first. */
    readonly weeks: readonly {
      readonly prospectMinutes: number;
      readonly customerMinutes: number;
    }[];
  };
  /** What a year took and gave, by the verdict of today. */
  readonly year: Readonly<Record<Verdict, { readonly minutes: number; readonly income: number }>>;
  /** Income of a year that hangs on customers at DROP and REBUILD. */
  readonly atStake: {
    readonly income: number;
    readonly allIncome: number;
    readonly share: number | null;
  };
  readonly drops: {
    readonly customers: number;
    /** Of these, dropped before: nothing is left to decide. They count neither among the drops to come nor among all. */
    readonly alreadyDropped: number;
    readonly share: number | null;
    readonly incomeShare: number | null;
    /** Of what the drops to come are more than a sixth; of both: the customers. */
    readonly manyOf: 'customers' | 'income' | null;
  };
  readonly ourPromises: {
    readonly late: number;
    readonly soon: number;
    readonly soonDays: number;
  };
  /** Lessons learned elsewhere that somebody whose verdict has become worse is a case of, the newest first. */
  readonly lessons: readonly Retold[];
  /** The most valuable ongoing customer at KEEP or FIX who is left alone; null where nobody is. */
  readonly leftAlone: LeftAlone | null;
}

/** What one customer adds to the book. */
export interface Part {
  readonly review: Remembered;
  /** Of the last weeks. */
  readonly minutes: number;
  /** The same week by week, the oldest first. */
  readonly weeks: readonly number[];
  readonly yearMinutes: number;
  readonly income: number;
  /** Our promises that are late, and those that come due soon. */
  readonly late: number;
  readonly soon: number;
  /** For so many days, as the rule `cadence` counts them; undefined where they are not. */
  readonly leftAlone: number | undefined;
  /** Learned from them. */
  readonly lessons: readonly Lesson[];
  /** The rules that count against somebody, where the verdict has become worse. */
  readonly worseBy: readonly string[];
}

export function partOf(review: CustomerReview): Part {
  const { asOf } = review.judgement;
  const history = historyOf(review.relationship, asOf);
  const { effort, ever, ourPromises } = history;
  const waiting = ourPromises.filter(({ unresolved }) => unresolved);
  return {
    review: remembered(review),
    minutes: effortOf(lately(ever.entries, asOf, TIME_DAYS), asOf).minutes,
    weeks: Array.from({ length: TIME_DAYS / WEEK }, (_, index) => {
      const end = addDays(asOf, (index + 1) * WEEK - TIME_DAYS);
      // The day that is four weeks old belongs to the first.
      const start = addDays(end, index === 0 ? -WEEK : 1 - WEEK);
      return effortOf(between(ever.entries, start, end), end).minutes;
    }),
    yearMinutes: effort.minutes,
    income: effort.income,
    late: waiting.filter(({ status, lateness }) => status !== 'open' && lateness > 0).length,
    soon: waiting.filter(({ status, due }) => status === 'open' && due - asOf <= SOON_DAYS).length,
    leftAlone: leftAloneFor(review),
    lessons: lessonsIn(history),
    worseBy: worseBy(review),
  };
}

/** @returns the days for which the rule `cadence` finds an ongoing customer at KEEP or FIX left alone */
function leftAloneFor({ judgement }: CustomerReview): number | undefined {
  if (WORST.includes(judgement.verdict) || !ONGOING.includes(judgement.standing.stage))
    return undefined;
  const found = judgement.rules.find(({ rule }) => rule.name === cadence.name);
  return (found?.level ?? 0) === 0 ? undefined : found?.outcome.numbers['days'];
}

/** Adds up the whole review, whatever part of it is shown. @param parts in the order of the review */
export function wholeBook(parts: readonly Part[]): WholeBook {
  const counted = (verdict: Verdict): number => at(parts, [verdict]).length;
  const yearAt = (verdict: Verdict): WholeBook['year'][Verdict] => {
    const some = at(parts, [verdict]);
    return { minutes: sumOf(some, ({ yearMinutes }) => yearMinutes), income: incomeOf(some) };
  };
  return {
    customers: parts.length,
    changed: parts.filter(({ review }) => review.changed).length,
    fresh: parts.filter(({ review }) => review.previous === null).length,
    verdicts: {
      DROP: counted('DROP'),
      REBUILD: counted('REBUILD'),
      FIX: counted('FIX'),
      KEEP: counted('KEEP'),
    },
    time: timeOf(parts),
    year: {
      DROP: yearAt('DROP'),
      REBUILD: yearAt('REBUILD'),
      FIX: yearAt('FIX'),
      KEEP: yearAt('KEEP'),
    },
    atStake: atStake(parts),
    drops: dropsOf(parts),
    ourPromises: {
      late: sumOf(parts, ({ late }) => late),
      soon: sumOf(parts, ({ soon }) => soon),
      soonDays: SOON_DAYS,
    },
    lessons: retold(
      parts.flatMap(({ lessons }) => lessons),
      parts.map(({ review, worseBy: rules }) => ({
        customer: review.relationship.customer.name,
        rules,
      })),
    ),
    leftAlone: mostLeftAlone(parts) ?? null,
  };
}

const at = (parts: readonly Part[], verdicts: readonly Verdict[]): readonly Part[] =>
  parts.filter(({ review }) => verdicts.includes(review.judgement.verdict));
const sumOf = (parts: readonly Part[], of: (part: Part) => number): number =>
  parts.reduce((sum, part) => sum + of(part), 0);
const minutesOf = (parts: readonly Part[]): number => sumOf(parts, ({ minutes }) => minutes);
const incomeOf = (parts: readonly Part[]): number => sumOf(parts, ({ income }) => income);
const share = (some: number, all: number): number | null => (all > 0 ? some / all : null);
const isIn =
  (stage: Stage) =>
  ({ review }: Part): boolean =>
    review.judgement.standing.stage === stage;

function timeOf(parts: readonly Part[]): WholeBook['time'] {
  const isProspect = isIn('prospect');
  const prospects = parts.filter(isProspect);
  const customers = parts.filter((part) => !isProspect(part));
  const [all, prospectMinutes] = [minutesOf(parts), minutesOf(prospects)];
  const worstMinutes = minutesOf(at(parts, WORST));
  return {
    days: TIME_DAYS,
    prospectMinutes,
    customerMinutes: all - prospectMinutes,
    worstMinutes,
    worstShare: share(worstMinutes, all),
    most: mostOf(parts, all),
    weeks: Array.from({ length: TIME_DAYS / WEEK }, (_, index) => ({
      prospectMinutes: sumOf(prospects, ({ weeks }) => weeks[index] ?? 0),
      customerMinutes: sumOf(customers, ({ weeks }) => weeks[index] ?? 0),
    })),
  };
}

function mostOf(parts: readonly Part[], all: number): WholeBook['time']['most'] {
  const most = parts.find(({ minutes }) => minutes * 2 > all);
  if (most === undefined || parts.length === 1) return null;
  if (most.review.judgement.verdict === 'KEEP') return null;
  return { customer: most.review.relationship.customer.name, share: most.minutes / all };
}

function atStake(parts: readonly Part[]): WholeBook['atStake'] {
  const [income, allIncome] = [incomeOf(at(parts, WORST)), incomeOf(parts)];
  return { income, allIncome, share: share(income, allIncome) };
}

function dropsOf(parts: readonly Part[]): WholeBook['drops'] {
  const isOver = isIn('dropped');
  const drops = at(parts, ['DROP']);
  const coming = drops.filter((part) => !isOver(part));
  const ofCustomers = share(coming.length, parts.filter((part) => !isOver(part)).length);
  const ofIncome = share(incomeOf(coming), incomeOf(parts));
  return {
    customers: drops.length,
    alreadyDropped: drops.length - coming.length,
    share: ofCustomers,
    incomeShare: ofIncome,
    manyOf: isMany(ofCustomers) ? 'customers' : isMany(ofIncome) ? 'income' : null,
  };
}

const isMany = (part: number | null): boolean => part !== null && part > MANY_DROPS;

/** The most valuable of those who are left alone. */
const mostLeftAlone = (parts: readonly Part[]): LeftAlone | undefined =>
  parts
    .flatMap(({ leftAlone: days, review: { relationship, value } }): readonly LeftAlone[] =>
      days === undefined ? [] : [{ customer: relationship.customer.name, days, value }],
    )
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.days - a.days)[0];
