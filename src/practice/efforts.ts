import type { Day } from '../journal/days.ts';
import { minutesOf } from '../journal/effort.ts';
import { type Entry, isOccasion, type Occasion, type Recorded } from '../journal/entry.ts';
import { WAIT } from '../journal/ladder.ts';
import { type Standing, ourPromises } from '../journal/promises.ts';
import type { Signal, Size } from '../journal/vocabulary.ts';
import { keptRate } from './kept-rates.ts';

/** All that was done for one customer, and what came back. */
export interface Efforts {
  /** In Order: whatever we did or gave, and the turn points. */
  readonly entries: readonly Recorded[];
  /** What became of our promises, by the id of the promise. */
  readonly promises: ReadonlyMap<string, Standing>;
  readonly sums: EffortSums;
  readonly back: ComeBack;
}

interface EffortSums {
  /** On how many days something was done. */
  readonly days: number;
  readonly talks: number;
  readonly visits: number;
  /** Nobody was reached. */
  readonly tries: number;
  readonly messages: number;
  /** Of all touches and work; where none were written down, what the channel usually takes. */
  readonly minutes: number;
  readonly favours: Readonly<Record<Size, number>>;
  readonly discounts: number;
  /** We covered for them with our own people. */
  readonly covered: number;
  /** We raised the problem with them, or asked what they would change. */
  readonly confronted: number;
  readonly notices: number;
  readonly promisesKept: number;
  readonly promisesDue: number;
}

interface ComeBack {
  /** How often they reached for us. */
  readonly heard: number;
  readonly favours: number;
  readonly explained: number;
  readonly apologies: number;
}

const DONE_BY_US: ReadonlySet<Entry['type']> = new Set([
  'spoke',
  'tried',
  'sent',
  'work',
  'notice',
]);
const TURNS: ReadonlySet<Entry['type']> = new Set([
  'won',
  'lost',
  'met',
  'drop',
  'return',
  'refuse',
]);
const OUR_SIGNALS: readonly Signal[] = ['covered', 'confronted', 'listened', 'personal-help'];
const IN_PERSON: ReadonlySet<string> = new Set(['visit', 'meeting', 'event']);

/** @param entries in Order, up to `asOf` */
export function effortsFor(entries: readonly Recorded[], asOf: Day): Efforts {
  const promises = ourPromises(entries, asOf);
  const ours = entries.filter(isEffort);
  const occasions = entries.filter(isOccasion);
  const done = occasions.filter(isEffort);
  const { kept, settled } = keptRate(promises);
  return {
    entries: entries.filter((entry) => isEffort(entry) || TURNS.has(entry.type)),
    promises: new Map(promises.map((each) => [each.promise.id, each])),
    sums: {
      days: new Set(ours.map(({ on }) => on)).size,
      talks: done.filter(({ type }) => type === 'spoke').length,
      visits: done.filter((entry) => entry.type === 'spoke' && IN_PERSON.has(channelOf(entry)))
        .length,
      tries: done.filter(({ type }) => type === 'tried').length,
      messages: done.filter(({ type }) => type === 'sent').length,
      minutes: occasions.reduce((sum, entry) => sum + minutesOf(entry), 0),
      favours: bySize(occasions.flatMap(({ gave = [] }) => gave)),
      discounts: occasions.filter(({ conceded }) => conceded === true).length,
      covered: signalled(occasions, 'covered'),
      confronted: occasions.filter((entry) => entry.asked === true || has(entry, 'confronted'))
        .length,
      notices: entries.filter(({ type }) => type === 'notice').length,
      promisesKept: kept,
      promisesDue: settled,
    },
    back: {
      heard: occasions.filter(({ type }) => type === 'heard').length,
      favours: occasions.flatMap(({ got = [] }) => got).length,
      explained: signalled(occasions, 'explained') + explanationsAlone(entries),
      apologies: signalled(occasions.filter(isTheirs), 'apology'),
    },
  };
}

/** Heard after a drop, as a condition, where no entry shows it that is counted anyway. */
function explanationsAlone(entries: readonly Recorded[]): number {
  const shown = new Set(entries.filter((entry) => has(entry, 'explained')).map(({ id }) => id));
  return entries.filter(
    (entry) =>
      entry.type === 'conditions' &&
      entry.conditions.includes('explanation') &&
      !shown.has(entry.ref ?? ''),
  ).length;
}

function isEffort(entry: Recorded): boolean {
  if (DONE_BY_US.has(entry.type)) return true;
  if (entry.type === 'step') return entry.step !== WAIT;
  if (entry.type === 'promise') return entry.by === 'us';
  return (
    entry.type === 'heard' &&
    ((entry.gave ?? []).length > 0 ||
      entry.conceded === true ||
      entry.asked === true ||
      OUR_SIGNALS.some((signal) => has(entry, signal)))
  );
}

/** Whoever made the mistake apologises: where it was ours, these are our words. */
const isTheirs = ({ fault, weBlame }: Occasion): boolean => fault !== 'us' && weBlame !== 'us';

const channelOf = (entry: Occasion): string => ('channel' in entry ? (entry.channel ?? '') : '');

const has = ({ signals = [] }: Recorded, signal: Signal): boolean => signals.includes(signal);

const signalled = (some: readonly Occasion[], signal: Signal): number =>
  some.filter((entry) => has(entry, signal)).length;

const bySize = (favours: readonly Size[]): EffortSums['favours'] => {
  const of = (size: Size): number => favours.filter((each) => each === size).length;

  return { s: of('s'), m: of('m'), l: of('l') };
};
