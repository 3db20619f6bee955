import type { Day } from '../../../src/journal/days.ts';
import type { Recorded } from '../../../src/journal/entry.ts';

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The dates on which nobody could expect an answer. */
export interface Away {
  includes(day: Day): boolean;
  /** Away days in the half-open span (after, upTo]. */
  daysBetween(after: Day, upTo: Day): number;
}

/** Every logged `away` and `hardship`, overlapping ones counted once. */
export function awayOf(entries: readonly Recorded[]): Away {
  const spans: Span[] = [];
  for (const entry of entries) {
    if (entry.type === 'away' || entry.type === 'hardship')
      spans.push({ from: entry.from, to: entry.to });
  }
  const merged = mergeSpans(spans);
  return {
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
    if (last === undefined || span.from > last.to) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { from: last.from, to: span.to };
  }
  return merged;
}
