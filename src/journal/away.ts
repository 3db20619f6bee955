import type { Chronicle } from './chronicle.ts';
import type { Day } from './days.ts';
import { ofTypes } from './entry.ts';
import { between } from './order.ts';

/** Both days belong to it. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The dates on which nobody could expect an answer. */
export interface Away {
  /** There is none. */
  readonly never: boolean;
  /** Each stretch of them, none touching the days of another, in order of time. */
  readonly spans: readonly Span[];
  includes(day: Day): boolean;
  /** Away days in the half-open span (after, upTo]. */
  daysBetween(after: Day, upTo: Day): number;
}

const isAbsence = ofTypes('away', 'hardship');

const NEVER: Away = { never: true, spans: [], includes: () => false, daysBetween: () => 0 };

/** Every `away` and `hardship` logged by `asOf`, overlapping ones counted once. */
export function awayOf(chronicle: Chronicle, asOf: Day): Away {
  const spans = between(chronicle.shelf(isAbsence), undefined, asOf);
  if (spans.length === 0) return NEVER;
  const merged = mergeSpans(spans);
  return {
    never: false,
    spans: merged,
    includes: (day) => merged.some(({ from, to }) => from <= day && day <= to),
    daysBetween: (after, upTo) =>
      merged.reduce(
        (sum, { from, to }) =>
          sum + Math.max(0, Math.min(to, upTo) - Math.max(from, after + 1) + 1),
        0,
      ),
  };
}

function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push({ from: span.from, to: span.to });
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}
