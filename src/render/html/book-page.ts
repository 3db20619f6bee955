import type { Day } from '../../journal/days.ts';
import type { FreedHours } from '../../practice/freed-hours.ts';
import type { Picture } from '../../practice/picture.ts';
import type { CustomerReview, Review } from '../../verdict/review.ts';
import type { Week } from '../../verdict/weeks.ts';
import type { WholeBook } from '../../verdict/whole-book.ts';
import { findingsOf } from '../review-cells.ts';
import type { RemarksOf } from '../remark-text.ts';

/** What is on the page of a whole book. */
export interface BookPage {
  readonly review: Review;
  readonly book: WholeBook;
  /** The reviews asked for, in their order. */
  readonly customers: readonly CustomerReview[];
  readonly currency: string | undefined;
  /** Where only what had been entered by then was looked at. */
  readonly known: Day | undefined;
  /** How a customer is called on the page; the only way to a name. */
  readonly called: (name: string) => string;
  readonly remarksOf: RemarksOf;
  readonly weeksOf: (review: CustomerReview) => readonly Week[];
  readonly pictureOf: (review: CustomerReview) => Picture;
  readonly reasonOf: (review: CustomerReview) => string;
  readonly freedOf: (review: CustomerReview) => FreedHours;
  /** Feelings and the words of private entries are shown. */
  readonly privately: boolean;
}

/** One customer on the page of a book. */
export interface Listed {
  readonly review: CustomerReview;
  /** Where a link leads to their section. */
  readonly id: string;
  readonly name: string;
  /** How many findings weigh: warnings and worse, of either side. */
  readonly findings: number;
}

const WARN = 2;

/** The customers in their order, with what the parts of the page call them. */
export const listed = ({ called, customers }: BookPage): readonly Listed[] =>
  customers.map((review, index) => ({
    review,
    id: `customer-${index + 1}`,
    name: called(review.relationship.customer.name),
    findings: findingsOf(review, ['ours', 'theirs', 'economics']).filter(
      ({ level }) => (level ?? 0) >= WARN,
    ).length,
  }));
