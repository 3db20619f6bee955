import { describe, expect, test } from '@jest/globals';
import { type Capital, capitalOf } from '../../src/practice/capital.ts';
import { lastingOf } from '../../src/practice/lasting.ts';
import { strengths } from '../../src/practice/strengths.ts';
import { unread } from '../../src/verdict/book.ts';
import { reviewedAlone } from '../../src/verdict/review.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import {
  ago,
  AS_OF,
  heard,
  type Line,
  relationshipFrom,
  spoke,
  tried,
  work,
} from '../support/lines.ts';

const asOf = dayOf(AS_OF);

/** What went into Acme, beside a customer who took four hours. */
function capitalFrom(lines: readonly Line[]): Capital {
  const text = [
    ...lines.map((line, index) => ({ id: `e${index + 1}`, customer: 'Acme', ...line })),
    { ...work(10, { minutes: 240 }), id: 'other', customer: 'Birch' },
  ]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const { accounts, settings } = bookFrom(text);
  const { others, review } = reviewedAlone(accounts.map(unread), settings, 'Acme', asOf);
  return capitalOf(review.relationship, others.minutes, asOf);
}

describe('what was put in', () => {
  const capital = capitalFrom([
    spoke(366, { minutes: 600, gave: ['l'], signals: ['covered'] }),
    spoke(365, { minutes: 60, gave: ['m', 'l'] }),
    tried(300, { channel: 'call', outcome: 'no-answer', minutes: 5 }),
    heard(200, { minutes: 15, got: ['s'] }),
    work(100, { minutes: 40, signals: ['covered'] }),
  ]);

  test('counts time, talks, tries and covering of a year, each for itself', () => {
    expect(capital).toMatchObject({ minutes: 120, timeShare: 120 / 360, talks: 2, tries: 1 });
    expect(capital.covered.map(({ id }) => id)).toEqual(['e5']);
  });

  test('counts favours both ways by size, and knows the large ones', () => {
    expect(capital).toMatchObject({ gave: { s: 0, m: 1, l: 1 }, got: { s: 1, m: 0, l: 0 } });
    expect(capital.large.map(({ id }) => id)).toEqual(['e2']);
  });

  test.each([
    ['usual:4mo took:33d', { usual: 120, took: 33 }],
    ['in no time, usual:2w, took:12h.', { usual: 14, took: 0.5 }],
    ['usual:2w', undefined],
    ['usual:2w took:1w took:2w', undefined],
    ['usual:2m took:1w', undefined],
    ['unusual:2w mistook:1w', undefined],
  ])('knows what a favour usually takes and what it took: %s', (note, benchmark) => {
    const { benchmarks, large } = capitalFrom([work(5, { minutes: 5, gave: ['s'], note })]);
    expect(benchmarks).toEqual(benchmark === undefined ? {} : { e1: benchmark });
    expect(large).toHaveLength(benchmark === undefined ? 0 : 1);
    expect(capitalFrom([work(5, { minutes: 5, note })]).benchmarks).toEqual({});
  });

  test('gives no share of nothing', () => {
    const nothing = relationshipFrom([{ type: 'won', on: ago(5) }]);
    expect(capitalOf(nothing, 0, asOf).timeShare).toBeNull();
  });
});

describe('who owes whom a favour', () => {
  test.each([
    ['nobody, where there was none', [], [], 'nobody'],
    ['nobody, where it is even', ['m'], ['m'], 'nobody'],
    ['nobody, where two small ones stand against a large one', ['l'], ['s', 's'], 'nobody'],
    ['they, where they gave less of each size', ['l', 's'], ['m'], 'them'],
    ['we, where we gave less of each size', ['s'], ['s', 's'], 'us'],
  ])('%s', (_, gave, got, owes) => {
    expect(capitalFrom([work(5, { minutes: 5, gave, got })]).owes).toBe(owes);
  });
});

describe('how long it has lasted', () => {
  const since = dayOf(AS_OF, -40);
  const lasting = (lines: readonly Line[], sinces = [since]) =>
    lastingOf(sinces, strengths(relationshipFrom(lines), asOf), asOf);

  test('is no matter for a month', () => {
    expect(lasting([], [dayOf(AS_OF, -30)])).toBeUndefined();
    expect(lasting([], [])).toBeUndefined();
  });

  test('counts from the first of what stands', () => {
    expect(lasting([], [dayOf(AS_OF, -31), since])).toEqual({ since, days: 40, good: undefined });
  });

  test('knows the last good thing since then, and that picking up is none', () => {
    const talks = [50, 30, 20, 10].map((days) => spoke(days));
    expect(lasting(talks)?.good).toBeUndefined();
    expect(lasting([heard(41, { got: ['s'] })])?.good).toBeUndefined();
    const good = [heard(35, { signals: ['thanks'] }), heard(25, { got: ['s'] })];
    expect(lasting(good)?.good?.id).toBe('e2');
  });
});
