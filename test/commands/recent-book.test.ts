import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allRead, type Book, opened, type OpenBook, readBook } from '../../src/commands/book.ts';
import { openRecentBook } from '../../src/commands/recent-book.ts';
import {
  csvForm,
  graphForm,
  jsonForm,
  markdownForm,
  type ReviewForm,
} from '../../src/commands/review-forms.ts';
import { textForm } from '../../src/commands/review-text-form.ts';
import { inForm, toReview } from '../../src/commands/set-review.ts';
import { addDays, type Day } from '../../src/journal/days.ts';
import { FIX_WEEKS } from '../../src/practice/remarks/only-ever-fix.ts';
import { remarksOf } from '../../src/practice/remarks.ts';
import type { Page } from '../../src/render/page.ts';
import type { Store } from '../../src/store/store.ts';
import { type Remembered, reviewOf } from '../../src/verdict/review.ts';
import { firstWeek, weeklyDays, weeksOf } from '../../src/verdict/weeks.ts';
import { anyJournal } from '../support/any-journal.ts';
import { dayOf } from '../support/days.ts';
import { ago, AS_OF, type Line } from '../support/lines.ts';
import { stored } from '../store/stored.ts';

/*
 * A review of a long journal leaves the oldest years unread. What it says must be, in every byte, what it says after
 * reading all of it.
 */
const asOf = dayOf(AS_OF);
const RUNS = Number(process.env['REL_RUNS'] ?? 60);
const SEED = Number(process.env['REL_SEED'] ?? 20_260_630);

const DATES = ['on', 'due', 'deadline', 'until', 'renewsOn', 'from', 'to'];

/** The same entries, so many days earlier, under names of their own. */
function earlier(lines: readonly Line[], days: number): Line[] {
  return lines.flatMap((line) => {
    if (line['type'] === 'settings' || line['type'] === 'customer') return [];
    const moved = Object.entries(line).map(([field, value]) => {
      if (DATES.includes(field)) return [field, dateBefore(String(value), days)];
      return [field, field === 'id' || field === 'ref' ? `old-${String(value)}` : value];
    });
    return [Object.fromEntries(moved) as Line];
  });
}

const dateBefore = (date: string, days: number): string => ago(asOf - dayOf(date) + days);

/** What the last two years say too little of, so that older entries are asked. */
const LACKS = [
  'nothing',
  'need',
  'win',
  'feeling',
  'talks',
  'touches',
  'need and touches',
] as const;
type Lack = (typeof LACKS)[number];

/** Talks of the last two years in which need, win and a feeling were written down: enough to judge without older ones. */
const steady = (customer: string, lack: Lack): Line[] =>
  Array.from({ length: lack.includes('touches') ? 5 : 12 }, (_, index) => ({
    // One talk is enough attention.
    type: lack === 'talks' && index > 0 ? 'tried' : index % 3 === 0 ? 'heard' : 'spoke',
    id: `${customer}-steady-${index}`,
    customer,
    on: ago(120 + 50 * index),
    about: ['need'],
    // Where touches are too few, those before make the difference.
    ...(lack === 'feeling' ? {} : { feel: lack.includes('touches') || index % 2 === 1 ? -1 : 1 }),
    learned: ['need', 'win'].filter((what) => !lack.includes(what)),
  }));

const SIGNALS = ['quote', 'competitor', 'flattery', 'co-created', 'explained'];
const TOUCHES = ['spoke', 'tried', 'heard', 'sent'];

/** What only remarks look at. */
const remarkable = (line: Line, index: number): Line => {
  const type = String(line['type']);
  if (type === 'won' && index % 2 === 0) return { ...line, onPriceAlone: true };
  if (type === 'change') return { ...line, tags: ['considering'] };
  if (!TOUCHES.includes(type) || index % 5 !== 0) return line;
  return { ...line, signals: [SIGNALS[(index / 5) % SIGNALS.length]] };
};

const longJournal = fc
  .tuple(
    anyJournal,
    anyJournal,
    fc.integer({ min: 600, max: 2500 }),
    fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    fc.array(fc.constantFrom(...LACKS), { minLength: 7, maxLength: 7 }),
  )
  .map(([lines, old, days, which, lacks]) => {
    const customers = lines.filter(({ type }) => type === 'customer').map(({ name }) => name);
    const known = [
      ...earlier(old, days).filter(({ customer }) => customers.includes(customer)),
      // Of an account that somebody else had more is said than of others.
      ...lines.map((line) =>
        line['type'] === 'customer' ? { ...line, inheritedFrom: 'Tom' } : line,
      ),
      ...which
        .map((number) => [`Customer ${number}`, lacks[number - 1] ?? 'nothing'] as const)
        .filter(([name]) => customers.includes(name))
        .flatMap(([name, lack]) => steady(name, lack)),
    ];
    const ids = new Set(known.map(({ id }) => id));
    // A part payment may be of a payment alone; no rule looks at it.
    return known
      .filter(({ ref, type }) => type !== 'paid' && (ref === undefined || ids.has(ref)))
      .map(remarkable);
  });

const PAGES = [70, 120].map((width): Page => ({
  width,
  unicode: true,
  paint: (_role, text) => text,
}));

/**
 * Everything that is printed without hangs-on and the rules that found nothing, a text each. The ids of entries stand in
 * JSON alone, which comes first.
 */
function printed(
  book: OpenBook,
  day: Day,
  against: Day,
  weekly: boolean,
  withIds: boolean,
): readonly string[] {
  const weeks = weekly ? weeklyDays(firstWeek(day), day) : [];
  const all = toReview(book, { asOf: day, against }, weeks);
  const { medianOn } = all;
  const as = <One extends Remembered>(form: ReviewForm<One>, named = true): string => {
    const asked = { isAsked: () => true, isRead: () => true, named, currency: undefined };
    return inForm(form, all, asked).text;
  };
  const json = jsonForm(undefined, {
    hinges: undefined,
    allRules: false,
    weeksOf: weekly ? (review) => weeksOf(review, medianOn) : undefined,
  });
  return [
    ...(withIds ? [as(json)] : []),
    as(csvForm),
    as(markdownForm),
    ...PAGES.flatMap((each) => [
      ...[true, false].map((named) =>
        as(textForm(each, weekly ? medianOn : undefined, named), named),
      ),
      weekly ? as(graphForm(medianOn, each)) : '',
    ]),
  ];
}

let excerpts = 0;
const remarked = new Set<string>();
/** What was asked of older years, and how often. */
const asked = new Map<string, number>();
let readWhole = 0;

/** The same store, which notes what is asked of it. */
function noting(store: Store): Store {
  const recentOf = store.recentEntriesOf.bind(store);
  store.recentEntriesOf = (customer, since) => {
    const recent = recentOf(customer, since);
    if (recent === undefined) return undefined;
    return {
      ...recent,
      withOlder(wanted) {
        for (const { types, bare, field } of wanted) {
          const what = `${types.length} types, ${bare ? 'bare' : 'full'}, ${field ?? 'any'}`;
          asked.set(what, (asked.get(what) ?? 0) + 1);
        }
        return recent.withOlder(wanted);
      },
      whole() {
        readWhole += 1;
        return recent.whole();
      },
    };
  };
  return store;
}

test('a review says the same whether or not the oldest years are read', () => {
  fc.assert(
    fc.property(longJournal, fc.constantFrom(7, 30, 200), fc.boolean(), (lines, back, weekly) => {
      const store = noting(stored(lines));
      const against = addDays(asOf, -back);
      const first = weekly && firstWeek(asOf) < against ? firstWeek(asOf) : against;
      store.reading(() => {
        const whole = printed(opened(readBook(store)), asOf, against, weekly, true);
        for (const withIds of [true, false]) {
          const recent = openRecentBook(store, first, asOf, withIds);
          const { accounts, settings } = allRead(recent);
          const since = accounts.flatMap(({ excerpt }) => excerpt?.since ?? []);
          excerpts += since.length;
          // A remark looks eight weeks back, with all that a verdict of that day looks back.
          for (const day of since) expect(asOf - day).toBeGreaterThan(FIX_WEEKS * 7 + 730);
          expect(printed(recent, asOf, against, weekly, withIds)).toEqual(
            withIds ? whole : whole.slice(1),
          );
          for (const each of reviewOf(accounts, settings, asOf, against).customers)
            for (const { kind } of remarksOf(each)) remarked.add(kind.name);
        }
      });
      store.close();
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Else nothing was compared.
  expect(excerpts).toBeGreaterThan(RUNS / 2);
  expect(remarked.size).toBeGreaterThan(3);
  expect([...asked.keys()].sort()).toEqual([
    '2 types, bare, any',
    '2 types, full, any',
    '4 types, full, any',
    '4 types, full, feel',
  ]);
  for (const times of asked.values()) expect(times).toBeGreaterThan(RUNS / 10);
});

/** What passed between the two long ago, and tells nothing that lasts. */
const plain = fc.record({
  type: fc.constantFrom('spoke', 'tried', 'heard', 'sent', 'work'),
  on: fc.integer({ min: 1300, max: 2500 }).map(ago),
  about: fc.constantFrom(['price'], ['need'], ['order'], undefined),
  feel: fc.constantFrom(-2, -1, 1, undefined),
});

test.each(LACKS)('what the last years lack of %s is read of those before', (lack) => {
  const short = fc.array(plain, { maxLength: 9 });
  const long = fc.array(plain, { minLength: 14, maxLength: 18 });
  const lives = fc.tuple(short, short, long, long);
  const before = readWhole;
  fc.assert(
    fc.property(lives, fc.boolean(), (olds, won) => {
      const lines = olds.flatMap((old, number): Line[] => {
        const customer = `Customer ${number}`;
        return [
          { type: 'customer', name: customer },
          ...old.map((line, index) => ({ ...line, id: `${customer}-old-${index}`, customer })),
          ...steady(customer, lack),
          ...(won ? [{ type: 'won', id: `${customer}-won`, customer, on: ago(700) }] : []),
        ];
      });
      const store = noting(stored(lines));
      const against = addDays(asOf, -7);
      const all = readBook(store);
      const whole = printed(opened(all), asOf, against, false, true);
      for (const withIds of [true, false]) {
        const recent = openRecentBook(store, against, asOf, withIds);
        expect(printed(recent, asOf, against, false, withIds)).toEqual(
          withIds ? whole : whole.slice(1),
        );
        expect(levelsOf(allRead(recent), against)).toEqual(levelsOf(all, against));
      }
      store.close();
    }),
    { numRuns: Math.ceil(RUNS / 4), seed: SEED },
  );
  expect(readWhole).toBe(before);
});

const levelsOf = ({ accounts, settings }: Book, against: Day) =>
  reviewOf(accounts, settings, asOf, against).customers.map(({ judgement, relationship }) => [
    relationship.customer.name,
    judgement.tooEarly,
    judgement.rules.map(({ rule, level }) => [rule.name, level]),
  ]);
