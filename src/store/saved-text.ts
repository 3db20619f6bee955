import type { Day } from '../journal/days.ts';
import type { EntryType } from '../journal/entry.ts';
import type { EntryText } from '../journal/entry-text.ts';
import type { SavedRow } from './salvage-find.ts';

/** What a row of the table `entry` says, as salvage found it. @param customer what its owner was called */
export function savedText({ key: seq, values }: SavedRow, customer: string): EntryText {
  const [, id, , type, on, ref, rest] = values as unknown as readonly [
    number,
    string,
    number,
    EntryType,
    Day,
    string | null,
    string,
  ];
  return { seq, id, customer, type, on, ref, rest };
}
