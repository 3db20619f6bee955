import type { Day } from './days.ts';
import type { Entry, EntryType } from './entry.ts';
import { day, type Json } from './fields.ts';
import { fieldsOf, writeEntry } from './line.ts';
/**
 * An entry whose fields have not been read: what it is found by, and the rest as the text in which it is kept. For
 * walks over all entries that only carry them elsewhere.
 */
export interface EntryText {
  readonly seq: number;
  readonly type: EntryType;
  readonly id: string;
  readonly customer: string;
  readonly on: Day;
  readonly ref: string | null;
  /** The JSON object of all other fields, in the order in which they are written. */
  readonly rest: string;
}

/** An entry that has no number yet. */
export type NewEntryText = Omit<EntryText, 'seq'>;

/** What has a place of its own in an EntryText. */
const APART = new Set(['type', 'id', 'customer', 'on', 'ref']);

export function textOf(entry: Entry): NewEntryText {
  const { type, id, customer, on } = entry;
  const rest: Record<string, Json> = {};
  const written = writeEntry(entry);
  for (const field in written) {
    const value = written[field];
    if (value !== undefined && !APART.has(field)) rest[field] = value;
  }
  const ref = 'ref' in entry ? (entry.ref ?? null) : null;
  return { type, id, customer, on, ref, rest: JSON.stringify(rest) };
}

/** The fields in the interchange form, in no particular order; a new object that may be added to. */
export function fieldsOfText(entry: NewEntryText): Record<string, Json> {
  const { type, id, customer, on, ref, rest } = entry;
  const fields = JSON.parse(rest) as Record<string, Json>;
  fields['type'] = type;
  fields['id'] = id;
  fields['customer'] = customer;
  fields['on'] = day.write(on);
  if (ref !== null) fields['ref'] = ref;
  return fields;
}

/** The line of the interchange format, as it is written for the entry itself. */
export function lineOfText(entry: NewEntryText): string {
  if (entry.ref !== null) return JSON.stringify(inOrder(entry.type, fieldsOfText(entry)));
  const { type, id, customer, on, rest } = entry;
  const head = `{"type":"${type}","id":${JSON.stringify(id)},"customer":${JSON.stringify(customer)},"on":${JSON.stringify(day.write(on))}`;
  return rest === '{}' ? `${head}}` : `${head},${rest.slice(1)}`;
}

/** Where among the others `ref` stands depends on the type. */
function inOrder(type: EntryType, fields: Readonly<Record<string, Json>>): object {
  const ordered: Record<string, Json> = { type };
  for (const field of Object.keys(fieldsOf(type))) {
    const value = fields[field];
    if (value !== undefined) ordered[field] = value;
  }
  return ordered;
}
