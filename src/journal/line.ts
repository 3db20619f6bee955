import {
  CUSTOMER_FIELDS,
  type Customer,
  type Entry,
  ENTRY_FIELDS,
  type EntryType,
  HEAD_FIELDS,
  PERSON_FIELDS,
  type Person,
  TAIL_FIELDS,
} from './entry.ts';
import {
  type FieldSet,
  isRecord,
  type Json,
  readFields,
  type Reading,
  writeFields,
} from './fields.ts';
import { SETTINGS_FIELDS, type Settings } from './settings.ts';

/** One line of the interchange format, told apart by what it is. */
export type JournalLine =
  | { readonly is: 'settings'; readonly settings: Settings }
  | { readonly is: 'customer'; readonly customer: Customer }
  | { readonly is: 'person'; readonly person: Person }
  | { readonly is: 'entry'; readonly entry: Entry };

/** All fields an entry of this type may carry, in the order in which they are written. */
export function fieldsOf(type: EntryType): FieldSet {
  return { ...HEAD_FIELDS, ...ENTRY_FIELDS[type], ...TAIL_FIELDS };
}

const allFields = new Map<string, FieldSet>();

function cachedFields(type: EntryType): FieldSet {
  const known = allFields.get(type) ?? fieldsOf(type);
  allFields.set(type, known);
  return known;
}

const isEntryType = (type: string): type is EntryType => Object.hasOwn(ENTRY_FIELDS, type);

/** Reads one parsed JSON value as a line of the journal; the problem names the field and what it may hold. */
export function readLine(value: unknown): Reading<JournalLine> {
  if (!isRecord(value)) return { problem: 'not a JSON object' };
  const { type, ...rest } = value;
  if (typeof type !== 'string') return { problem: 'type is missing' };
  if (type === 'settings')
    return mapped(readFields(SETTINGS_FIELDS, rest), (settings) => ({ is: type, settings }));
  if (type === 'customer')
    return mapped(readFields(CUSTOMER_FIELDS, rest), (customer) => ({ is: type, customer }));
  if (type === 'person')
    return mapped(readFields(PERSON_FIELDS, rest), (person) => ({ is: type, person }));
  if (!isEntryType(type)) return { problem: `unknown type ${JSON.stringify(type)}` };
  return mapped(readEntry(type, rest), (entry) => ({ is: 'entry', entry }));
}

/** Reads the fields of one entry of a known type. */
export function readEntry(
  type: EntryType,
  fields: Readonly<Record<string, unknown>>,
): Reading<Entry> {
  const read = readFields(cachedFields(type), fields);
  if (read.problem !== undefined) return { problem: `${type}: ${read.problem}` };
  // The table of fields and the type Entry are derived from the same constants.
  const entry = { type, ...read.value } as Entry;
  const wrong = contradiction(entry);
  return wrong === undefined ? { value: entry } : { problem: `${type}: ${wrong}` };
}

function contradiction(entry: Entry): string | undefined {
  if ((entry.type === 'away' || entry.type === 'hardship') && entry.to < entry.from)
    return 'to lies before from';
  if (entry.type === 'learned' && entry.learned.length === 0) return 'learned is empty';
  if (entry.type === 'conditions' && entry.conditions.length === 0) return 'conditions is empty';
  return undefined;
}

function mapped<A, B>(reading: Reading<A>, change: (value: A) => B): Reading<B> {
  return reading.problem === undefined ? { value: change(reading.value) } : reading;
}

/** The entry as the JSON object of its line, fields in their fixed order. */
export function writeEntry(entry: Entry): Readonly<Record<string, Json>> {
  return { type: entry.type, ...writeFields(cachedFields(entry.type), entry) };
}

export const writeCustomer = (customer: Customer): Readonly<Record<string, Json>> => ({
  type: 'customer',
  ...writeFields(CUSTOMER_FIELDS, customer),
});

export const writePerson = (person: Person): Readonly<Record<string, Json>> => ({
  type: 'person',
  ...writeFields(PERSON_FIELDS, person),
});

export const writeSettings = (settings: Settings): Readonly<Record<string, Json>> => ({
  type: 'settings',
  ...writeFields(SETTINGS_FIELDS, settings),
});
