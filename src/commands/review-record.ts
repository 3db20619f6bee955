import { addDays, type Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Remembered } from '../verdict/review.ts';

/** Nobody waits for a note in the margin. */
const PATIENCE = { silent: 200, whole: 200 };

interface Reviewed {
  readonly asOf: Day;
  /** All of the book. */
  readonly customers: readonly Remembered[];
}

/** The day of the last review of the whole book that was shown before `asOf`, and was known by then. */
export function lastReviewDay(
  store: Store | undefined,
  asOf: Day,
  known: Day | undefined,
): Day | undefined {
  const end = known === undefined || known >= asOf ? asOf : addDays(known, 1);
  return store?.lastReview(end)?.day;
}

/**
 * Keeps that this review of the whole book was shown, so that the next one says what has changed since. A journal that
 * cannot be written is no reason to complain: what was asked for has been shown.
 */
export function recordReview(
  world: World,
  db: string | undefined,
  { asOf, customers }: Reviewed,
): void {
  const path = world.journalPath(db);
  if (!world.onTerminal || customers.length === 0 || !journalExists(path)) return;
  const verdicts = customers.flatMap(({ relationship, judgement }) =>
    relationship.customer.id === undefined
      ? []
      : [[relationship.customer.id, judgement.verdict] as const],
  );
  try {
    const store = openStore(path, { clock: world.clock, create: false, patience: PATIENCE });
    try {
      store.recordReview({ day: asOf, verdicts: Object.fromEntries(verdicts) });
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof RelError)) throw error;
  }
}
