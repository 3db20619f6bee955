import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../src/journal/days.ts';
import { isOccasion, type Recorded } from '../../src/journal/entry.ts';
import type { Relationship } from '../../src/journal/history.ts';
import { type Verdict, VERDICTS } from '../../src/journal/vocabulary.ts';
import type { Level } from '../../src/rules/rule.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { CHECKPOINT_DAYS, held, sightOf } from '../../src/verdict/holding.ts';
import { decideOn, judge, type Judgement } from '../../src/verdict/judge.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import { ago, AS_OF, type Line } from '../support/lines.ts';
import { said } from '../support/said.ts';

const asOf = dayOf(AS_OF);
const RUNS = 40;

/** Mostly nothing, sometimes a value. */
const seldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

const occasion = fc.record({
  type: fc.constantFrom('spoke', 'spoke', 'tried', 'tried', 'tried', 'heard', 'sent', 'work'),
  about: seldom(fc.subarray(['need', 'personal', 'price', 'order', 'review'])),
  minutes: seldom(fc.integer({ min: 0, max: 900 })),
  feel: seldom(fc.integer({ min: -2, max: 2 })),
  fault: seldom(fc.constantFrom('us', 'them', 'both', 'outside')),
  harm: seldom(fc.integer({ min: 1, max: 3 })),
  blames: seldom(
    fc.constantFrom('us', 'them', 'nobody', 'other:Brill', 'other:Cobalt', 'other:Dune'),
  ),
  gave: seldom(fc.array(fc.constantFrom('s', 'm', 'l'), { maxLength: 6 })),
  got: seldom(fc.array(fc.constantFrom('s', 'm'), { maxLength: 2 })),
  conceded: seldom(fc.constant(true)),
  rude: seldom(fc.constant(true)),
  learned: seldom(fc.subarray(['need', 'win'])),
  asked: seldom(fc.constant(true)),
});
const turn = fc.oneof(
  fc.record({ type: fc.constantFrom('won', 'won', 'won', 'lost', 'return', 'drop', 'met') }),
  fc.record({ type: fc.constant('income'), amount: fc.integer({ min: 0, max: 5000 }) }),
  fc.record({ type: fc.constant('notice'), deadlineAgo: fc.integer({ min: -30, max: 60 }) }),
  fc.record({
    type: fc.constant('promise'),
    by: fc.constantFrom('us', 'them', 'them'),
    kind: fc.constantFrom('task', 'payment'),
    dueAgo: fc.integer({ min: -10, max: 120 }),
  }),
);

/** An entry of a story; the days are drawn together with it, so that stories shrink well. */
const happening = fc.record({
  daysAgo: fc.integer({ min: -20, max: 400 }),
  what: fc.oneof({ weight: 9, arbitrary: occasion }, { weight: 2, arbitrary: turn }),
  resolved: seldom(
    fc.record({
      type: fc.constantFrom('done', 'broken', 'waived'),
      after: fc.integer({ min: 0, max: 90 }),
    }),
  ),
});
/** What is drawn for one entry, whatever its type. */
interface Happening {
  readonly daysAgo: number;
  readonly what: { readonly type: string; readonly deadlineAgo?: number; readonly dueAgo?: number };
  readonly resolved?: { readonly type: string; readonly after: number } | undefined;
}

function linesOf(customer: string, story: readonly Happening[]): Line[] {
  return story.flatMap(({ daysAgo, resolved, what }, index) => {
    const id = `${customer}-${index + 1}`;
    const { deadlineAgo, dueAgo, ...fields } = what;
    const entry = {
      id,
      customer,
      on: ago(daysAgo),
      ...fields,
      ...(deadlineAgo === undefined ? {} : { deadline: ago(deadlineAgo) }),
      ...(dueAgo === undefined ? {} : { due: ago(dueAgo) }),
    };
    if (what.type !== 'promise' || resolved === undefined) return [entry];
    return [
      entry,
      {
        type: resolved.type,
        id: `${id}-end`,
        customer,
        on: ago(daysAgo - resolved.after),
        ref: id,
      },
    ];
  });
}

const book = (lines: readonly Line[]) =>
  bookFrom(lines.map((line) => JSON.stringify(line)).join('\n'));

function relationships(lines: readonly Line[]): readonly Relationship[] {
  const { accounts, settings } = book(lines);
  return bookOf(accounts, settings, asOf);
}

const stormy = fc.array(happening, { minLength: 5, maxLength: 30 });
const calm = fc.array(
  fc.record({
    daysAgo: fc.integer({ min: 0, max: 300 }),
    what: fc.record({
      type: fc.constantFrom('spoke', 'heard', 'tried'),
      about: fc.constantFrom(['need'], ['personal'], ['order', 'need']),
      learned: fc.constant(['need', 'win']),
    }),
  }),
  { minLength: 5, maxLength: 20 },
);
const story: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  { weight: 4, arbitrary: stormy },
  { weight: 1, arbitrary: calm },
);
/** One customer with a floor to earn, and a beginning that makes most of them active. */
const relationship = fc.tuple(story, fc.boolean()).map(([happenings, active]) => {
  const lines = [
    { type: 'settings', floor: 40 },
    ...(active ? [{ type: 'won', id: 'begin', customer: 'Acme', on: ago(410), amount: 1000 }] : []),
    ...linesOf('Acme', happenings),
  ];
  const [only] = relationships(lines);
  if (only === undefined) throw new Error('no customer');
  return only;
});

const check = (property: fc.IProperty<[Relationship]>) =>
  fc.assert(property, { numRuns: RUNS, seed: 20_260_630 });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

test('the stories reach all four words and most stages', () => {
  const seen = fc.sample(relationship, { numRuns: 120, seed: 7 }).map((each) => judge(each, asOf));
  expect(new Set(seen.map(({ verdict }) => verdict)).size).toBe(VERDICTS.length);
  expect(new Set(seen.map(({ standing }) => standing.stage)).size).toBeGreaterThanOrEqual(6);
});

describe('a review', () => {
  test('changes nothing it was given, and says the same again', () => {
    check(
      fc.property(relationship, (given) => {
        const before = JSON.stringify(given);
        const frozen = deepFreeze(given);
        const first = said(judge(frozen, asOf));
        const hinges = hangsOn(frozen, judge(frozen, asOf));
        expect(said(judge(structuredClone(given), asOf))).toEqual(first);
        expect(said(judge(frozen, asOf))).toEqual(first);
        expect(hangsOn(frozen, judge(frozen, asOf))).toEqual(hinges);
        expect(JSON.stringify(given)).toBe(before);
      }),
    );
  });

  test('knows nothing of what is dated after it', () => {
    check(
      fc.property(relationship, (given) => {
        const entries = given.entries.filter(({ on }) => on <= asOf);
        const without = { ...given, entries };
        const judged = judge(given, asOf);
        expect(said(judged)).toEqual(said(judge(without, asOf)));
        expect(hangsOn(given, judged)).toEqual(hangsOn(without, judged));
      }),
    );
  });

  test('does not hang on the day of another review before it', () => {
    check(
      fc.property(relationship, (given) => {
        const sight = sightOf(given);
        for (const rule of judge(given, asOf).rules) sight.published(rule.rule, addDays(asOf, -40));
        const { ours } = judge(given, asOf).sums;
        expect(decideOn(sight, asOf, ours)).toEqual(decideOn(sightOf(given), asOf, ours));
      }),
    );
  });
});

describe('the order of lines in the file', () => {
  const CUSTOMERS = ['Acme', 'Brill', 'Cobalt', 'Dune', 'Eve', 'Fox'];
  const reviews = (lines: readonly Line[]) =>
    Object.fromEntries(
      relationships(lines).map((each) => {
        const judged = judge(each, asOf);
        const hinges = hangsOn(each, judged).map(({ becomes, entry }) => [entry.id, becomes]);
        const { standing, ...rest } = said(judged);
        // The order of recording, and with it the short number, is another one.
        const notice = standing.notice?.id;
        return [each.customer.name, { ...rest, standing: { ...standing, notice }, hinges }];
      }),
    );

  test('among different customers does not matter', () => {
    const manyStories = fc.tuple(
      fc.array(fc.array(happening, { minLength: 1, maxLength: 12 }), {
        minLength: 2,
        maxLength: CUSTOMERS.length,
      }),
      fc.infiniteStream(fc.nat()),
    );
    fc.assert(
      fc.property(manyStories, ([stories, draws]) => {
        const files = stories.map((each, index) => {
          const customer = CUSTOMERS[index] ?? '';
          const hours = [
            { type: 'won', id: `${customer}-w`, customer, on: ago(300), amount: 100 * index },
          ];
          const work = [
            { type: 'work', id: `${customer}-h`, customer, on: ago(200), minutes: 700 },
          ];
          return [...hours, ...work, ...linesOf(customer, each)];
        });
        const inOrder = files.flat();
        const queues = files.map((lines) => [...lines]);
        const mixed: Line[] = [];
        while (mixed.length < inOrder.length) {
          const waiting = queues.filter((lines) => lines.length > 0);
          const next = waiting[(draws.next().value ?? 0) % waiting.length]?.shift();
          if (next !== undefined) mixed.push(next);
        }
        expect(reviews(mixed)).toEqual(reviews(inOrder));
      }),
      { numRuns: RUNS, seed: 20_260_630 },
    );
  });
});

const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];
const quadruples = LEVELS.flatMap((a) =>
  LEVELS.flatMap((b) => LEVELS.flatMap((c) => LEVELS.map((d) => [a, b, c, d] as const))),
);

describe('holding steady', () => {
  test('a worse level anywhere never publishes a better one', () => {
    const wrong = quadruples.flatMap((levels) =>
      levels.flatMap((level, index) =>
        LEVELS.filter((worse) => worse === level + 1).flatMap((worse) => {
          const [a = 0, b = 0, c = 0, d = 0] = levels.with(index, worse);
          return held(a, b, c, d) < held(...levels) ? [[levels, index]] : [];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('never publishes what was not seen at the first three looks', () => {
    expect(
      quadruples.filter((levels) => held(...levels) > Math.max(...levels.slice(0, 3))),
    ).toEqual([]);
  });

  test('serious needs two looks in a row, relief three, and critical none', () => {
    expect([held(3, 2, 0, 0), held(3, 3, 0, 0), held(0, 3, 3, 0), held(0, 0, 3, 3)]).toEqual([
      2, 3, 3, 3,
    ]);
    expect([held(0, 0, 0, 3), held(0, 0, 2, 0), held(4, 0, 0, 0), held(1, 0, 0, 4)]).toEqual([
      0, 2, 4, 1,
    ]);
  });

  test('what counts is never worse than the worst of the looks, and facts count as they are', () => {
    check(
      fc.property(relationship, (given) => {
        const { rules, standing } = judge(given, asOf);
        const sight = sightOf(given);
        for (const { level, outcome, rule } of rules) {
          const weeks = rule.holds ? [0, 1, 2, 3] : [0];
          const looks = weeks
            .map((week) => addDays(asOf, -week * CHECKPOINT_DAYS))
            .filter((day) => day === asOf || standing.reset === undefined || day >= standing.reset)
            .map((day) => sight.raw(rule, day).level ?? 0);
          expect(level ?? 0).toBeLessThanOrEqual(Math.max(...looks));
          if (!rule.holds) expect(level).toBe(outcome.level);
        }
      }),
    );
  });
});

describe('what the verdict hangs on', () => {
  /** The review of the journal in which the entry was never written, our own side and the median held. */
  function verdictWithout(
    given: Relationship,
    gone: Recorded,
    ours: Judgement['sums']['ours'],
  ): Verdict {
    const entries: Recorded[] = [];
    for (const entry of given.entries) {
      const refersToIt = Object.entries(entry).some(
        ([field, value]) => field === 'ref' && value === gone.id,
      );
      if (entry.id !== gone.id && !refersToIt) entries.push(entry);
    }
    const shortened: Relationship = { ...given, entries };
    return decideOn(sightOf(shortened), asOf, ours).row.verdict;
  }

  test('is just what the journal without the entry says', () => {
    let hinges = 0;
    check(
      fc.property(relationship, (given) => {
        const judged = judge(given, asOf);
        const expected = given.entries
          .filter((entry) => entry.on <= asOf && (isOccasion(entry) || entry.type === 'promise'))
          .map((entry) => ({
            id: entry.id,
            becomes: verdictWithout(given, entry, judged.sums.ours),
          }))
          .filter(({ becomes }) => becomes !== judged.verdict);
        const found = hangsOn(given, judged).map(({ becomes, entry }) => ({
          id: entry.id,
          becomes,
        }));
        expect(new Set(found.map((each) => JSON.stringify(each)))).toEqual(
          new Set(expected.map((each) => JSON.stringify(each))),
        );
        expect(found).toHaveLength(expected.length);
        hinges += found.length;
      }),
    );
    expect(hinges).toBeGreaterThan(5);
  });

  test('they are told in the order of recording', () => {
    check(
      fc.property(relationship, (given) => {
        const numbers = hangsOn(given, judge(given, asOf)).map(({ entry }) => entry.seq);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }),
    );
  });
});
