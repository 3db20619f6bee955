import type { Day } from '../journal/days.ts';
import type { EntryType, Recorded } from '../journal/entry.ts';
import { day as dayKind } from '../journal/fields.ts';
import { fieldsOf } from '../journal/line.ts';

interface KnownType {
  /** One text for all entries of the type: two of these are compared at a glance. */
  readonly type: EntryType;
  /** Its fields that hold days: text in the interchange form, numbers in an entry. */
  readonly dayFields: readonly string[];
}

/** As far as they were asked for. */
const knownTypes = new Map<string, KnownType>();

function knownType(type: string): KnownType {
  const known = knownTypes.get(type);
  if (known !== undefined) return known;
  // The checksum says that it is the type of an entry.
  const added = { type: type as EntryType, dayFields: dayFieldsOf(type as EntryType) };
  knownTypes.set(type, added);
  return added;
}

const dayFieldsOf = (type: EntryType): readonly string[] =>
  Object.entries(fieldsOf(type)).flatMap(([name, field]) =>
    name !== 'on' && field.kind === dayKind ? [name] : [],
  );

/**
 * An entry from what stands in its row, whose checksum was looked at: what is stored was read strictly when it entered the
 * journal, and to read it strictly again would double the time of a review.
 * @param ref null or the empty text where there is none
 */
export function recordedFrom(
  seq: number,
  id: string,
  customer: string,
  typeName: string,
  on: Day,
  ref: string | null,
  body: string,
): Recorded {
  const { type, dayFields } = knownType(typeName);
  // Fields are added to what was read: a copy of it would cost half as much again.
  const entry = JSON.parse(body) as Record<string, unknown>;
  for (const field of dayFields) {
    const written = entry[field];
    if (typeof written === 'string') entry[field] = dayKind.read(written);
  }
  entry['type'] = type;
  entry['id'] = id;
  entry['customer'] = customer;
  entry['on'] = on;
  entry['seq'] = seq;
  if (ref !== null && ref !== '') entry['ref'] = ref;
  return entry as unknown as Recorded;
}
