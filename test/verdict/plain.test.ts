import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from '../../src/journal/days.ts';
import { ENTRY_FIELDS } from '../../src/journal/entry.ts';
import { RULES } from '../../src/rules/index.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { hangsOn } from '../../src/verdict/hangs-on.ts';
import { judge } from '../../src/verdict/judge.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { TABLE } from '../../src/verdict/table.ts';
import { judgementsOn, mediansOf, standingSince } from '../../src/verdict/track.ts';
import { anyJournal } from '../support/any-journal.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import { AS_OF, type Line } from '../support/lines.ts';
import { bookOf as plainBookOf } from '../support/plain/plain-book.ts';
import { hangsOn as plainHangsOn } from '../support/plain/plain-hangs-on.ts';
import { judge as plainJudge } from '../support/plain/plain-judge.ts';
import { reviewOf as plainReviewOf } from '../support/plain/plain-review.ts';
import {
  judgementsOn as plainJudgementsOn,
  mediansOf as plainMediansOf,
} from '../support/plain/plain-track.ts';
import { said } from '../support/said.ts';

/*
 * Judging shares work between days, checkpoints and removed entries. Here it is compared, in every word, with the
 * implementation that shares nothing: one that works everything out again for each day and each entry.
 */
type Book = ReturnType<typeof bookFrom>;

const asOf = dayOf(AS_OF);
const RUNS = Number(process.env['REL_RUNS'] ?? 30);
const SEED = Number(process.env['REL_SEED'] ?? 20_260_630);

const folder = new URL('../fixtures/random/', import.meta.url);
const fixtures: readonly [string, Book][] = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => [file, bookFrom(readFileSync(new URL(file, folder), 'utf8'))]);

const bookOfLines = (lines: readonly Line[]): Book =>
  bookFrom(lines.map((line) => JSON.stringify(line)).join('\n'));
const anyBook = anyJournal.map(bookOfLines);
const check = (property: fc.IProperty<[Book, number]>, numRuns = RUNS) =>
  fc.assert(property, { numRuns, seed: SEED });

/** The last day of a journal. */
function lastDay({ accounts }: Book): Day {
  const days = accounts.flatMap(({ entries }) => entries.map(({ on }) => on));
  return days.reduce((last, day) => (day > last ? day : last), days[0] ?? asOf);
}

function sameReview({ accounts, settings }: Book, day: Day, against: Day): void {
  const fast = reviewOf(accounts, settings, day, against);
  const plain = plainReviewOf(accounts, settings, day, against);
  expect(
    fast.customers.map(({ judgement, ...rest }) => ({ ...rest, judgement: said(judgement) })),
  ).toEqual(
    plain.customers.map(({ judgement, ...rest }) => ({ ...rest, judgement: said(judgement) })),
  );
}

/** Compares what each verdict of a day hangs on; says how many entries that were. */
function sameHinges({ accounts, settings }: Book, day: Day): number {
  const plain = plainBookOf(accounts, settings, day);
  const hinges = bookOf(accounts, settings, day).map((relationship, index) => {
    const found = hangsOn(relationship, judge(relationship, day));
    const same = plain[index];
    if (same === undefined) throw new Error(relationship.customer.name);
    expect(found).toEqual(plainHangsOn(same, plainJudge(same, day)));
    return found.length;
  });
  return hinges.reduce((sum, each) => sum + each, 0);
}

function sameTrack({ accounts, settings }: Book, days: readonly Day[]): void {
  const book = bookOf(accounts, settings, asOf);
  const plain = plainBookOf(accounts, settings, asOf);
  const medians = mediansOf(book);
  const plainMedians = plainMediansOf(plain);
  expect(days.map(medians)).toEqual(days.map(plainMedians));
  for (const [index, relationship] of book.entries()) {
    const same = plain[index];
    if (same === undefined) throw new Error(relationship.customer.name);
    expect(judgementsOn(relationship, days, medians).map((each) => each && said(each))).toEqual(
      plainJudgementsOn(same, days, plainMedians).map((each) => each && said(each)),
    );
  }
}

const weeks = (last: Day, count: number, step = 7): readonly Day[] =>
  Array.from({ length: count }, (_, index) => addDays(last, (index - count + 1) * step));

describe('the random journals', () => {
  test.each(fixtures)('%s: a review of any month, and what it hangs on', (_, book) => {
    for (const day of weeks(addDays(lastDay(book), 20), 8, 31)) {
      sameReview(book, day, addDays(day, -7));
      sameHinges(book, day);
    }
  });

  test.each(fixtures)('%s: a year of weeks', (_, book) => {
    sameTrack(book, weeks(addDays(lastDay(book), 10), 52));
  });
});

describe('any journal', () => {
  const near = fc.oneof(fc.integer({ min: -40, max: 25 }), fc.integer({ min: -500, max: 60 }));

  test('a review says the same in every word', () => {
    check(
      fc.property(anyBook, near, (book, days) => {
        sameReview(book, addDays(asOf, days), addDays(asOf, days - 7));
      }),
    );
  });

  test('so does one that looks back any number of days', () => {
    const back = fc.integer({ min: 1, max: 400 });
    check(
      fc.property(anyBook, back, (book, days) => {
        sameReview(book, asOf, addDays(asOf, -days));
      }),
    );
  });

  test('its verdicts hang on the same entries', () => {
    let hinges = 0;
    check(
      fc.property(anyBook, near, (book, days) => {
        hinges += sameHinges(book, addDays(asOf, days));
      }),
    );
    expect(hinges).toBeGreaterThan(RUNS / 5);
  });

  test('and many days at once say what each says alone', () => {
    const step = fc.constantFrom(1, 7, 7, 7, 10, -7);
    check(
      fc.property(anyBook, step, (book, days) => {
        sameTrack(book, weeks(addDays(asOf, 14), 12, days));
      }),
      Math.ceil(RUNS / 4),
    );
  });

  test('since when a finding stands is what the reviews day by day say', () => {
    let found = 0;
    check(
      fc.property(anyBook, near, ({ accounts, settings }, days) => {
        const day = addDays(asOf, days);
        const book = bookOf(accounts, settings, day);
        const medians = mediansOf(book);
        const plainMedians = plainMediansOf(book);
        const [relationship] = book;
        if (relationship === undefined) return;
        const reviews = plainJudgementsOn(relationship, weeks(day, 60, 1), plainMedians);
        for (const rule of RULES) {
          const levels = reviews.map(
            (each) => each?.rules.find((one) => one.rule.name === rule.name)?.level ?? 0,
          );
          const before = levels.findLastIndex((level) => level < 1);
          const since = standingSince(relationship, day, medians)(rule);
          if (before === levels.length - 1) expect(since).toBeUndefined();
          // Longer than was replayed: the first replayed day is inside.
          else if (before < 0) expect(since).toBeLessThanOrEqual(addDays(day, -59));
          else expect(since).toBe(addDays(day, before - 58));
          if (before >= 0 && before < levels.length - 1) found += 1;
        }
      }),
      Math.ceil(RUNS / 4),
    );
    expect(found).toBeGreaterThan(2);
  });

  test('has every type of entry, and reaches every rule, level and row', () => {
    const books = fc.sample(anyBook, { numRuns: 200, seed: SEED });
    const types = books.flatMap(({ accounts }) => accounts.flatMap(({ entries }) => entries));
    expect(new Set(types.map(({ type }) => type))).toEqual(new Set(Object.keys(ENTRY_FIELDS)));
    const judged = books.flatMap(({ accounts, settings }) =>
      plainBookOf(accounts, settings, asOf).map((each) => plainJudge(each, asOf)),
    );
    const rows = new Set(judged.map(({ row }) => row.row));
    expect(rows.size).toBeGreaterThan(TABLE.length - 4);
    for (const { name } of RULES) {
      const levels = judged.flatMap(({ rules }) =>
        rules.flatMap(({ rule, outcome }) => (rule.name === name ? [outcome.level] : [])),
      );
      const seen = { warned: levels.some((level) => Number(level) >= 2), fine: levels.includes(0) };
      expect({ name, ...seen }).toEqual({ name, warned: true, fine: true });
    }
  });
});
