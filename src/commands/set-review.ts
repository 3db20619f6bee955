import type { Day } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import type { Page } from '../render/page.ts';
import { type Counted, uncounted } from '../store/counted.ts';
import type { Unread } from '../verdict/book.ts';
import { hangsOn } from '../verdict/hangs-on.ts';
import { measuresOf } from '../verdict/measures.ts';
import {
  byUrgency,
  type CustomerReview,
  remembered,
  type Remembered,
  type Review,
  type ReviewDays,
  reviewing,
} from '../verdict/review.ts';
import type { MedianOn } from '../verdict/track.ts';
import { weeksOf } from '../verdict/weeks.ts';
import { type Part, partOf, wholeBook } from '../verdict/whole-book.ts';
import type { OpenBook } from './book.ts';
import { formatOf } from './format-option.ts';
import { knownLine } from './known-day.ts';
import { csvForm, graphForm, jsonForm, markdownForm, type ReviewForm } from './review-forms.ts';
import { type OutputOptions, showsWeeks } from './review-output.ts';
import { textForm } from './review-text-form.ts';

/** A book that was measured, and whose customers are about to be read one after the other. */
export interface ToReview {
  readonly days: ReviewDays;
  readonly accounts: Iterable<Unread>;
  /** Reads a customer. */
  readonly reviewed: (account: Unread) => CustomerReview;
  readonly medianOn: MedianOn;
}

/** @param others days on which the verdict is asked for as well */
export function toReview(
  { accounts, settings }: Pick<OpenBook, 'accounts' | 'settings'>,
  days: ReviewDays,
  others: readonly Day[],
  counted: Counted = uncounted,
): ToReview {
  const measures = measuresOf(
    counted(accounts, 'customers measured'),
    days.asOf,
    new Set([days.asOf, days.against, ...others]),
  );
  return {
    days,
    accounts: counted(accounts, 'customers read'),
    reviewed: reviewing(settings, days, measures),
    medianOn: measures.medianOn,
  };
}

/** A review that holds every entry, for what looks at all of it. */
export interface HeldReview extends Review {
  readonly medianOn: MedianOn;
}

export const heldReview = ({ accounts, days, medianOn, reviewed }: ToReview): HeldReview => ({
  ...days,
  customers: Array.from(accounts, reviewed).sort(byUrgency),
  medianOn,
});

/** What is asked of a review, whatever its form. */
export interface Asked {
  /** Whom it is about, by name and verdict. */
  readonly isAsked: (review: Remembered) => boolean;
  /** Of these, whom a reader wants to see: all but KEEP, as a rule. */
  readonly isRead: (review: Remembered) => boolean;
  readonly named: boolean;
  readonly currency: string | undefined;
  /** Where only what had been entered by then was looked at. */
  readonly known: Day | undefined;
}

/**
 * Rows about each customer who is asked for, in the order of the review. The others are read as well: what is said of one
 * rests on the sums of all, and reading finds what is damaged.
 * @param rowsOf rows that do not lead to the customer's entries
 */
export function rowsInOrder<Row>(
  { accounts, reviewed }: ToReview,
  isAsked: (customer: string) => boolean,
  rowsOf: (review: CustomerReview) => readonly Row[],
): readonly Row[] {
  const kept: (Remembered & { readonly rows: readonly Row[] })[] = [];
  for (const account of accounts) {
    const review = reviewed(account);
    if (isAsked(account.customer.name)) kept.push({ ...remembered(review), rows: rowsOf(review) });
  }
  return kept.sort(byUrgency).flatMap(({ rows }) => rows);
}

/** A review in the form asked for, which holds no entries any more. */
export interface SetReview {
  readonly text: string;
  /** All customers, in the order of the review. */
  readonly customers: readonly Remembered[];
}

/** Reviews a book in any form but as a page in HTML. @param page for text */
export function setReview(
  world: World,
  book: ToReview,
  asked: Asked,
  options: OutputOptions,
  page: Page,
): SetReview {
  const { medianOn } = book;
  const { known, named } = asked;
  const withWeeks = options.graph === true;
  switch (formatOf(options)) {
    case 'csv':
      return inForm(csvForm, book, { ...asked, isRead: () => true });
    case 'json': {
      const form = jsonForm(known, {
        hinges:
          options.hangsOn === false
            ? undefined
            : ({ relationship, judgement }) => hangsOn(relationship, judgement),
        allRules: options.allRules === true,
        weeksOf: withWeeks ? (review) => weeksOf(review, medianOn) : undefined,
      });
      return inForm(form, book, { ...asked, isRead: () => true });
    }
    case 'md':
      return under(known, '\n', inForm(markdownForm, book, asked));
    default: {
      if (withWeeks) return under(known, '', inForm(graphForm(medianOn, page), book, asked));
      const form = textForm(page, showsWeeks(world) ? medianOn : undefined, named);
      return under(known, '', inForm(form, book, asked));
    }
  }
}

const under = (known: Day | undefined, gap: string, set: SetReview): SetReview =>
  known === undefined ? set : { ...set, text: knownLine(known) + gap + set.text };

/** Reads a customer, reviews them, keeps what the form and the sums of the book need, and lets go. */
export function inForm<One extends Remembered>(
  form: ReviewForm<One>,
  { accounts, days, reviewed }: ToReview,
  { isAsked, isRead, named, currency }: Omit<Asked, 'known'>,
): SetReview {
  const parts: Part[] = [];
  const read: One[] = [];
  const hidden: One[] = [];
  for (const account of accounts) {
    const review = reviewed(account);
    parts.push(partOf(review));
    if (!isAsked(review)) continue;
    const told = isRead(review);
    (told ? read : hidden).push(form.keep(review, told, () => reviewed(account)));
  }
  parts.sort((a, b) => byUrgency(a.review, b.review));
  const book = wholeBook(parts);
  const customers = read.sort(byUrgency);
  const text = form.set({
    review: days,
    book,
    customers,
    hidden: hidden.sort(byUrgency),
    named,
    currency,
  });
  return { text, customers: parts.map(({ review }) => review) };
}
