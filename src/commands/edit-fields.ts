import { nearWords } from '../grammar/likeness.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Field, FieldSet, Json } from '../journal/fields.ts';
import { readValue, takes } from './edit-values.ts';
import { shownWish, type Wish } from './edit-words.ts';

/** One line of the journal in the interchange form. */
export type Line = Readonly<Record<string, Json>>;

/** What can be corrected on one kind of line. */
export interface Sheet {
  /** As a sentence names it: `a promise`. */
  readonly what: string;
  /** Those that can be changed, in their order. */
  readonly fields: FieldSet;
  /** Other names of fields, as `rel log` has them. */
  readonly alias: Readonly<Record<string, string>>;
  /** Names that add one to a list, where the field's own name replaces the list. */
  readonly adding: Readonly<Record<string, string>>;
  /** Reads what is not read by its kind alone: a reference by number. */
  readonly special?: Readonly<Record<string, (text: string) => Json>>;
}

const camel = (key: string): string =>
  key.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());

/** The field that a typed name means, and whether it adds to a list. */
function meantBy(
  { fields, alias, adding }: Sheet,
  key: string,
): { readonly field: string; readonly adds: boolean } | undefined {
  const added = own(adding, key);
  if (added !== undefined && Object.hasOwn(fields, added)) return { field: added, adds: true };
  const field = own(alias, key) ?? camel(key);
  return Object.hasOwn(fields, field) ? { field, adds: false } : undefined;
}

const own = (names: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(names, key) ? names[key] : undefined;

export const isFieldOf = (sheet: Sheet, key: string): boolean => meantBy(sheet, key) !== undefined;

/** The line as it is wished. Throws RelError('usage') for what cannot be read. */
export function withWishes(line: Line, wishes: readonly Wish[], sheet: Sheet, today: Day): Line {
  const changed: Record<string, Json> = { ...line };
  const begun = new Set<string>();
  for (const wish of wishes) {
    const meant = meantBy(sheet, wish.key);
    if (meant === undefined || wish.isWord === true) throw unknownField(sheet, wish);
    const { field, adds } = meant;
    if (wish.text === '') {
      changed[field] = null;
      continue;
    }
    const value = readWish(sheet, field, wish, today);
    const isMore = Array.isArray(value) && (adds || begun.has(field));
    begun.add(field);
    changed[field] = isMore ? joined(changed[field], value) : value;
  }
  // No field of a line may be null: that is how one goes.
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null));
}

/** All but some of the fields. */
export function without<T>(
  fields: Readonly<Record<string, T>>,
  ...gone: readonly string[]
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !gone.includes(field)));
}

function readWish(sheet: Sheet, field: string, wish: Wish, today: Day): Json {
  const special = sheet.special?.[field];
  if (special !== undefined) return special(wish.text);
  const { kind } = fieldOf(sheet, field);
  const value = readValue(field, kind, wish.text, today);
  if (value !== undefined) return value;
  throw new RelError(
    'usage',
    `${shownWish(wish)} cannot be read`,
    `${wish.key}: takes ${takes(field, kind)}`,
  );
}

function fieldOf({ fields, what }: Sheet, name: string): Field<unknown, boolean> {
  const field = fields[name];
  if (field === undefined) throw new Error(`${what} has no field ${name}`);
  return field;
}

/** Each once. */
export function joined(before: Json | undefined, more: readonly Json[]): readonly Json[] {
  return [...new Set([...(Array.isArray(before) ? (before as readonly Json[]) : []), ...more])];
}

export function unknownField(sheet: Sheet, wish: Wish): RelError {
  const names = namesOf(sheet);
  const near = nearWords(wish.key, names);
  const hint =
    near.length > 0
      ? `you may mean ${near.map((name) => `${name}:`).join(' or ')}`
      : `it has ${names.join(', ')}`;
  return new RelError('usage', `${shownWish(wish)}: ${sheet.what} has no such field`, hint);
}

/** What may be typed before the colon. */
const namesOf = ({ fields }: Sheet): readonly string[] => Object.keys(fields);
