import type { Recorded } from '../journal/entry.ts';
import type { Json } from '../journal/fields.ts';
import { writeEntry } from '../journal/line.ts';

/** An entry under its short number; the number of an invoice, which has the same name in the journal, is `invoice`. */
export function entryJson(entry: Recorded): Readonly<Record<string, Json>> {
  const { number: invoice, ...fields } = writeEntry(entry);
  return { number: entry.seq, ...fields, ...(invoice === undefined ? {} : { invoice }) };
}
