import { csvOf } from '../export/csv.ts';
import { COLUMNS, type Row, verdictRow } from '../export/tables.ts';
import type { Day } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import { remarksOf } from '../practice/remarks.ts';
import type { Page } from '../render/page.ts';
import { reviewGraph, type Rowed } from '../render/review-graph.ts';
import { customerJson, type JsonOptions, reviewJson } from '../render/review-json.ts';
import { markdownSection, reviewMarkdown, type Sectioned } from '../render/review-markdown.ts';
import type { ReviewPage } from '../render/review-page.ts';
import { type CustomerReview, remembered, type Remembered } from '../verdict/review.ts';
import type { MedianOn } from '../verdict/track.ts';
import { weeksOf } from '../verdict/weeks.ts';

/** How a review is set in one form, customer by customer. @typeParam One what the page needs of each */
export interface ReviewForm<One extends Remembered> {
  /**
   * Nothing that is kept may hold the customer's entries, nor lead to them.
   * @param isRead whether they are told, and not merely counted
   * @param again reads and reviews them once more
   */
  readonly keep: (review: CustomerReview, isRead: boolean, again: () => CustomerReview) => One;
  /** The page, once each customer was kept. */
  readonly set: (all: ReviewPage<One>) => string;
}

export const csvForm: ReviewForm<Remembered & { readonly row: Row }> = {
  keep: (review) => ({ ...remembered(review), row: verdictRow(review) }),
  set: ({ customers }) => {
    const rows = customers.map(({ row }) => row);
    return [...csvOf(COLUMNS.verdicts, rows, { bom: false, spreadsheet: false })].join('');
  },
};

export const jsonForm = (
  known: Day | undefined,
  options: Omit<JsonOptions, 'remarksOf'>,
): ReviewForm<Remembered & { readonly json: Json }> => ({
  keep: (review) => ({
    ...remembered(review),
    json: customerJson(review, { ...options, remarksOf }),
  }),
  set: ({ book, customers, review }) => {
    const json = reviewJson({
      ...review,
      known,
      book,
      customers: customers.map(({ json }) => json),
    });
    return `${JSON.stringify(json)}\n`;
  },
});

export const markdownForm: ReviewForm<Sectioned> = {
  keep: (review, isRead) => ({
    ...remembered(review),
    section: isRead ? markdownSection(review, remarksOf(review)) : [],
  }),
  set: reviewMarkdown,
};

export const graphForm = (medianOn: MedianOn, page: Page): ReviewForm<Rowed> => ({
  keep: (review) => ({ ...remembered(review), weeks: weeksOf(review, medianOn) }),
  set: (all) => reviewGraph(all, page),
});
