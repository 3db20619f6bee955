import { type Day, spokenDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { promiseText } from '../journal/promise-text.ts';
import type { Standing } from '../journal/promises.ts';
import { type Level, percent, surelyMore, worst } from './rule.ts';
import { type Bounds, wilson } from './statistics.ts';

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

/** What a record takes to warn, and to be serious, in words. */
export const recordLimits = (
  limits: RecordThresholds,
): { readonly 2: string; readonly 3: string } => ({
  2: `of the last ${limits.last}: ${limits.warnMissed} or more not kept, surely more than ${percent(limits.warnAbove)}`,
  3: `${limits.seriousMissed} or more, ${limits.seriousBroken} of them broken, surely more than ${percent(limits.seriousAbove)}`,
});

/** The record in words, beside these limits. */
export const recordMeasured = (
  promises: number,
  missed: number,
  broken: number,
  lower: number,
): string => `${missed} of ${promises} not kept, ${broken} broken: ${surelyMore(lower)}`;

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

/** `send the quote, due 6 Nov 2026`; of a private one not what it was. */
export function promised({ promise, due }: Standing): string {
  const { amount, kind, number, private: isPrivate } = promise;
  const isNamed = isPrivate !== true && (amount !== undefined || number !== undefined);
  const unnamed = kind === 'payment' ? (isNamed ? promiseText(promise) : 'a payment') : 'a promise';
  const what = (isPrivate === true ? undefined : promise.what) ?? unnamed;
  return `${what}, due ${spokenDay(due)}`;
}
