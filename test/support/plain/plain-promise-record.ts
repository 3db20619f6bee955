import { promiseText } from '../../../src/journal/promise-text.ts';
import { type Day, spokenDay } from '../../../src/journal/days.ts';
import type { Recorded } from '../../../src/journal/entry.ts';
import type { Standing } from './plain-promises.ts';
import { type Level, worst } from '../../../src/rules/rule.ts';
import { type Bounds, wilson } from '../../../src/rules/statistics.ts';

/** What a record of promises is judged by, theirs and ours alike. */
export const RECORD_THRESHOLDS = {
  promises: 2,
  last: 5,
  horizonDays: 365,
  warnMissed: 2,
  warnAbove: 0.25,
  seriousMissed: 3,
  seriousBroken: 1,
  seriousAbove: 0.5,
};
type RecordThresholds = Readonly<typeof RECORD_THRESHOLDS>;

/** The last few that came due within the horizon or were settled early; open and waived ones are not judged. */
export function judgedPromises(
  promises: readonly Standing[],
  asOf: Day,
  { last, horizonDays }: { readonly last: number; readonly horizonDays: number },
): readonly Standing[] {
  return promises
    .filter(
      ({ status, due }) => status !== 'open' && status !== 'waived' && asOf - due <= horizonDays,
    )
    .sort((a, b) => a.due - b.due || a.promise.seq - b.promise.seq)
    .slice(-last);
}

export interface PromiseRecord {
  readonly level: Level;
  readonly missed: number;
  readonly broken: number;
  readonly bounds: Bounds;
}

export function promiseRecord(
  judged: readonly Standing[],
  limits: RecordThresholds,
): PromiseRecord {
  const missed = judged.filter(({ status }) => status !== 'kept').length;
  const broken = judged.filter(({ status }) => status === 'broken').length;
  const bounds = wilson(missed, judged.length);
  const level = worst({
    2: missed >= limits.warnMissed && bounds.lower > limits.warnAbove,
    3:
      missed >= limits.seriousMissed &&
      broken >= limits.seriousBroken &&
      bounds.lower > limits.seriousAbove,
  });
  return { level, missed, broken, bounds };
}

/** The promises that were not kept with what became of them; all of them where every one was kept. */
export function promiseEvidence(judged: readonly Standing[]): readonly Recorded[] {
  const missed = judged.filter(({ status }) => status !== 'kept');
  const shown = missed.length > 0 ? missed : judged;
  return shown.flatMap(({ promise, resolution }) =>
    resolution === undefined ? [promise] : [promise, resolution],
  );
}

/** `send the quote, due 6 Nov 2026`. */
export function promised({ promise, due }: Standing): string {
  const isBill = promise.amount !== undefined || promise.number !== undefined;
  const bill = isBill && promise.private !== true ? promiseText(promise) : 'a payment';
  const what = promise.what ?? (promise.kind === 'payment' ? bill : 'a promise');
  return `${what}, due ${spokenDay(due)}`;
}
