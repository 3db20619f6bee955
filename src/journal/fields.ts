import { isAscii } from './ascii.ts';
import { type Day, FIRST_YEAR, formatDay, LAST_YEAR, parseDay } from './days.ts';

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One kind of value: how it is read from JSON, how it is written back, and how its values are described. */
export interface Kind<T> {
  /** What is allowed, as a noun phrase: `a date (YYYY-MM-DD)`. */
  readonly says: string;
  /** The value, or undefined where it is not of this kind. */
  read(this: void, value: unknown): T | undefined;
  write(this: void, value: T): Json;
  readonly madeOf?: MadeOf;
}

/** What a kind was put together from. */
type MadeOf =
  | { readonly words: readonly string[] }
  | { readonly items: Kind<unknown> }
  | { readonly least: number; readonly most: number }
  | { readonly fields: FieldSet };

export interface Field<T, Required extends boolean> {
  readonly kind: Kind<T>;
  readonly required: Required;
}

export type FieldSet = Readonly<Record<string, Field<unknown, boolean>>>;

type ValueOf<F> = F extends Field<infer T, boolean> ? T : never;

/** The readonly object type that a set of fields describes. */
export type Shape<F extends FieldSet> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]>;
};

export const required = <T>(kind: Kind<T>): Field<T, true> => ({ kind, required: true });
export const optional = <T>(kind: Kind<T>): Field<T, false> => ({ kind, required: false });

/** Limit of one text, in UTF-8 bytes. */
const TEXT_LIMIT = 1_048_576;

// Control characters other than newline and tab, and halves of surrogate pairs, are never text.
// eslint-disable-next-line no-control-regex -- the control characters are what is looked for
const NOT_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff]/u;

/** The NFC form, or undefined where `value` holds control characters, broken surrogates, or is too long. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.length <= TEXT_LIMIT && isAscii(value)) return value;
  if (NOT_TEXT.test(value)) return undefined;
  const text = value.normalize('NFC');
  return Buffer.byteLength(text) > TEXT_LIMIT ? undefined : text;
}

/** A text that no field can hold, or a list with such a one. */
const isTooLong = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isTooLong)
    : typeof value === 'string' && Buffer.byteLength(value) > TEXT_LIMIT;

const same = (value: Json): Json => value;

function plain<T extends Json>(
  says: string,
  read: (value: unknown) => T | undefined,
  madeOf?: MadeOf,
): Kind<T> {
  return { says, read, write: same, ...(madeOf && { madeOf }) };
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

export const text = plain('text without control characters', readText);

/** Text that says something: used for names, ids and whatever would be unusable when blank. */
export const name = plain('text that is not blank', (value) => {
  const given = readText(value);
  return given?.trim() === '' ? undefined : given;
});

/** The name of a customer or a person: on one line, single blanks, as it is compared. */
export const title = plain('a name that is not blank', (value) => {
  const given = readText(value)
    ?.replace(/[ \t\n]+/g, ' ')
    .replace(/^ | $/g, '');
  return given === '' ? undefined : given;
});

export const flag = plain('true or false', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

export const amount = plain('a number, 0 or more', (value) =>
  isNumber(value) && value >= 0 ? value + 0 : undefined,
);

export function whole(least: number, most: number): Kind<number> {
  const fits = (value: unknown): value is number =>
    isNumber(value) && Number.isInteger(value) && value >= least && value <= most;
  // Adding 0 turns a minus zero, which JSON cannot keep, into zero.
  return plain(
    `a whole number from ${least} to ${most}`,
    (value) => (fits(value) ? value + 0 : undefined),
    { least, most },
  );
}

export function oneOf<const T extends string>(words: readonly T[]): Kind<T> {
  return plain(`one of ${words.join(', ')}`, (value) => words.find((word) => word === value), {
    words,
  });
}

export function listOf<T extends Json>(item: Kind<T>): Kind<readonly T[]> {
  return {
    says: `a list of: ${item.says}`,
    read(value) {
      if (!Array.isArray(value)) return undefined;
      const items = value.map((each: unknown) => item.read(each));
      return items.every((each) => each !== undefined) ? items : undefined;
    },
    write: same,
    madeOf: { items: item },
  };
}

/** Days by how they are written, as far as they were met: a journal has many entries and few days. */
const daysMet = new Map<string, Day>();
const writtenAs = new Map<Day, string>();

function readDay(written: string): Day | undefined {
  const known = daysMet.get(written) ?? parseDay(written);
  if (known !== undefined) daysMet.set(written, known);
  return known;
}

function writeDay(given: Day): string {
  const known = writtenAs.get(given) ?? formatDay(given);
  writtenAs.set(given, known);
  return known;
}

export const day: Kind<Day> = {
  says: `a date that exists (YYYY-MM-DD, ${FIRST_YEAR} to ${LAST_YEAR})`,
  read: (value) => (typeof value === 'string' ? readDay(value) : undefined),
  write: writeDay,
};

const pattern = (says: string, form: RegExp): Kind<string> =>
  plain(says, (value) => (typeof value === 'string' && form.test(value) ? value : undefined));

export const clockTime = pattern('a time of day (HH:MM)', /^([01]\d|2[0-3]):[0-5]\d$/);
export const zoneOffset = pattern('an offset (+01:00)', /^[+-](0\d|1[0-4]):[0-5]\d$/);

const INSTANT =
  /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** An instant, kept as it was written. */
export const instant = plain('a date and time with offset (2026-11-16T14:30:00+01:00)', (value) => {
  if (typeof value !== 'string') return undefined;
  const written = INSTANT.exec(value)?.[1];
  return written !== undefined && parseDay(written) !== undefined ? value : undefined;
});

type Group<F extends FieldSet> = Kind<Shape<F>>;

/** A JSON object with just these fields. */
export function group<F extends FieldSet>(fields: F): Group<F> {
  return {
    says: `an object with ${Object.keys(fields).join(', ')}`,
    read(value) {
      if (!isRecord(value)) return undefined;
      const read = readFields(fields, value);
      return read.problem === undefined ? read.value : undefined;
    },
    write: (value) => writeFields(fields, value),
    madeOf: { fields },
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Either the value, or one line that says which field is wrong and what it may hold. */
export type Reading<T> =
  { readonly value: T; readonly problem?: never } | { readonly problem: string };

const listed = new WeakMap<FieldSet, readonly (readonly [string, Field<unknown, boolean>])[]>();

/** The fields as a list, which is made once: it is walked for every line of an import. */
function listOfFields(fields: FieldSet): readonly (readonly [string, Field<unknown, boolean>])[] {
  const known = listed.get(fields) ?? Object.entries(fields);
  listed.set(fields, known);
  return known;
}

/** Reads a JSON object strictly: an unknown field, a missing one, or a wrong value is a problem. */
export function readFields<F extends FieldSet>(
  fields: F,
  given: Readonly<Record<string, unknown>>,
): Reading<Shape<F>> {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined) return { problem: `unknown field ${JSON.stringify(unknown)}` };
  const value: Record<string, unknown> = {};
  for (const [key, field] of listOfFields(fields)) {
    if (!Object.hasOwn(given, key)) {
      if (field.required) return { problem: `${key} is missing (${field.kind.says})` };
      continue;
    }
    const read = field.kind.read(given[key]);
    if (read === undefined)
      return {
        problem: isTooLong(given[key])
          ? `${key} is longer than 1 MiB: ${quote(given[key])}`
          : `${key} must be ${field.kind.says}, not ${quote(given[key])}`,
      };
    value[key] = read;
  }
  return { value: value as Shape<F> };
}

/** The JSON object with the fields in the order of the set; what is absent stays absent. */
export function writeFields<F extends FieldSet>(
  fields: F,
  value: Shape<F>,
): Readonly<Record<string, Json>> {
  const written: Record<string, Json> = {};
  const held = value as Readonly<Record<string, unknown>>;
  for (const [key, field] of listOfFields(fields)) {
    if (held[key] !== undefined) written[key] = field.kind.write(held[key]);
  }
  return written;
}

const SHOWN = 60;

function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  // Cut between characters, never inside one; the end of a text of megabytes need not be looked at.
  const shown = Array.from(text.slice(0, 2 * SHOWN));
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN - 3).join('')}…` : shown.join('');
}
