import { type Chronicle, chronicleOf } from './chronicle.ts';
import type { Day } from './days.ts';
import { type EntryOf, ofTypes, type Recorded } from './entry.ts';
import { between } from './order.ts';
import type { Side } from './vocabulary.ts';

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
  /** Days from the due date until it was resolved, or the review date: negative where that comes before. */
  readonly sinceDue: number;
  readonly resolution: Resolution | undefined;
}

interface Ledger {
  readonly promise: Given;
  readonly resolutions: readonly Resolution[];
  readonly moves: readonly Move[];
}

const isSettling = ofTypes('done', 'broken', 'waived', 'moved');
const isGiven = ofTypes('promise');

const isHardship = ofTypes('hardship');

/** Every promise with what ever became of it, in Order. */
function allLedgers(chronicle: Chronicle): readonly Ledger[] {
  const found = new Map<string, Ledger & { resolutions: Resolution[]; moves: Move[] }>();
  for (const promise of chronicle.shelf(isGiven))
    found.set(promise.id, { promise, resolutions: [], moves: [] });
  // A second pass, because a resolution may be dated before its promise.
  for (const entry of found.size === 0 ? [] : chronicle.shelf(isSettling)) {
    const ledger = found.get(entry.ref);
    if (entry.type === 'moved') ledger?.moves.push(entry);
    else ledger?.resolutions.push(entry);
  }
  return [...found.values()];
}

/** The promises that one side had given by that day, each with what had become of it by then. */
function ledgers(chronicle: Chronicle, by: Side, asOf: Day): readonly Ledger[] {
  const known: Ledger[] = [];
  for (const ledger of chronicle.derived(allLedgers)) {
    const { moves, promise, resolutions } = ledger;
    if (promise.on > asOf) break;
    if (promise.by !== by) continue;
    const all = (resolutions.at(-1)?.on ?? asOf) <= asOf && (moves.at(-1)?.on ?? asOf) <= asOf;
    known.push(
      all
        ? ledger
        : {
            promise,
            resolutions: between(resolutions, undefined, asOf),
            moves: between(moves, undefined, asOf),
          },
    );
  }
  return known;
}

function agreedDue({ promise, moves }: Ledger): Day {
  return moves.findLast((move) => move.agreed === true)?.due ?? promise.due;
}

function standing(ledger: Ledger, due: Day, asOf: Day): Standing {
  const { promise } = ledger;
  const resolution = ledger.resolutions.at(-1);
  // A broken payment is still owed: its lateness runs on.
  const owed =
    resolution === undefined || (resolution.type === 'broken' && promise.kind === 'payment');
  const sinceDue = (owed ? asOf : resolution.on) - due;
  const days = Math.max(0, sinceDue);
  const status = statusOf(resolution, days, owed);
  const lateness = status === 'waived' || status === 'open' ? 0 : days;
  return { promise, due, status, unresolved: owed, lateness, sinceDue, resolution };
}

/** What became of it; `days` past its date when it was resolved, or by now where it is still owed. */
function statusOf(
  resolution: Resolution | undefined,
  days: number,
  owed: boolean,
): Standing['status'] {
  if (resolution !== undefined && resolution.type !== 'done') return resolution.type;
  if (owed && days > BROKEN_DAYS) return 'broken';
  if (days > GRACE_DAYS) return 'late';
  return owed ? 'open' : 'kept';
}

/** Our promises given by that day: no new start and no hardship of theirs excuses us. */
export function ourPromisesOn(chronicle: Chronicle, asOf: Day): readonly Standing[] {
  return ledgers(chronicle, 'us', asOf).map((ledger) => standing(ledger, agreedDue(ledger), asOf));
}

/**
 * Their promises since the reset, and the payments they still owed on that day; the due date of those is the reset
 * at the earliest. A hardship moves what falls due inside it to its last day.
 */
export function theirPromisesOn(
  chronicle: Chronicle,
  reset: Day | undefined,
  asOf: Day,
): readonly Standing[] {
  const standings: Standing[] = [];
  for (const ledger of ledgers(chronicle, 'them', asOf)) {
    const carried = reset !== undefined && ledger.promise.on < reset;
    if (carried && !owedOn(ledger, reset)) continue;
    const agreed = agreedDue(ledger);
    const started = carried && agreed < reset ? reset : agreed;
    const due = between(chronicle.shelf(isHardship), undefined, asOf).reduce<Day>(
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

/** The same, of entries in Order. */
export const ourPromises = (entries: readonly Recorded[], asOf: Day): readonly Standing[] =>
  ourPromisesOn(chronicleOf(entries), asOf);

/** The same, of entries in Order. */
export const theirPromises = (
  entries: readonly Recorded[],
  reset: Day | undefined,
  asOf: Day,
): readonly Standing[] => theirPromisesOn(chronicleOf(entries), reset, asOf);
