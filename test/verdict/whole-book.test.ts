import { describe, expect, test } from '@jest/globals';
import { reviewOf } from '../../src/verdict/review.ts';
import { partOf, type WholeBook, wholeBook } from '../../src/verdict/whole-book.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import { ago, AS_OF, type Line, on } from '../support/lines.ts';

type Story = readonly [customer: string, card: Line, entries: readonly Line[]];

function bookAt(stories: readonly Story[]): WholeBook {
  const lines = stories.flatMap(([customer, card, entries]) => [
    { type: 'customer', name: customer, ...card },
    ...entries.map((entry, index) => ({ id: `${customer}-${index}`, customer, ...entry })),
  ]);
  const { accounts, settings } = bookFrom(lines.map((line) => JSON.stringify(line)).join('\n'));
  return wholeBook(reviewOf(accounts, settings, dayOf(AS_OF)).customers.map(partOf));
}

const known = { about: ['need'], learned: ['need', 'win'] };

describe('the book as a whole', () => {
  const book = bookAt([
    [
      'Alder',
      { tier: 'A', value: 20_000 },
      [
        on('won', 300, { amount: 6000 }),
        on('spoke', 90, { channel: 'call', minutes: 30, ...known }),
        on('spoke', 10, { channel: 'call', minutes: 15, about: ['order'] }),
      ],
    ],
    [
      'Birch',
      {},
      [
        on('won', 400, { amount: 500 }),
        on('income', 20, { amount: 3000 }),
        on('heard', 5, { channel: 'call', minutes: 45, dealbreaker: true }),
      ],
    ],
    ['Cedar', {}, [on('drop', 100), on('work', 28, { minutes: 60 })]],
    [
      'Dogwood',
      {},
      [on('spoke', 29, { minutes: 120, ...known }), on('spoke', 8, { minutes: 60, ...known })],
    ],
    [
      'Elm',
      {},
      [
        on('won', 50, { amount: 1000 }),
        on('promise', 10, { by: 'us', due: '2026-06-25' }),
        on('promise', 10, { by: 'us', due: '2026-06-28' }),
        on('promise', 10, { by: 'us', due: '2026-07-07' }),
        on('promise', 10, { by: 'us', due: '2026-07-08' }),
        on('promise', 10, { by: 'them', due: '2026-06-20' }),
        on('spoke', 3, { minutes: 30, ...known }),
      ],
    ],
  ]);

  test('counts verdicts, and those that changed', () => {
    expect(book.customers).toBe(5);
    expect(book.verdicts).toEqual({ DROP: 2, REBUILD: 0, FIX: 2, KEEP: 1 });
    // Birch was KEEP before the deal-breaker, Elm before the promise was late.
    expect(book.changed).toBe(2);
  });

  test('adds up the time of four weeks, the first day included and the day before not', () => {
    expect(book.time).toEqual({
      days: 28,
      prospectMinutes: 60,
      customerMinutes: 15 + 45 + 60 + 30,
      worstMinutes: 45 + 60,
      worstShare: 105 / 210,
      most: null,
      weeks: [
        { prospectMinutes: 0, customerMinutes: 60 },
        { prospectMinutes: 0, customerMinutes: 0 },
        { prospectMinutes: 60, customerMinutes: 15 },
        { prospectMinutes: 0, customerMinutes: 75 },
      ],
    });
  });

  test('sets the hours of a year beside its income, by verdict', () => {
    expect(book.year).toEqual({
      DROP: { minutes: 45 + 60, income: 3000 },
      REBUILD: { minutes: 0, income: 0 },
      FIX: { minutes: 30 + 15 + 30, income: 7000 },
      KEEP: { minutes: 120 + 60, income: 0 },
    });
  });

  test('says what income hangs on the worst', () => {
    expect(book.atStake).toEqual({ income: 3000, allIncome: 10_000, share: 0.3 });
  });

  test('leaves who was dropped before out of the share of drops', () => {
    expect(book.drops).toEqual({
      customers: 2,
      alreadyDropped: 1,
      share: 1 / 4,
      incomeShare: 0.3,
      manyOf: 'customers',
    });
  });

  test('counts our own promises, late and due within a week', () => {
    expect(book.ourPromises).toEqual({ late: 1, soon: 2, soonDays: 7 });
  });

  test('names the most valuable who is left alone', () => {
    expect(book.leftAlone).toEqual({ customer: 'Alder', days: 90, value: 20_000 });
  });
});

describe('where most of the time went', () => {
  const rude = on('heard', 6, { minutes: 0, rude: true });
  const hours = (minutes: number, ...more: readonly Line[]) => [
    on('work', 5, { minutes }),
    ...more,
  ];
  const most = (first: readonly Line[], second: readonly Line[]) =>
    bookAt([
      ['Alder', {}, first],
      ['Birch', {}, second],
    ]).time.most;
  const bad = hours(60, rude, { ...rude, on: ago(7) });

  test('half', () => expect(most(hours(60), bad)).toBeNull());
  test('to a good one', () => expect(most(bad, hours(90))).toBeNull());
  test('to one who is to be mended', () =>
    expect(most(hours(40), bad)).toEqual({ customer: 'Birch', share: 0.6 }));
  test('there is nobody else', () => expect(bookAt([['Birch', {}, bad]]).time.most).toBeNull());
});

describe('lessons', () => {
  const learned = (rule: string, fields: Line = {}) =>
    on('lesson', 5, { rule, text: `of ${rule}`, ...fields });
  const told = (daysAgo: number, ...lessons: readonly Line[]) =>
    bookAt([
      ['Alder', {}, [on('spoke', 90, known), ...lessons]],
      [
        'Birch',
        {},
        [on('spoke', 90, known), on('heard', daysAgo, { dealbreaker: true, ...known })],
      ],
    ]).lessons.map(({ at, customer, text }) => [text, customer, at]);
  const [about, other] = [learned('dealbreaker'), learned('payment')];

  test('another rule', () => expect(told(3, other)).toEqual([]));
  test('no worse than a week ago', () => expect(told(8, about)).toEqual([]));
  test('it is private', () => expect(told(3, { ...about, private: true })).toEqual([]));
  test('a case of it', () =>
    expect(told(3, other, about)).toEqual([['of dealbreaker', 'Alder', ['Birch']]]));
  test('where it was learned', () =>
    expect(
      bookAt([['Birch', {}, [on('spoke', 90), about, on('heard', 3, { dealbreaker: true })]]])
        .lessons,
    ).toEqual([]));
});

describe('drops above a sixth', () => {
  const good = (income: number) => (_: unknown, index: number) =>
    [`Good ${index}`, {}, [on('won', 3, { amount: income })]] as const;
  const bad = (income: number): Story => [
    'Bad',
    {},
    [on('won', 3, { amount: income }), on('heard', 2, { dealbreaker: true })],
  ];
  const manyOf = (goods: number, income: number): string | null =>
    bookAt([...Array.from({ length: goods }, good(100)), bad(income)]).drops.manyOf;

  test('a sixth is not above', () => expect(manyOf(5, 100)).toBeNull());
  test('of customers', () => expect(manyOf(4, 0)).toBe('customers'));
  test('of income', () => expect(manyOf(5, 101)).toBe('income'));
});

test('an empty book has nothing to share', () => {
  const { atStake, drops, leftAlone, time } = bookAt([]);
  expect([atStake.share, drops.share, drops.incomeShare, time.worstShare, leftAlone]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
