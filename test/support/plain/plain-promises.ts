import { addDays, type Day } from '../../../src/journal/days.ts';
import type { EntryOf, Recorded } from '../../../src/journal/entry.ts';
import type { Side } from '../../../src/journal/vocabulary.ts';

/** A promise may be so many days late and still counts as kept, or open. */
export const GRACE_DAYS = 2;
/** Unresolved for longer than this after its date, a promise is broken. */
const BROKEN_DAYS = 14;

type Given = Recorded<EntryOf<'promise'>>;
type Resolution = Recorded<EntryOf<'done' | 'broken' | 'waived'>>;
type Move = Recorded<EntryOf<'moved'>>;

/** A promise as it stands on a date. */
export interface Standing {
  readonly promise: Given;
  /** The date that counts: agreed moves, a new start and hardships considered. */
  readonly due: Day;
  readonly status: 'open' | 'kept' | 'late' | 'broken' | 'waived';
  readonly unresolved: boolean;
  /** Days past the due date; for what is unresolved, up to the review date. */
  readonly lateness: number;
  readonly resolution: Resolution | undefined;
}

interface Ledger {
  readonly promise: Given;
  readonly resolutions: Resolution[];
  readonly moves: Move[];
}

/** Every promise of one side with what became of it; `entries` are in Order and dated on or before the review date. */
function ledgers(entries: readonly Recorded[], by: Side): ReadonlyMap<string, Ledger> {
  const found = new Map<string, Ledger>();
  for (const entry of entries) {
    if (entry.type === 'promise' && entry.by === by)
      found.set(entry.id, { promise: entry, resolutions: [], moves: [] });
  }
  // A second pass, because a resolution may be dated before its promise.
  for (const entry of entries) {
    if (entry.type === 'done' || entry.type === 'broken' || entry.type === 'waived') {
      found.get(entry.ref)?.resolutions.push(entry);
    }
    if (entry.type === 'moved') found.get(entry.ref)?.moves.push(entry);
  }
  return found;
}

function agreedDue({ promise, moves }: Ledger): Day {
  return moves.findLast((move) => move.agreed === true)?.due ?? promise.due;
}

function standing(ledger: Ledger, due: Day, asOf: Day): Standing {
  const { promise } = ledger;
  const resolution = ledger.resolutions.at(-1);
  const shared = { promise, due, resolution };
  if (resolution?.type === 'waived')
    return { ...shared, status: 'waived', unresolved: false, lateness: 0 };
  // A broken payment is still owed: its lateness runs on.
  if (resolution !== undefined && !(resolution.type === 'broken' && promise.kind === 'payment')) {
    const lateness = Math.max(0, resolution.on - due);
    const inTime = resolution.on <= addDays(due, GRACE_DAYS);
    const status = resolution.type === 'broken' ? 'broken' : inTime ? 'kept' : 'late';
    return { ...shared, status, unresolved: false, lateness };
  }
  const lateness = Math.max(0, asOf - due);
  if (resolution !== undefined || lateness > BROKEN_DAYS)
    return { ...shared, status: 'broken', unresolved: true, lateness };
  if (lateness > GRACE_DAYS) return { ...shared, status: 'late', unresolved: true, lateness };
  return { ...shared, status: 'open', unresolved: true, lateness: 0 };
}

/** Our promises: no new start and no hardship of theirs excuses us. */
export function ourPromises(entries: readonly Recorded[], asOf: Day): readonly Standing[] {
  return [...ledgers(entries, 'us').values()].map((ledger) =>
    standing(ledger, agreedDue(ledger), asOf),
  );
}

/**
 * Their promises since the reset, and the payments they still owed on that day; the due date of those is the reset
 * at the earliest. A hardship moves what falls due inside it to its last day.
 */
export function theirPromises(
  entries: readonly Recorded[],
  reset: Day | undefined,
  asOf: Day,
): readonly Standing[] {
  const hardships = entries.filter((entry) => entry.type === 'hardship');
  const standings: Standing[] = [];
  for (const ledger of ledgers(entries, 'them').values()) {
    const carried = reset !== undefined && ledger.promise.on < reset;
    if (carried && !owedOn(ledger, reset)) continue;
    const agreed = agreedDue(ledger);
    const started = carried && agreed < reset ? reset : agreed;
    const due = hardships.reduce<Day>(
      (date, { from, to }) => (from <= date && date <= to ? to : date),
      started,
    );
    standings.push(standing(ledger, due, asOf));
  }
  return standings;
}

function owedOn({ promise, resolutions }: Ledger, reset: Day): boolean {
  const before = resolutions.findLast((resolution) => resolution.on < reset);
  return promise.kind === 'payment' && (before === undefined || before.type === 'broken');
}
