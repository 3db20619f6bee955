import { type Day, formatDay } from './days.ts';
import type { EntryType } from './entry.ts';
import type { Json } from './fields.ts';
import { fieldsOf } from './line.ts';

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

/** The fields in the interchange form, in no particular order. */
export function fieldsOfText(entry: EntryText): Readonly<Record<string, Json>> {
  const { type, id, customer, on, ref, rest } = entry;
  const fields = JSON.parse(rest) as Record<string, Json>;
  fields['type'] = type;
  fields['id'] = id;
  fields['customer'] = customer;
  fields['on'] = formatDay(on);
  if (ref !== null) fields['ref'] = ref;
  return fields;
}

/** The line of the interchange format, as it is written for the entry itself. */
export function lineOfText(entry: EntryText): string {
  if (entry.ref !== null) return JSON.stringify(inOrder(entry.type, fieldsOfText(entry)));
  const { type, id, customer, on, rest } = entry;
  const head = `{"type":"${type}","id":${JSON.stringify(id)},"customer":${JSON.stringify(customer)},"on":"${formatDay(on)}"`;
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
