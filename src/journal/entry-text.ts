import { type Day, formatDay } from './days.ts';
import type { EntryType } from './entry.ts';
import type { Json } from './fields.ts';
import { fieldsOf } from './line.ts';

const fieldNames = memo((type: EntryType) => Object.keys(fieldsOf(type)));
/** A journal has many entries and few days. */
const dateOf = memo(formatDay);

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

/** The fields in the interchange form, in no particular order; a new object that may be added to. */
export function fieldsOfText(entry: EntryText): Record<string, Json> {
  const { type, id, customer, on, ref, rest } = entry;
  const fields = JSON.parse(rest) as Record<string, Json>;
  fields['type'] = type;
  fields['id'] = id;
  fields['customer'] = customer;
  fields['on'] = dateOf(on);
  if (ref !== null) fields['ref'] = ref;
  return fields;
}

/** The line of the interchange format, as it is written for the entry itself. */
export function lineOfText(entry: EntryText): string {
  if (entry.ref !== null) return JSON.stringify(inOrder(entry.type, fieldsOfText(entry)));
  const { type, id, customer, on, rest } = entry;
  const head = `{"type":"${type}","id":${JSON.stringify(id)},"customer":${JSON.stringify(customer)},"on":"${dateOf(on)}"`;
  return rest === '{}' ? `${head}}` : `${head},${rest.slice(1)}`;
}

/** Where among the others `ref` stands depends on the type. */
function inOrder(type: EntryType, fields: Readonly<Record<string, Json>>): object {
  const ordered: Record<string, Json> = { type };
  for (const field of fieldNames(type)) {
    const value = fields[field];
    if (value !== undefined) ordered[field] = value;
  }
  return ordered;
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
