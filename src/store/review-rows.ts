import type { Day } from '../journal/days.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { NextKeys } from './next-keys.ts';

/** What a review of the whole book showed. */
export interface RecordedReview {
  readonly day: Day;
  /** By the customers' ids. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** The same with the moment at which it was shown, with offset. */
export type ReviewRow = RecordedReview & { readonly at: string };

type Row = readonly [key: number, day: Day, at: string, verdicts: string, crc: number];

/** The last one of a day before this. */
export function lastReview(connection: Connection, before: Day): RecordedReview | undefined {
  const row = connection
    .statement(
      'SELECT key, day, at, verdicts, crc FROM review WHERE day < ? ORDER BY day DESC LIMIT 1',
    )
    .get(before);
  return row === undefined ? undefined : fromRow(row as Row);
}

function fromRow([key, day, at, verdicts, crc]: Row): RecordedReview {
  if (checksum('review', key, day, at, verdicts) !== crc) throw damaged(`review ${key}`);
  return { day, verdicts: JSON.parse(verdicts) as RecordedReview['verdicts'] };
}

/** In place of an earlier one of the same day. @param at when it was shown, with offset */
export function writeReview(connection: Connection, review: RecordedReview, at: string): void {
  const key = new NextKeys(connection).take('review');
  const verdicts = JSON.stringify(review.verdicts);
  connection
    .statement('INSERT OR REPLACE INTO review (key, day, at, verdicts, crc) VALUES (?, ?, ?, ?, ?)')
    .run(key, review.day, at, verdicts, checksum('review', key, review.day, at, verdicts));
}

/** What a review showed of one customer. */
export interface ShownVerdict {
  readonly day: Day;
  /** The customer's id. */
  readonly customer: string;
  readonly verdict: Verdict;
}

/** What any review ever showed of these customers. */
export const verdictsOf = (
  connection: Connection,
  ids: ReadonlySet<string>,
): readonly ShownVerdict[] =>
  allReviews(connection).flatMap(({ day, verdicts }) =>
    Object.entries(verdicts).flatMap(([customer, verdict]) =>
      ids.has(customer) ? [{ day, customer, verdict }] : [],
    ),
  );

/** As if no review had ever shown these customers. */
export function eraseVerdicts(connection: Connection, ids: ReadonlySet<string>): void {
  for (const { key, day, at, verdicts } of allReviews(connection)) {
    const kept = Object.entries(verdicts).filter(([customer]) => !ids.has(customer));
    const text = JSON.stringify(Object.fromEntries(kept));
    connection
      .statement('UPDATE review SET verdicts = ?, crc = ? WHERE key = ?')
      .run(text, checksum('review', key, day, at, text), key);
  }
}

/** By their days. */
export function allReviews(connection: Connection): readonly (ReviewRow & { key: number })[] {
  const rows = connection
    .statement('SELECT key, day, at, verdicts, crc FROM review ORDER BY day')
    .all() as Row[];
  return rows.map((row) => ({ ...fromRow(row), key: row[0], at: row[2] }));
}
