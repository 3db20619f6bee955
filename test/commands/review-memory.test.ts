import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import {
  csvForm,
  graphForm,
  jsonForm,
  markdownForm,
  type ReviewForm,
} from '../../src/commands/review-forms.ts';
import { textForm } from '../../src/commands/review-text-form.ts';
import { inForm, rowsInOrder, toReview, type ToReview } from '../../src/commands/set-review.ts';
import { findingRows, type Row, verdictRow } from '../../src/export/tables.ts';
import { addDays } from '../../src/journal/days.ts';
import { remarksOf } from '../../src/practice/remarks.ts';
import { nextCommand } from '../../src/render/next-command.ts';
import type { Page } from '../../src/render/page.ts';
import { outlineOf } from '../../src/render/review-fold.ts';
import { reviewText } from '../../src/render/review-text.ts';
import { type Unread, unread } from '../../src/verdict/book.ts';
import { type CustomerReview, type Remembered, reviewOf } from '../../src/verdict/review.ts';
import { firstWeek, weeklyDays, weeksOf } from '../../src/verdict/weeks.ts';
import { partOf, wholeBook } from '../../src/verdict/whole-book.ts';
import { dayOf } from '../support/days.ts';
import { bookFrom } from '../support/journal.ts';
import { AS_OF, type Line, on } from '../support/lines.ts';

/*
 * A review lets go of the entries of a customer when it has kept what is to be said of them. So the entries that are there
 * at a time do not become more with the customers.
 */
const asOf = dayOf(AS_OF);
const days = { asOf, against: addDays(asOf, -7) };
const weeks = weeklyDays(firstWeek(asOf), asOf);
const page: Page = { width: 100, unicode: true, paint: (_role, text) => text };

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** After so many customers the entries are counted. */
const EVERY = 25;

/** What each entry carries, so that entries can be counted: of buffers a process knows the bytes. */
const BURDEN = 256 * 1024;

/** How many entries are there. */
function alive(): number {
  // What the first one finds is counted out by the second.
  collectGarbage();
  collectGarbage();
  return Math.round(process.memoryUsage().arrayBuffers / BURDEN);
}

/** Customers of several kinds, so that a page of text tells some of them alone and others together. */
const KINDS: readonly (readonly Line[])[] = [
  [on('won', 300, { amount: 900 }), on('spoke', 90, { channel: 'call', about: ['need'] })],
  [on('won', 300, { amount: 50 }), on('spoke', 9, { minutes: 700, learned: ['need', 'win'] })],
  [on('spoke', 5, { dealbreaker: true }), on('work', 20, { minutes: 60 })],
  [on('promise', 60, { by: 'us', due: '2026-05-20' }), on('heard', 12, { about: ['price'] })],
  [on('spoke', 12, { learned: ['need', 'win'] }), on('income', 3, { amount: 77.7 })],
  [on('lost', 60), on('tried', 30, { outcome: 'no-answer' }), on('heard', 200)],
  [
    on('won', 700),
    ...[1, 9, 17, 25, 40, 60].map((ago) => on('tried', ago, { outcome: 'no-answer' })),
  ],
];

const linesOf = (number: number): readonly Line[] => [
  { type: 'customer', name: `Customer ${number}`, value: (number * 7919) % 5003 },
  ...(KINDS[(number * 5 + Math.floor(number / 11)) % KINDS.length] ?? []).map((line, index) => ({
    id: `${number}-${index}`,
    customer: `Customer ${number}`,
    ...line,
  })),
];

const { accounts, settings } = bookFrom(
  Array.from({ length: 150 }, (_, number) => linesOf(number).map((line) => JSON.stringify(line)))
    .flat()
    .join('\n'),
);
const ENTRIES = Math.max(...accounts.map(({ entries }) => entries.length));

/** The same customer, whose entries are other ones each time they are read, so that they can be let go of. */
function readAnew(account: (typeof accounts)[number]): Unread {
  const { customer, dealings, ofTypes, read } = unread(account);
  const burdened = <T extends object>(entry: T): T =>
    Object.defineProperty({ ...entry }, 'burden', { value: new ArrayBuffer(BURDEN) });
  return {
    customer,
    dealings: (since) => dealings(since).map((entry) => ({ ...entry })),
    ofTypes,
    read: () => ({ customer, entries: read().entries.map(burdened) }),
  };
}

interface Watched<T> {
  readonly made: T;
  /** How many entries were there at most. */
  readonly most: number;
}

/** Makes something of a review of so many customers. */
function watching<T>(count: number, make: (review: ToReview) => T): Watched<T> {
  const unreads = accounts.slice(0, count).map(readAnew);
  const review = toReview({ accounts: unreads, settings }, days, weeks);
  const before = alive();
  let most = 0;
  function* watched(): Generator<Unread> {
    for (const [index, account] of unreads.entries()) {
      if (index % EVERY === EVERY - 1) most = Math.max(most, alive() - before);
      yield account;
    }
  }
  return { made: make({ ...review, accounts: watched() }), most };
}

/** Sets a review of so many customers. */
const set = <One extends Remembered>(
  count: number,
  formOf: (medianOn: ToReview['medianOn']) => ReviewForm<One>,
): Watched<string> =>
  watching(count, (review) => {
    const asked = { isAsked: () => true, isRead: () => true, named: false, currency: undefined };
    return inForm(formOf(review.medianOn), review, asked).text;
  });

/** The rows of an exported table about so many customers. */
const rows = (count: number, rowsOf: (review: CustomerReview) => readonly Row[]) =>
  watching(count, (review) => rowsInOrder(review, () => true, rowsOf));

const json = jsonForm(undefined, { hinges: undefined, allRules: false });

test('of a customer who was reviewed for a list or a table, no entry is left', () => {
  const most = [
    set(75, () => csvForm).most,
    set(75, () => json).most,
    set(75, () => markdownForm).most,
    set(75, (medianOn) => graphForm(medianOn, page)).most,
    rows(75, (review) => [verdictRow(review)]).most,
    rows(75, findingRows).most,
  ];
  // Those of the last one or two may still be at hand.
  for (const each of most) expect(each).toBeLessThanOrEqual(4 * ENTRIES);
});

test('a page of text holds those whom it tells one by one, however many there are', () => {
  const [few, many] = [75, 150].map((count) => set(count, () => textForm(page, undefined, false)));
  expect(few?.most).toBeGreaterThan(ENTRIES);
  expect(many?.most).toBeLessThanOrEqual(1.5 * (few?.most ?? 0));
});

test('a table says the same as one for which nobody was let go of', () => {
  const { customers } = reviewOf(accounts, settings, asOf);
  const { made } = rows(150, findingRows);
  expect(made.length).toBeGreaterThan(50);
  expect(made).toEqual(customers.flatMap(findingRows));
});

test('a page says the same as one for which nobody was let go of', () => {
  const { customers } = reviewOf(accounts, settings, asOf);
  const { made: text } = set(150, (medianOn) => textForm(page, medianOn, false));
  const { medianOn } = toReview({ accounts: accounts.map(unread), settings }, days, weeks);
  const held = reviewText(
    {
      review: days,
      book: wholeBook(customers.map(partOf)),
      customers: customers.map((review) => ({
        ...review,
        ...outlineOf(review, remarksOf),
        hasRemarks: () => remarksOf(review).length > 0,
        next: () => nextCommand(review),
        review: () => review,
      })),
      hidden: [],
      named: false,
      currency: undefined,
      remarksOf,
      weeksOf: (review) => weeksOf(review, medianOn),
    },
    page,
  );
  expect(text).toBe(held);
});
