import { RelError } from '../journal/error.ts';
import type { Connection } from './connection.ts';
import { createJournal } from './create-journal.ts';
import { uncounted } from './counted.ts';
import { type ExchangeOptions, moveOn, opened, operationsOf } from './exchange.ts';
import { journalExists } from './journal-file.ts';
import { type ReplayedBook, replayedBook } from './replay-book.ts';
import { replaceRows } from './replace-rows.ts';
import { allReviews, type ReviewRow, writeReview } from './review-rows.ts';
import { type HeldLines, isTold } from './told.ts';
import { replaceChanges, type WholeChange, wholeChanges } from './whole-changes.ts';

/** All that was ever done to a journal, and what its reviews showed. */
export interface Past {
  readonly changes: readonly WholeChange[];
  readonly reviews: readonly ReviewRow[];
}

/** For a copy that keeps its history. */
export const pastOf = (connection: Connection): Past => ({
  changes: wholeChanges(connection),
  reviews: allReviews(connection),
});

/**
 * Makes the journal that comes of this past, with its history, in a file in which nothing was ever written. All or
 * nothing; throws RelError('usage') where the file has a past of its own, or where the lines are not what comes of it.
 * @param held the lines that the journal is to hold
 * @param isTrial nothing is written
 */
export function restorePast(
  path: string,
  options: ExchangeOptions,
  { changes, reviews }: Past,
  held: HeldLines,
  isTrial: boolean,
): void {
  const { clock, counted = uncounted } = options;
  const book = bookOf(changes);
  if (book === undefined || !isTold(held, book))
    throw new RelError(
      'usage',
      'its operation lines do not tell how the lines before them came to be',
      'nothing was imported; export it anew, or leave out the lines of type operation and review',
    );
  if (!journalExists(path)) {
    if (isTrial) return;
    createJournal(path, clock);
  }
  opened(path, options, isTrial, (connection) => {
    if (isTrial) connection.reading(() => refuseOwnPast(connection));
    else
      connection.writing(() => {
        refuseOwnPast(connection);
        replaceRows(connection, book, counted);
        replaceChanges(connection, changes, book.numbers, counted);
        for (const review of reviews) writeReview(connection, review, review.at);
        moveOn(connection, deviceOf(connection), changes);
      });
  });
}

/** Undefined where the steps do not fit together. */
function bookOf(changes: readonly WholeChange[]): ReplayedBook | undefined {
  try {
    return replayedBook(operationsOf(changes));
  } catch (error) {
    if (error instanceof RelError) return undefined;
    throw error;
  }
}

function refuseOwnPast(connection: Connection): void {
  const [count] = connection.statement('SELECT count(*) FROM change').get() as readonly [number];
  if (count === 0) return;
  throw new RelError(
    'usage',
    'the file brings a history along, and this journal has one of its own',
    'read it into a new journal, with --db FILE; or leave out its lines of type operation and review',
  );
}

function deviceOf(connection: Connection): string {
  const [device] = connection.statement('SELECT device FROM meta').get() as readonly [string];
  return device;
}
