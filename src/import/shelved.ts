import type { Day } from '../journal/days.ts';
import type { EntryType } from '../journal/entry.ts';
import type { NewEntryText } from '../journal/entry-text.ts';
import type { EntryLine } from './sorted-lines.ts';

/*
 * An entry on one row, its parts between tabs. In most of them neither a tab nor the end of a line can stand as it is:
 * what JSON is already, or a name on one line. Where one does, that part is written as JSON.
 */

const IS_TORN = /^"|[\t\n]/;

const whole = (part: string): string => (IS_TORN.test(part) ? JSON.stringify(part) : part);
const part = (written: string): string =>
  written.startsWith('"') ? (JSON.parse(written) as string) : written;

/** @param follows the id of the promise that the entry tells more of; empty where it tells of none */
export function shelved(entry: NewEntryText, line: number, follows: string): string {
  const { type, id, customer, on, ref, rest } = entry;
  const names = `${whole(customer)}\t${whole(id)}\t${whole(ref ?? '')}\t${whole(follows)}`;
  return `${type}\t${on}\t${line}\t${names}\t${rest}\n`;
}

/** @param row without its end */
export function entryOn(row: string): EntryLine {
  const [type, on, line, customer = '', id = '', ref = '', follows = '', rest = ''] =
    row.split('\t');
  const entry = {
    type: type as EntryType,
    id: part(id),
    customer: part(customer),
    on: Number(on) as Day,
    ref: ref === '' ? null : part(ref),
    rest,
    line: Number(line),
  };
  return follows === '' ? entry : { ...entry, follows: part(follows) };
}
