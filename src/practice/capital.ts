import type { Day } from '../journal/days.ts';
import { effortOf } from '../journal/effort.ts';
import { isOccasion, isTouch, isTwoWay, type Occasion, type Recorded } from '../journal/entry.ts';
import { lately, type Relationship } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { type Size, SIZES } from '../journal/vocabulary.ts';
import { type Benchmark, benchmarkIn } from './benchmark.ts';

export type Sizes = Readonly<Record<Size, number>>;

/** What went into a relationship in a year and what came back, each for itself; no verdict looks at it. */
export interface Capital {
  readonly minutes: number;
  /** Their part of all the time of that year, 0 to 1; null where none was spent. */
  readonly timeShare: number | null;
  readonly talks: number;
  /** Calls that reached nobody, and what we wrote, whatever came of it. */
  readonly tries: number;
  readonly gave: Sizes;
  readonly got: Sizes;
  /** With a favour of ours, and with one of theirs; in Order. */
  readonly favours: Readonly<Record<'gave' | 'got', readonly Occasion[]>>;
  /** `them`: at no size did they give more, and in all less; `us`: the other way round. */
  readonly owes: 'them' | 'us' | 'nobody';
  /** Large favours of ours, and those that say how much sooner they were done than is usual; in Order. */
  readonly large: readonly Occasion[];
  /** Of these, by the id of the entry. */
  readonly benchmarks: Readonly<Record<string, Benchmark>>;
  /** We covered for them with our own people. In Order. */
  readonly covered: readonly Occasion[];
}

const YEAR = 365;

/** @param all the minutes of all customers in the year up to `asOf` */
export function capitalOf({ entries }: Relationship, all: number, asOf: Day): Capital {
  const year = lately(until(entries, asOf), asOf, YEAR);
  const occasions = year.filter(isOccasion);
  const { minutes } = effortOf(year, asOf);
  const benchmarks = benchmarksIn(occasions);
  const [gave, got] = [sizesOf(occasions, 'gave'), sizesOf(occasions, 'got')];
  return {
    minutes,
    timeShare: all > 0 ? minutes / all : null,
    talks: year.filter(isTwoWay).length,
    tries: year.filter(isTried).length,
    gave,
    got,
    favours: {
      gave: occasions.filter((entry) => (entry.gave ?? []).length > 0),
      got: occasions.filter((entry) => (entry.got ?? []).length > 0),
    },
    owes: isAhead(gave, got) ? 'them' : isAhead(got, gave) ? 'us' : 'nobody',
    large: occasions.filter((entry) => (entry.gave ?? []).includes('l') || entry.id in benchmarks),
    benchmarks,
    covered: occasions.filter(({ signals = [] }) => signals.includes('covered')),
  };
}

function benchmarksIn(occasions: readonly Occasion[]): Capital['benchmarks'] {
  return Object.fromEntries(
    occasions.flatMap(({ gave = [], id, note }) => {
      const benchmark = gave.length === 0 ? undefined : benchmarkIn(note);
      return benchmark === undefined ? [] : [[id, benchmark] as const];
    }),
  );
}

const isTried = (entry: Recorded): boolean => isTouch(entry) && entry.type === 'tried';

/** How many favours of each size. */
export function sizesOf(occasions: readonly Occasion[], way: 'gave' | 'got'): Sizes {
  const all = occasions.flatMap((entry) => entry[way] ?? []);
  const count = (size: Size): number => all.filter((each) => each === size).length;
  return { s: count('s'), m: count('m'), l: count('l') };
}

/** As the rule `reciprocity` weighs favours: by how many there are of each size and above, and by no price. */
function isAhead(one: Sizes, other: Sizes): boolean {
  const atLeast = (sizes: Sizes, least: number): number =>
    SIZES.slice(least).reduce((sum, size) => sum + sizes[size], 0);
  const differences = SIZES.map((_, least) => atLeast(one, least) - atLeast(other, least));
  return differences.every((each) => each >= 0) && differences.some((each) => each > 0);
}
