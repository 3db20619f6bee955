import type { DateOrder } from '../import/column-dates.ts';
import type { Decimal } from '../import/column-numbers.ts';
import type { Reading } from '../import/found.ts';
import { type FoundBefore, foundBefore } from '../import/found-before.ts';
import type { Day } from '../journal/days.ts';
import type { Customer, Person } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { Source } from '../platform/source.ts';
import type { World } from '../platform/world.ts';
import { dateOption, type JournalOption } from './common.ts';
import { readingFrom } from './opening.ts';

/** What may be typed behind `rel import FILE`. */
export interface ImportOptions extends JournalOption {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly map?: readonly string[];
  readonly set?: readonly string[];
  readonly word?: readonly string[];
  readonly preset?: string;
  readonly dates?: DateOrder;
  readonly decimal?: Decimal;
  readonly newCustomers?: boolean;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly customer?: string;
  readonly since?: string;
  readonly titles?: boolean;
  readonly subjects?: boolean;
  readonly bodies?: boolean;
}

/** What is said of tables alone. */
export const TABLE_OPTIONS = [
  'as',
  'map',
  'set',
  'word',
  'preset',
  'dates',
  'decimal',
  'newCustomers',
  'mapping',
  'saveMapping',
] as const satisfies readonly (keyof ImportOptions)[];

/** A file to be imported, as a format gets it. */
export interface Given {
  readonly world: World;
  /** As it was typed; `-` for standard input. */
  readonly file: string;
  readonly source: Source;
  readonly options: ImportOptions;
}

/** One format that `rel import` reads. */
export interface Format {
  /** `calendars (.ics)`, for the list of what can be imported. */
  readonly says: string;
  /** In small letters, with the dot. */
  readonly endings: readonly string[];
  /** How a file of this format begins, where its name does not tell; `begins` is its first few hundred bytes as text. */
  isLike(this: void, begins: string): boolean;
  /** Options of its own, besides --db, --json and --dry-run; any other is refused. */
  readonly takes: readonly (keyof ImportOptions)[];
  /** Loaded where it is wanted. */
  load(this: void): Promise<(given: Given) => Reading | Promise<Reading>>;
}

/** Whom the journal knows before the import; nobody where there is no journal. */
export interface Known {
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
}

export const known = ({ world, options }: Given): Known =>
  readingFrom(world, options.db, (store) => ({
    customers: store?.customers().map(({ card }) => card) ?? [],
    people: store?.people() ?? [],
  }));

/** The day of --since, where it was given. */
export const sinceOption = ({ world, options: { since } }: Given): Day | undefined =>
  since === undefined ? undefined : dateOption(world, '--since', since, 'past');

/** The user's own addresses, in small letters, and what this importer has found before. */
export const mineAndBefore = (
  { world, options }: Given,
  importer: string,
): { readonly me: ReadonlySet<string>; readonly before: FoundBefore } =>
  readingFrom(world, options.db, (store) => ({
    me: new Set(store?.settings().me?.map((each) => each.trim().toLowerCase())),
    before: foundBefore(store?.entries() ?? [], importer),
  }));

/** Throws RelError('usage') for an option that this format would ignore. */
export function refuseOptions({ takes, says }: Format, options: ImportOptions): void {
  const taken: readonly string[] = ['db', 'json', 'dryRun', ...takes];
  const wrong = Object.keys(options).find((option) => !taken.includes(option));
  if (wrong === undefined) return;
  const option = wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new RelError('usage', `--${option} does not go with ${says}`, 'leave it out');
}

/** The mark with which text in UTF-16 begins, as Latin letters. */
const UTF_16 = /^(?:\xff\xfe|\xfe\xff)/;

/** Throws RelError('usage') for a file in which there is none of what it should hold, unless it is empty. */
export function refuseOther({ file, source }: Given, what: string, hint: string): void {
  for (const piece of source.pieces()) {
    const text = Buffer.from(piece).toString('latin1');
    if (/^\s*$/.test(text)) continue;
    const name = file === '-' ? 'standard input' : file;
    if (UTF_16.test(text)) {
      const how = 'save it as UTF-8, or: iconv -f UTF-16 -t UTF-8 OLD > NEW';
      throw new RelError('usage', `${name} is in UTF-16, in which rel reads no ${what}`, how);
    }
    throw new RelError('usage', `there is no ${what} in ${name}`, hint);
  }
}
