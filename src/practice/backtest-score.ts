import type { Day } from '../journal/days.ts';
import { type Bounds, median, wilson } from '../rules/statistics.ts';
import type { Stretch, Week } from './backtest-weeks.ts';

/** An alarm is right where business ended within so many days after it last stood. */
export const RIGHT_WITHIN_DAYS = 180;

/** Whether a reviewer warns in a week. */
export type Rings = (week: Week) => boolean;

/** `hits` of `of`, and what the true share may be. */
export interface Share extends Bounds {
  readonly hits: number;
  readonly of: number;
}

/** How well one reviewer would have done. */
export interface Score {
  /** Losses before which the last review warned. */
  readonly warned: Share;
  /** Days from the beginning of that warning to the loss, in the middle; null where none was warned of. */
  readonly lead: number | null;
  /** Alarms, each as long as it stood, after which business did not end in time. */
  readonly falseAlarms: Share;
  /** Alarms of which nobody can tell yet. */
  readonly open: number;
  readonly weeks: { readonly alarmed: number; readonly all: number };
}

/** Weeks in a row in which a reviewer warned. */
interface Alarm {
  readonly from: Day;
  readonly to: Day;
}

/** The time that is looked at: alarms that began in it, losses that fell into it. */
export interface Range {
  readonly since: Day;
  readonly until: Day;
}

export const share = (hits: number, of: number): Share => ({ hits, of, ...wilson(hits, of) });

/** Losses with a review before them; what nobody had seen could not be warned of. */
export const lossesIn = (stretches: readonly Stretch[], { since }: Range): readonly Stretch[] =>
  stretches.filter(({ end, weeks }) => end?.how === 'lost' && end.on >= since && weeks.length > 0);

/** Days from the beginning of the warning that stood at the last review to the end; null where none stood. */
export function leadOf({ end, weeks }: Stretch, rings: Rings): number | null {
  const last = alarmsIn(weeks, rings).at(-1);
  if (end === undefined || last === undefined || last.to !== weeks.at(-1)?.day) return null;
  return end.on - last.from;
}

export function scoreOf(stretches: readonly Stretch[], range: Range, rings: Rings): Score {
  const leads = lossesIn(stretches, range).map((stretch) => leadOf(stretch, rings));
  const told = leads.filter((lead) => lead !== null);
  const fates = stretches.flatMap((stretch) =>
    alarmsIn(stretch.weeks, rings)
      .filter(({ from }) => from >= range.since)
      .map((alarm) => fateOf(alarm, stretch, range)),
  );
  const count = (fate: Fate): number => fates.filter((each) => each === fate).length;
  const weeks = stretches.flatMap((each) => each.weeks).filter(({ day }) => day >= range.since);
  return {
    warned: share(told.length, leads.length),
    lead: median(told) ?? null,
    falseAlarms: share(count('wrong'), count('wrong') + count('right')),
    open: count('open'),
    weeks: { alarmed: weeks.filter(rings).length, all: weeks.length },
  };
}

type Fate = 'right' | 'wrong' | 'open';

function fateOf({ to }: Alarm, { end }: Stretch, { until }: Range): Fate {
  if (end !== undefined) return end.on - to <= RIGHT_WITHIN_DAYS ? 'right' : 'wrong';
  return until - to < RIGHT_WITHIN_DAYS ? 'open' : 'wrong';
}

function alarmsIn(weeks: readonly Week[], rings: Rings): readonly Alarm[] {
  const alarms: Alarm[] = [];
  let from: Day | undefined;
  for (const week of weeks) {
    if (!rings(week)) {
      from = undefined;
      continue;
    }
    if (from !== undefined) alarms.pop();
    from ??= week.day;
    alarms.push({ from, to: week.day });
  }
  return alarms;
}
