import { nearWords } from '../grammar/likeness.ts';
import { formatDay } from '../journal/days.ts';
import type { Json } from '../journal/fields.ts';
import { type DateOrder, readDateCell, readTimeCell } from './column-dates.ts';
import { type Decimal, readNumberCell } from './column-numbers.ts';
import type { CellKind } from './table-field.ts';
import {
  ACTIVITIES,
  DIRECTIONS,
  FLAGS,
  plainWord,
  STATUSES,
  TABLE_FAULTS,
  TABLE_HARMS,
  TABLE_OUTCOMES,
  TABLE_SIDES,
  TABLE_SUBJECTS,
  TABLE_TIERS,
} from './table-words.ts';

/** How the cells of one table are read. */
export interface Formats {
  readonly order: (field: string) => DateOrder;
  readonly decimal: (field: string) => Decimal;
  /** What `--word` says, by the plain word. */
  readonly words: ReadonlyMap<string, string>;
  /** Written by rel: words are its own, and lists have semicolons. */
  readonly isOurs: boolean;
}

/** A word of the file that stands for nothing, and one that it may stand for. */
export interface UnknownWord {
  readonly word: string;
  readonly meaning: string;
}

/** A row of which something cannot be read. */
export class WrongRow extends Error {
  /** What to type, where that is known; for a word, what `--word` would say of it. */
  readonly hint: string | UnknownWord | undefined;
  constructor(problem: string, hint?: string | UnknownWord) {
    super(problem);
    this.hint = hint;
  }
}

/** A row that is left out; the message says why. */
export class LeftOutRow extends Error {}

/** What `--word` calls a row that is not wanted. */
export const SKIP = 'skip';

const VOCABULARIES: Readonly<Record<string, ReadonlyMap<string, Json>>> = {
  channel: new Map(
    [...ACTIVITIES].flatMap(([word, { channel }]) =>
      channel === undefined ? [] : [[word, channel] as const],
    ),
  ),
  direction: DIRECTIONS,
  outcome: TABLE_OUTCOMES,
  status: STATUSES,
  fault: TABLE_FAULTS,
  harm: TABLE_HARMS,
  about: TABLE_SUBJECTS,
  by: TABLE_SIDES,
  tier: TABLE_TIERS,
};

/** The value of a filled cell, in the form of the journal. Throws WrongRow, or LeftOutRow. */
export function readCell(
  field: string,
  kind: CellKind,
  cell: string,
  formats: Formats,
): Json | undefined {
  const trimmed = cell.trim();
  switch (kind) {
    case 'text':
      return cell;
    case 'name':
      return trimmed === '' ? undefined : cell;
    default:
      return trimmed === '' ? undefined : readOther(field, kind, trimmed, formats);
  }
}

function readOther(
  field: string,
  kind: Exclude<CellKind, 'text' | 'name'>,
  cell: string,
  formats: Formats,
): Json {
  switch (kind) {
    case 'date': {
      const date = readDateCell(cell, formats.order(field));
      if (date !== undefined) return formatDay(date.day);
      return wrong(field, cell, 'a date that exists', DAY_COUNT.test(cell) ? RECOUNT : undefined);
    }
    case 'time':
      return readTimeCell(cell) ?? wrong(field, cell, 'a time of day');
    case 'money':
    case 'number':
      return readNumberCell(cell, formats.decimal(field)) ?? wrong(field, cell, 'a number');
    case 'minutes':
      return readMinutes(cell, 1, formats.decimal(field)) ?? wrong(field, cell, 'a duration');
    case 'seconds':
      return readMinutes(cell, 60, formats.decimal(field)) ?? wrong(field, cell, 'a duration');
    case 'milliseconds':
      return readMinutes(cell, 60_000, formats.decimal(field)) ?? wrong(field, cell, 'a duration');
    case 'flag':
      return FLAGS.get(plainWord(cell)) ?? wrong(field, cell, 'yes or no');
    case 'names':
      return listIn(cell, formats.isOurs);
    case 'words':
      return listIn(cell, formats.isOurs).map((word) => readWord(field, word, formats));
    case 'word':
      return readWord(field, cell, formats);
    case 'json':
      return readJson(field, cell);
  }
}

/** A day as spreadsheets count them: 45231 is one of 2023. */
const DAY_COUNT = /^[2-7]\d{4}(?:[.,]\d+)?$/;
const RECOUNT = 'in the spreadsheet, show that column as dates, and save it as CSV again';

function wrong(field: string, cell: string, wanted: string, hint?: string): never {
  throw new WrongRow(`${field} must be ${wanted}, not ${quote(cell)}`, hint);
}

const SHOWN = 60;
const quote = (cell: string): string => {
  const text = JSON.stringify(cell);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text;
};

/** Lists are joined by semicolons; others write commas too. */
const listIn = (cell: string, isOurs: boolean): readonly string[] =>
  cell
    .split(isOurs ? ';' : /[;,]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

function readWord(field: string, cell: string, { words, isOurs }: Formats): Json {
  const said = words.get(plainWord(cell));
  if (said === SKIP) throw new LeftOutRow(`${field} is ${cell}, as told`);
  const word = said ?? cell;
  const vocabulary = VOCABULARIES[field];
  const meaning = vocabulary?.get(plainWord(word));
  if (meaning !== undefined) return meaning;
  if (vocabulary === undefined || isOurs) return word;
  throw unknownWord(field, word, vocabulary.keys());
}

/** A word of the file that stands for nothing known. */
export function unknownWord(field: string, word: string, known: Iterable<string>): WrongRow {
  const all = [...known];
  const near = nearWords(plainWord(word), all);
  const [meaning = all.find((each) => each === 'other') ?? all[0] ?? SKIP] = near;
  return new WrongRow(
    `${field} ${quote(word)} is no word that rel knows${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
    { word, meaning },
  );
}

const CLOCK = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;
const UNITS =
  /^(?:([\d.,]+) ?(?:h|hrs?|hours?|std\.?|stunden?))?(?: ?([\d.,]+) ?(?:m|mins?|minutes?|minuten?)\.?)?$/i;

/** Minutes, whatever the cell counts in. @param per how many of its unit make a minute */
function readMinutes(cell: string, per: number, decimal: Decimal): number | undefined {
  const [, first, second, third] = CLOCK.exec(cell) ?? [];
  if (first !== undefined)
    return rounded(Number(first) * 60 + Number(second) + Number(third ?? 0) / 60);
  const plain = readNumberCell(cell, decimal);
  if (plain !== undefined) return rounded(plain / per);
  const [, hours, minutes] = UNITS.exec(cell) ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  const sum = [hours, minutes].map((part) =>
    part === undefined ? 0 : (readNumberCell(part, decimal) ?? NaN),
  );
  const total = (sum[0] ?? 0) * 60 + (sum[1] ?? 0);
  return Number.isNaN(total) ? undefined : rounded(total);
}

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;

function readJson(field: string, cell: string): Json {
  try {
    return JSON.parse(cell) as Json;
  } catch {
    return wrong(field, cell, 'JSON');
  }
}
