import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { addWorkdays, formatDay } from '../../src/journal/days.ts';
import { historyOf } from '../../src/journal/history.ts';
import type { Level } from '../../src/rules/rule.ts';
import { chanceOfSoFew, wilson } from '../../src/rules/statistics.ts';
import payment from '../../src/rules/payment.ts';
import promises from '../../src/rules/promises.ts';
import silence from '../../src/rules/silence.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { held } from '../../src/verdict/holding.ts';
import { economicsOf, familySum } from '../../src/verdict/sums.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';

interface Vectors {
  readonly wilson_one_sided_95: readonly { k: number; n: number; lower: number; upper: number }[];
  readonly change_p: readonly { k1: number; n1: number; k0: number; n0: number; p: number }[];
  readonly record_p: readonly {
    gaps: number[];
    cur: number;
    p: number;
    warn_if_tries_ge_2: boolean;
  }[];
  readonly add_business_days: readonly { d: string; n: number; out: string }[];
  readonly dbt_weighted: { late: number[]; amount: number[]; wmean: number };
  readonly levels_T: readonly Readonly<Record<'R' | 'P' | 'A' | 'M' | 'S' | 'T', Level>>[];
  readonly levels_E: readonly Readonly<Record<string, Level>>[];
  readonly held: readonly { levels_t_t7_t14_t21: [Level, Level, Level, Level]; published: Level }[];
  readonly attempt_days: {
    readonly as_of: string;
    readonly classified: readonly [string, number][];
    readonly pending: readonly string[];
    readonly contact_gaps: readonly number[];
    readonly current_gap: number;
    readonly entries: readonly object[];
  };
  readonly promise_status: {
    readonly as_of: string;
    readonly status: readonly [number, string, number][];
    readonly finding: number;
    readonly entries: readonly object[];
  };
}

const file = new URL('../fixtures/vectors/statistics.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

function history(entries: readonly object[], date: string) {
  const { accounts, settings } = bookFrom(entries.map((entry) => JSON.stringify(entry)).join('\n'));
  const asOf = dayOf(date);
  const [relationship] = bookOf(accounts, settings, asOf);
  if (relationship === undefined) throw new Error('no customer');
  return historyOf(relationship, asOf);
}

test.each(vectors.wilson_one_sided_95)('Wilson bounds of $k in $n', ({ k, n, lower, upper }) => {
  const bounds = wilson(k, n);
  expect(bounds.lower).toBeCloseTo(lower, 4);
  expect(bounds.upper).toBeCloseTo(upper, 4);
});

test.each(vectors.change_p)('chance of $k1 of $n1 after $k0 of $n0', ({ k1, n1, k0, n0, p }) => {
  const chance = chanceOfSoFew(k1, n1, k0, n0);
  expect(Math.abs(chance - p)).toBeLessThanOrEqual(p * 5e-4);
});

test.each(vectors.add_business_days)('$n working days after $d', ({ d, n, out }) => {
  expect(formatDay(addWorkdays(dayOf(d), n))).toBe(out);
});

test.each(vectors.levels_T)('T of $R $P $A $M $S', ({ R, P, A, M, S, T }) => {
  expect(familySum([R, P, A, M, S])).toBe(T);
});

test.each(vectors.levels_E)('E of %j', ({ E, ...levels }) => {
  expect(economicsOf(new Map(Object.entries(levels)))).toBe(E);
});

test.each(vectors.held)(
  'held level of $levels_t_t7_t14_t21',
  ({ levels_t_t7_t14_t21, published }) => {
    expect(held(...levels_t_t7_t14_t21)).toBe(published);
  },
);

describe('silence', () => {
  test.each(vectors.record_p)(
    '$cur days after gaps $gaps',
    ({ gaps, cur, p, warn_if_tries_ge_2 }) => {
      let on = dayOf('2024-01-01');
      const talks = [on, ...gaps.map((gap) => (on = dayOf(formatDay(on), gap)))];
      const asOf = dayOf(formatDay(on), cur);
      // Two attempts that are decided by the review date: the first two days after the last talk's answer days.
      const tries = [1, 2].map((days) => dayOf(formatDay(on), days));
      const line = (type: string, day: number, index: number) => ({
        type,
        id: `${type}${index}`,
        customer: 'X',
        on: formatDay(dayOf('1970-01-01', day)),
      });
      const lines = [
        ...talks.map((day, index) => line('spoke', day, index)),
        ...tries.map((day, index) => line('tried', day, index)),
      ];
      const { level, numbers } = silence.check(history(lines, formatDay(asOf)));
      if (gaps.length < 9) expect(level).toBeNull();
      else
        expect({ level, rank: numbers['rank'] }).toEqual({
          level: warn_if_tries_ge_2 ? 2 : 0,
          rank: p,
        });
    },
  );
});

test('mean lateness of payments is weighted by amount', () => {
  const { late, amount, wmean } = vectors.dbt_weighted;
  const lines = late.flatMap((days, index) => [
    {
      type: 'promise',
      id: `p${index}`,
      customer: 'X',
      on: '2024-01-01',
      by: 'them',
      due: '2024-02-01',
      kind: 'payment',
      amount: amount[index],
    },
    {
      type: 'done',
      id: `d${index}`,
      customer: 'X',
      on: formatDay(dayOf('2024-02-01', days)),
      ref: `p${index}`,
    },
  ]);
  const { numbers } = payment.check(history(lines, '2024-06-01'));
  expect(numbers['meanDays']).toBeCloseTo(wmean, 4);
});

test('attempt-days, pending ones and gaps', () => {
  const { as_of, entries, classified, contact_gaps, current_gap, pending } = vectors.attempt_days;
  const { ever, gaps } = history(entries, as_of);
  expect(ever.attempts.map(({ day, answered }) => [formatDay(day), answered ? 1 : 0])).toEqual(
    classified,
  );
  const decided = new Set(ever.attempts.map(({ day }) => formatDay(day)));
  const tried = ever.touches
    .filter(({ type }) => type === 'tried' || type === 'spoke')
    .map(({ on }) => formatDay(on));
  expect(tried.filter((date) => !decided.has(date))).toEqual(pending);
  expect(gaps.past).toEqual(contact_gaps);
  expect(gaps.current).toBe(current_gap);
});

test('promise status and lateness', () => {
  const { as_of, entries, finding, status } = vectors.promise_status;
  const seen = history(entries, as_of);
  expect(
    seen.theirPromises.map(({ promise, status: each, lateness }) => [
      Number(promise.id),
      each,
      lateness,
    ]),
  ).toEqual(status);
  expect(promises.check(seen).level).toBe(finding);
});
