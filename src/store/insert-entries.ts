import type { EntryText, NewEntryText } from '../journal/entry-text.ts';
import { checksum, checksumOf } from './checksum.ts';
import type { Connection } from './connection.ts';
import { isTaken } from './failures.ts';

const INSERT = 'INSERT INTO entry (seq, id, customer, type, day, ref, body, crc) VALUES';
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?)';

/** @param customer the key of the customer that the entry names */
export function insertEntry(connection: Connection, customer: number, entry: EntryText): void {
  const { seq, id, type, on, ref, rest } = entry;
  const content = [seq, id, customer, type, on, ref, rest] as const;
  connection.statement(`${INSERT} ${ROW}`).run(...content, checksum('entry', ...content));
}

/**
 * Several in one statement, which costs a third less than one each. Returns false, and adds none, where an id is taken.
 * @param first the number of the first; each other has the next one
 * @param customerKey of the customer of that name
 */
export function insertEntries(
  connection: Connection,
  first: number,
  added: readonly NewEntryText[],
  customerKey: (name: string) => number,
): boolean {
  const values: (string | number | null)[] = [];
  let seq = first;
  for (const { id, customer, type, on, ref, rest } of added) {
    const key = customerKey(customer);
    const crc = checksumOf(`entry\0${seq}\0${id}\0${key}\0${type}\0${on}\0${ref ?? ''}\0${rest}`);
    values.push(seq, id, key, type, on, ref, rest, crc);
    seq += 1;
  }
  const rows = added.map(() => ROW).join(', ');
  try {
    connection.statement(`${INSERT} ${rows}`).run(values);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}
