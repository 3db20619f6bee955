import {
  day,
  type FieldSet,
  instant,
  isRecord,
  type Json,
  type Kind,
  listOf,
  name,
  oneOf,
  optional,
  readFields,
  type Reading,
  required,
  type Shape,
  writeFields,
} from './fields.ts';
import { VERDICTS, type Verdict } from './vocabulary.ts';

/*
 * What was done to the journal, and which verdicts its reviews showed: lines that stand behind the journal itself where
 * its history goes along.
 */

const HALF_A_PAIR = /[\ud800-\udfff]/u;

/** Not brought into one form of Unicode, as it says what was typed. */
const typed: Kind<string> = {
  says: 'text',
  read: (value) =>
    typeof value === 'string' && !HALF_A_PAIR.test(value) && !value.includes('\0')
      ? value
      : undefined,
  write: (value) => value,
};

const line: Kind<Readonly<Record<string, Json>>> = {
  says: 'a line of the journal',
  // It came out of JSON.
  read: (value) => (isRecord(value) ? (value as Readonly<Record<string, Json>>) : undefined),
  write: (value) => value,
};

const verdicts: Kind<Readonly<Record<string, Verdict>>> = {
  says: 'an object of verdicts, by the ids of the customers',
  read(value) {
    if (!isRecord(value)) return undefined;
    const isSound = Object.values(value).every((each) => VERDICTS.some((word) => word === each));
    return isSound ? (value as Readonly<Record<string, Verdict>>) : undefined;
  },
  write: (value) => value,
};

/** A step of a change; a change without any has one line all the same, without the fields of a step. */
export const OPERATION_FIELDS = {
  id: optional(name),
  change: required(name),
  on: required(day),
  at: required(instant),
  device: required(name),
  clock: optional(name),
  command: required(typed),
  kind: optional(oneOf(['settings', 'customer', 'person', 'entry'])),
  subject: optional(name),
  customer: optional(name),
  before: optional(line),
  after: optional(line),
  undoes: optional(listOf(name)),
  redoes: optional(listOf(name)),
} satisfies FieldSet;

export const REVIEW_FIELDS = {
  on: required(day),
  at: required(instant),
  verdicts: required(verdicts),
} satisfies FieldSet;

export type OperationLine = Shape<typeof OPERATION_FIELDS>;
export type ReviewLine = Shape<typeof REVIEW_FIELDS>;

export type PastLine =
  | { readonly is: 'operation'; readonly operation: OperationLine }
  | { readonly is: 'review'; readonly review: ReviewLine };

/** Undefined for what is a line of the journal itself, or nothing at all. */
export function readPastLine(value: unknown): Reading<PastLine> | undefined {
  if (!isRecord(value)) return undefined;
  const { type, ...rest } = value;
  if (type === 'operation') {
    const read = readFields(OPERATION_FIELDS, rest);
    return read.problem === undefined
      ? { value: { is: type, operation: read.value } }
      : { problem: `${type}: ${read.problem}` };
  }
  if (type === 'review') {
    const read = readFields(REVIEW_FIELDS, rest);
    return read.problem === undefined
      ? { value: { is: type, review: read.value } }
      : { problem: `${type}: ${read.problem}` };
  }
  return undefined;
}

export const writeOperation = (operation: OperationLine): Readonly<Record<string, Json>> => ({
  type: 'operation',
  ...writeFields(OPERATION_FIELDS, operation),
});

export const writeReviewLine = (review: ReviewLine): Readonly<Record<string, Json>> => ({
  type: 'review',
  ...writeFields(REVIEW_FIELDS, review),
});
