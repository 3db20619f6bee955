import type { EntryText } from '../journal/entry-text.ts';
import type { Connection } from './connection.ts';
import { storedCustomers } from './customer-rows.ts';
import { type EntryRow, SELECT, textFromRow } from './entry-rows.ts';

/** An entry as it is kept. */
export interface OwnedText {
  /** The id of its customer. */
  readonly owner: string;
  readonly text: EntryText;
}

/** The entries whose numbers lie between, both included, in their order. */
export function entryTextsBetween(
  connection: Connection,
  first: number,
  last: number,
): readonly OwnedText[] {
  const rows = connection
    .statement(`${SELECT} WHERE seq BETWEEN ? AND ? ORDER BY seq`)
    .all(first, last) as EntryRow[];
  const customerOf = storedCustomers(connection);
  return rows.map((row) => ({
    owner: customerOf(row[2]).id,
    text: textFromRow(row, (key) => customerOf(key).card.name),
  }));
}
