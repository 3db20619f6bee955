import type { Day } from '../journal/days.ts';
import { isOccasion, type Occasion, type Recorded } from '../journal/entry.ts';
import type { Subject } from '../journal/vocabulary.ts';

/** One kind of thing that went wrong between us, told apart from all others. */
export interface Trouble {
  /** `delivery`, a label of the seller's own, `our promises`, or `other` where nothing says what it was. */
  readonly kind: string;
  /** It came again and is not mended; it happened and nobody said that it is over; it is over; it was never between us. */
  readonly state: 'continuing' | 'unsettled' | 'past' | 'gap';
  readonly whose: 'ours' | 'theirs' | 'shared' | 'unknown';
  /** How often: on how many days, or how many promises. */
  readonly times: number;
  readonly first: Day;
  readonly last: Day;
  /** The worst of it, 1 to 3; null where nobody wrote down how bad it was. */
  readonly harm: number | null;
  /** The day on which they accepted the last one as mended. */
  readonly mended: Day | null;
  /** All of it is theirs, and lies before the new start from which their conduct counts. */
  readonly beforeStart: boolean;
  /** In Order. */
  readonly entries: readonly Recorded[];
}

/** What went wrong between us. */
export type Incident = Trouble & { readonly state: Exclude<Trouble['state'], 'gap'> };

/** A repeat so long ago is history, as it is to the rules that count incidents. */
const HORIZON_DAYS = 730;
/** So long a harm is remembered by whoever suffered it; the worst is never forgotten. */
const REMEMBERED_DAYS: Readonly<Record<number, number>> = { 1: 365, 2: HORIZON_DAYS, 3: Infinity };
/** What can go wrong with the business itself; the other subjects are what a talk was for. */
const OF_BUSINESS: ReadonlySet<Subject> = new Set(['delivery', 'admin', 'price', 'order']);
/** What they may still suffer from: not over, and not of their making; broken promises are shown by themselves. */
export const goingOn = (troubles: readonly Trouble[]): readonly Trouble[] =>
  troubles.filter(
    ({ entries, state, whose }) =>
      state !== 'past' && whose !== 'theirs' && entries.every(({ type }) => type !== 'promise'),
  );

/** What nobody can say the kind of cannot come again. */
export const OTHER = 'other';

/** Every incident and complaint by its kind. @param entries in Order, up to `asOf` */
export function incidents(entries: readonly Recorded[], asOf: Day): readonly Incident[] {
  const accepted = new Map(
    entries.flatMap((entry) => (entry.type === 'accept' ? [[entry.ref, entry.on] as const] : [])),
  );
  const byKind = new Map<string, Occasion[]>();
  for (const occasion of entries.filter(isOccasion)) {
    // Who lets off steam speaks of what is known.
    if (byKind.size > 0 && isHearingOut(occasion)) continue;
    for (const kind of kindsOf(occasion)) byKind.set(kind, [...(byKind.get(kind) ?? []), occasion]);
  }
  return [...byKind].flatMap(([kind, some]) => {
    const [first] = some;
    const last = some.at(-1);
    if (first === undefined || last === undefined) return [];
    const times = new Set(some.map(({ on }) => on)).size;
    const harms = some.flatMap(({ harm }) => harm ?? []);
    const harm = harms.length === 0 ? null : Math.max(...harms);
    const mended = accepted.get(last.id) ?? null;
    const state = stateOf({ kind, times, harm, mended, age: asOf - last.on });
    const whose = kind === RUDE || kind === DEALBREAKER ? 'theirs' : whoseOf(some);
    const span = { first: first.on, last: last.on, beforeStart: false };
    return [{ kind, state, whose, times, ...span, harm, mended, entries: some }];
  });
}

/** What they told to be wrong there before they bought anything, all of it as one. @param told in Order */
export function gap(told: readonly Recorded[]): readonly Trouble[] {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      kind: 'gap',
      state: 'gap',
      whose: 'theirs',
      times: new Set(told.map(({ on }) => on)).size,
      first: first.on,
      last: last.on,
      harm: null,
      mended: null,
      beforeStart: false,
      entries: told,
    },
  ];
}

const RUDE = 'rudeness';
const DEALBREAKER = 'dealbreaker';

function kindsOf(entry: Occasion): readonly string[] {
  const { about = [], dealbreaker, fault, harm, rude, signals = [], tags = [] } = entry;
  const conduct = [
    ...(rude === true ? [RUDE] : []),
    ...(dealbreaker === true ? [DEALBREAKER] : []),
  ];
  const isComplaint =
    fault !== undefined ||
    harm !== undefined ||
    about.includes('problem') ||
    signals.includes('vent');
  if (!isComplaint) return conduct;
  const named = about.filter((subject) => OF_BUSINESS.has(subject));
  const kinds: readonly string[] = named.length > 0 ? named : tags;
  return [...conduct, ...(kinds.length > 0 ? new Set(kinds) : [OTHER])];
}

/** We listened to all of it at once, and what it was is not written down again. */
const isHearingOut = (entry: Occasion): boolean =>
  entry.note === undefined &&
  entry.fault === undefined &&
  entry.harm === undefined &&
  entry.signals?.includes('vent') === true &&
  entry.signals.includes('listened') &&
  kindsOf(entry).every((kind) => kind === OTHER);

interface Course {
  readonly kind: string;
  readonly times: number;
  readonly harm: number | null;
  readonly mended: Day | null;
  /** Days since the last one. */
  readonly age: number;
}

function stateOf({ age, harm, kind, mended, times }: Course): Incident['state'] {
  if (mended !== null) return 'past';
  if (times > 1 && kind !== OTHER && age <= HORIZON_DAYS) return 'continuing';
  return age <= (REMEMBERED_DAYS[harm ?? 1] ?? Infinity) ? 'unsettled' : 'past';
}

function whoseOf(some: readonly Occasion[]): Trouble['whose'] {
  const faults = new Set(some.flatMap(({ fault }) => fault ?? []));
  if (faults.has('both') || (faults.has('us') && faults.has('them'))) return 'shared';
  if (faults.has('us')) return 'ours';
  return faults.has('them') ? 'theirs' : 'unknown';
}
