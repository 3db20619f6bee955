import type { Day } from '../journal/days.ts';
import type { Relationship } from '../journal/history.ts';
import { until as entriesUntil } from '../journal/order.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import { severity } from '../verdict/review.ts';
import { mediansOf } from '../verdict/track.ts';
import { type Disagreement, disagreementsOf } from './backtest-decisions.ts';
import {
  type Fate,
  fateOf,
  renewalsOf,
  sumOfVerdicts,
  verdictsBefore,
} from './backtest-outcomes.ts';
import {
  leadOf,
  lossesIn,
  type Range,
  RIGHT_WITHIN_DAYS,
  type Rings,
  type Score,
  scoreOf,
  type Share,
  share,
} from './backtest-score.ts';
import { fridays, type Stretch, stretchesOf, type Week } from './backtest-weeks.ts';
import type { Watch } from './watch.ts';

const SILENT_DAYS = 60;

const atLeast =
  (verdict: Verdict): Rings =>
  (week) =>
    severity(week.verdict) >= severity(verdict);

/** The review at three bars, and the two simple reviewers it has to beat. */
const REVIEWERS: readonly { readonly name: string; readonly rings: Rings }[] = [
  { name: 'FIX or worse', rings: atLeast('FIX') },
  { name: 'REBUILD or worse', rings: atLeast('REBUILD') },
  { name: 'DROP', rings: atLeast('DROP') },
  { name: `${SILENT_DAYS} days silent`, rings: ({ silent }) => silent > SILENT_DAYS },
  { name: 'always KEEP', rings: () => false },
];

/** One loss, and what had been said before it. */
export interface Loss {
  readonly customer: string;
  readonly on: Day;
  /** The verdict of the last review before. */
  readonly verdict: Verdict;
  /** Days ahead of each warning that stood at that review; null where none did. */
  readonly ahead: Readonly<Record<'FIX' | 'REBUILD' | 'DROP', number | null>>;
  /** No rule had warned in the half year before. */
  readonly surprise: boolean;
}

export interface Backtest extends Range {
  /** An alarm is right where business ended within so many days after it. */
  readonly withinDays: number;
  readonly weeks: number;
  readonly reviews: number;
  readonly customers: number;
  readonly fates: Readonly<Record<Fate, number>>;
  /** How many ends were drops of the seller's own. */
  readonly drops: number;
  /** Losses before which nobody could review: nothing had been entered. */
  readonly unseen: number;
  readonly losses: readonly Loss[];
  readonly surprises: Share;
  readonly reviewers: readonly (Score & { readonly name: string })[];
  /** Those that ever warned, in the order of the catalogue. */
  readonly rules: readonly (Score & { readonly name: string })[];
  readonly renewals: readonly (readonly [Verdict, number])[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Replays the review of every Friday and holds it against what became of the customers. Entries after `until` are left
 * out altogether; each review knows those dated by its own day.
 * @param since undefined: from the first entry on
 * @param watch is passed each customer before they are replayed
 */
export function backtest(
  book: readonly Relationship[],
  { since, until }: { readonly since: Day | undefined; readonly until: Day },
  watch: Watch = (each) => each,
): Backtest {
  const known = book
    .map((each) => ({ ...each, entries: entriesUntil(each.entries, until) }))
    .filter(({ entries }) => entries.length > 0);
  const first = known.reduce<Day>((least, { entries: [entry] }) => {
    return entry !== undefined && entry.on < least ? entry.on : least;
  }, until);
  const range = { since: since ?? first, until };
  const days = fridays(first, until);
  const medianOn = mediansOf(known);
  const replayed = Array.from(watch(known), (relationship) => ({
    stretches: stretchesOf(relationship, days, medianOn),
    fate: fateOf(relationship, range),
    renewals: renewalsOf(relationship.entries, range),
    disagreements: disagreementsOf(relationship, range, medianOn),
  }));
  const stretches = replayed.flatMap((each) => each.stretches);
  const scored = (name: string, rings: Rings) => ({ name, ...scoreOf(stretches, range, rings) });
  const losses = lossesIn(stretches, range)
    .map(lossOf)
    .sort((a, b) => a.on - b.on);
  const ended = (how: 'lost' | 'dropped'): number =>
    stretches.filter(({ end }) => end?.how === how && end.on >= range.since).length;
  return {
    ...range,
    withinDays: RIGHT_WITHIN_DAYS,
    weeks: days.filter((day) => day >= range.since).length,
    reviews: weeksOf(stretches, range).length,
    customers: known.length,
    fates: countFates(replayed.map(({ fate }) => fate)),
    drops: ended('dropped'),
    unseen: ended('lost') - losses.length,
    losses,
    surprises: share(losses.filter(({ surprise }) => surprise).length, losses.length),
    reviewers: REVIEWERS.map(({ name, rings }) => scored(name, rings)),
    rules: RULES.map(({ name }) => scored(name, ({ warned }) => warned.has(name))).filter(
      ({ weeks }) => weeks.alarmed > 0,
    ),
    renewals: sumOfVerdicts(replayed.map((each) => verdictsBefore(each.renewals, each.stretches))),
    disagreements: replayed
      .flatMap((each) => each.disagreements)
      .sort((a, b) => a.entry.on - b.entry.on || a.entry.seq - b.entry.seq),
  };
}

const weeksOf = (stretches: readonly Stretch[], { since }: Range): readonly Week[] =>
  stretches.flatMap(({ weeks }) => weeks).filter(({ day }) => day >= since);

function lossOf(stretch: Stretch): Loss {
  const { customer, end, weeks } = stretch;
  const last = weeks.at(-1);
  if (end === undefined || last === undefined) throw new Error(`${customer} was not lost`);
  const isNear = ({ day }: Week): boolean => end.on - day <= RIGHT_WITHIN_DAYS;
  return {
    customer,
    on: end.on,
    verdict: last.verdict,
    ahead: {
      FIX: leadOf(stretch, atLeast('FIX')),
      REBUILD: leadOf(stretch, atLeast('REBUILD')),
      DROP: leadOf(stretch, atLeast('DROP')),
    },
    surprise: !weeks.some((week) => isNear(week) && week.warned.size > 0),
  };
}

function countFates(fates: readonly Fate[]): Readonly<Record<Fate, number>> {
  const counts: Record<Fate, number> = {
    lost: 0,
    dropped: 0,
    'won back': 0,
    renewed: 0,
    'still there': 0,
  };
  for (const fate of fates) counts[fate] += 1;
  return counts;
}
