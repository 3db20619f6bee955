import { addDays, type Day, WEEK } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import { type History, historyOf, lately } from '../journal/history.ts';
import { between } from '../journal/order.ts';
import type { Stage } from '../journal/stage.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import cadence from '../rules/cadence.ts';
import type { CustomerReview, Review } from './review.ts';

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
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly time: {
    readonly days: number;
    readonly prospectMinutes: number;
    readonly customerMinutes: number;
    /** With those at DROP and REBUILD, prospects among them. */
    readonly worstMinutes: number;
    readonly worstShare: number | null;
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
  /** The most valuable ongoing customer at KEEP or FIX who is left alone; null where nobody is. */
  readonly leftAlone: LeftAlone | null;
}

interface Seen {
  readonly review: CustomerReview;
  readonly history: History;
  readonly minutes: number;
  readonly yearMinutes: number;
  readonly income: number;
}

/** Adds up the whole review, whatever part of it is shown. */
export function wholeBook({ asOf, customers }: Review): WholeBook {
  const seen = customers.map((review): Seen => {
    const history = historyOf(review.relationship, asOf);
    const { minutes } = effortOf(lately(history.ever.entries, asOf, TIME_DAYS), asOf);
    const { income, minutes: yearMinutes } = history.effort;
    return { review, history, minutes, yearMinutes, income };
  });
  const counted = (verdict: Verdict): number => at(seen, [verdict]).length;
  const yearAt = (verdict: Verdict): WholeBook['year'][Verdict] => {
    const some = at(seen, [verdict]);
    const minutes = some.reduce((sum, { yearMinutes }) => sum + yearMinutes, 0);
    return { minutes, income: incomeOf(some) };
  };
  return {
    customers: customers.length,
    changed: customers.filter(({ changed }) => changed).length,
    verdicts: {
      DROP: counted('DROP'),
      REBUILD: counted('REBUILD'),
      FIX: counted('FIX'),
      KEEP: counted('KEEP'),
    },
    time: timeOf(seen, asOf),
    year: {
      DROP: yearAt('DROP'),
      REBUILD: yearAt('REBUILD'),
      FIX: yearAt('FIX'),
      KEEP: yearAt('KEEP'),
    },
    atStake: atStake(seen),
    drops: dropsOf(seen),
    ourPromises: promisesOf(seen, asOf),
    leftAlone: leftAlone(at(seen, ['KEEP', 'FIX']))[0] ?? null,
  };
}

const at = (seen: readonly Seen[], verdicts: readonly Verdict[]): readonly Seen[] =>
  seen.filter(({ review }) => verdicts.includes(review.judgement.verdict));
const minutesOf = (seen: readonly Seen[]): number =>
  seen.reduce((sum, { minutes }) => sum + minutes, 0);
const incomeOf = (seen: readonly Seen[]): number =>
  seen.reduce((sum, { income }) => sum + income, 0);
const part = (some: number, all: number): number | null => (all > 0 ? some / all : null);

function timeOf(seen: readonly Seen[], asOf: Day): WholeBook['time'] {
  const prospects = seen.filter(isProspect);
  const [all, prospectMinutes] = [minutesOf(seen), minutesOf(prospects)];
  const worstMinutes = minutesOf(at(seen, WORST));
  return {
    days: TIME_DAYS,
    prospectMinutes,
    customerMinutes: all - prospectMinutes,
    worstMinutes,
    worstShare: part(worstMinutes, all),
    weeks: Array.from({ length: TIME_DAYS / WEEK }, (_, index) => {
      const end = addDays(asOf, (index + 1) * WEEK - TIME_DAYS);
      // The day that is four weeks old belongs to the first.
      return timeBetween(seen, addDays(end, index === 0 ? -WEEK : 1 - WEEK), end);
    }),
  };
}

const isProspect = ({ history }: Seen): boolean => history.standing.stage === 'prospect';

function timeBetween(
  seen: readonly Seen[],
  start: Day,
  end: Day,
): WholeBook['time']['weeks'][number] {
  const [prospectMinutes, customerMinutes] = [true, false].map((of) =>
    seen.reduce((sum, each) => {
      if (isProspect(each) !== of) return sum;
      return sum + effortOf(between(each.history.ever.entries, start, end), end).minutes;
    }, 0),
  );
  return { prospectMinutes: prospectMinutes ?? 0, customerMinutes: customerMinutes ?? 0 };
}

function atStake(seen: readonly Seen[]): WholeBook['atStake'] {
  const [income, allIncome] = [incomeOf(at(seen, WORST)), incomeOf(seen)];
  return { income, allIncome, share: part(income, allIncome) };
}

function dropsOf(seen: readonly Seen[]): WholeBook['drops'] {
  const drops = at(seen, ['DROP']);
  const isOver = ({ history }: Seen): boolean => history.standing.stage === 'dropped';
  const [still, coming] = [seen, drops].map((some) => some.filter((each) => !isOver(each)));
  const share = part(coming?.length ?? 0, still?.length ?? 0);
  const incomeShare = part(incomeOf(coming ?? []), incomeOf(seen));
  return {
    customers: drops.length,
    alreadyDropped: drops.filter(isOver).length,
    share,
    incomeShare,
    manyOf: isMany(share) ? 'customers' : isMany(incomeShare) ? 'income' : null,
  };
}

const isMany = (share: number | null): boolean => share !== null && share > MANY_DROPS;

function promisesOf(seen: readonly Seen[], asOf: Day): WholeBook['ourPromises'] {
  const waiting = seen
    .flatMap(({ history }) => history.ourPromises)
    .filter(({ unresolved }) => unresolved);
  return {
    late: waiting.filter(({ status, lateness }) => status !== 'open' && lateness > 0).length,
    soon: waiting.filter(({ status, due }) => status === 'open' && due - asOf <= SOON_DAYS).length,
    soonDays: SOON_DAYS,
  };
}

/** Those whom the rule `cadence` finds left alone, the most valuable first. */
function leftAlone(seen: readonly Seen[]): readonly LeftAlone[] {
  return seen
    .filter(({ history }) => ONGOING.includes(history.standing.stage))
    .flatMap(({ review }): readonly LeftAlone[] => {
      const found = review.judgement.rules.find(({ rule }) => rule.name === cadence.name);
      const days = found?.outcome.numbers['days'];
      if (days === undefined || (found?.level ?? 0) === 0) return [];
      return [{ customer: review.relationship.customer.name, days, value: review.value }];
    })
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.days - a.days);
}
