import { addDays, type Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import type { History } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { type Standing, theirPromises } from '../journal/promises.ts';
import { isTurn, NEW_START_DAYS, type Stage, standingOf } from '../journal/stage.ts';

/** What an entry, or the mere passing of time, did to the stage. */
interface StageChange {
  readonly on: Day;
  readonly from: Stage;
  readonly to: Stage;
}

export interface Moment {
  readonly entry: Recorded;
  /** What changed with this entry. */
  readonly stage: StageChange | undefined;
  /** Stage changes after this entry and before the next one that nothing but time brought. */
  readonly after: readonly StageChange[];
  /** Of a promise, what became of it. */
  readonly standing: Standing | undefined;
  /** The entry that this one speaks of. */
  readonly about: Recorded | undefined;
}

/** Each entry in Order with what it changed and what became of it by `asOf`. */
export function timelineOf(
  entries: readonly Recorded[],
  history: History,
  asOf: Day,
): readonly Moment[] {
  const standings = promiseStandings(entries, history, asOf);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const changes = stageChanges(entries);
  const grown = grownStages(entries, changes, asOf);
  return entries.map((entry, index) => ({
    entry,
    stage: changes.get(entry.id),
    after: grown.filter(({ on }) => on >= entry.on && on < (entries[index + 1]?.on ?? Infinity)),
    standing: standings.get(entry.id),
    about: 'ref' in entry ? byId.get(entry.ref) : undefined,
  }));
}

function promiseStandings(
  entries: readonly Recorded[],
  { ourPromises, theirPromises: fresh }: History,
  asOf: Day,
): ReadonlyMap<string, Standing> {
  // Those from before the last new start no longer count; they are still part of the story.
  const earlier = theirPromises(until(entries, asOf), undefined, asOf);
  return new Map([...earlier, ...fresh, ...ourPromises].map((each) => [each.promise.id, each]));
}

function stageChanges(entries: readonly Recorded[]): ReadonlyMap<string, StageChange> {
  const changes = new Map<string, StageChange>();
  entries.forEach((entry, index) => {
    if (!isTurn(entry)) return;
    const from = standingOf(entries.slice(0, index), entry.on).stage;
    const to = standingOf(entries.slice(0, index + 1), entry.on).stage;
    if (from !== to) changes.set(entry.id, { on: entry.on, from, to });
  });
  return changes;
}

/** New starts that had become ordinary business before anything else happened to them. */
function grownStages(
  entries: readonly Recorded[],
  changes: ReadonlyMap<string, StageChange>,
  asOf: Day,
): readonly StageChange[] {
  return entries.flatMap((entry, index) => {
    if (!changes.has(entry.id)) return [];
    const { reset, stage: from } = standingOf(entries.slice(0, index + 1), entry.on);
    if (reset !== entry.on) return [];
    const on = addDays(reset, NEW_START_DAYS + 1);
    if (on > asOf) return [];
    const { reset: still, stage: to } = standingOf(until(entries, on), on);
    return still === reset && from !== to && to === 'active' ? [{ on, from, to }] : [];
  });
}
