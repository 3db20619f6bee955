import { checksum } from './checksum.ts';
import type { FoundRecord, Reading, Value } from './salvage-records.ts';

/** How many columns each table has, the checksum last; of these two, the key is not covered by it. */
const WIDTHS: Readonly<Record<string, number>> = {
  meta: 4,
  settings: 3,
  customer: 5,
  person: 6,
  entry: 8,
  change: 7,
  operation: 11,
  addition: 7,
  reversal: 5,
  review: 5,
};
const WITHOUT_KEY = new Set(['meta', 'settings']);
/** Rows of SQLite's own tables: names of counters, and the tables themselves. */
const COUNTER_WIDTH = 2;
const SCHEMA_WIDTH = 5;
const SCHEMA_TYPES = new Set<Value | undefined>(['table', 'index', 'trigger']);

/** A row that is what was written, by its checksum. */
export interface SavedRow {
  readonly key: number;
  /** Of the table, the key first and without the checksum. */
  readonly values: readonly Value[];
  readonly page: number;
  readonly cell: number;
}

/** An entry as the index has it that keeps them in order. */
export interface ListedEntry {
  readonly seq: number;
  readonly customer: number;
  readonly day: number;
  readonly type: string | undefined;
}

/** All that a journal's file still tells. */
export interface Finds {
  /** The rows of a table by their keys. */
  rows(table: string): ReadonlyMap<number, SavedRow>;
  /** By number; that an index knows an entry says that it was not deleted. */
  readonly listed: ReadonlyMap<number, ListedEntry>;
  /** `ID KEY` of whatever an index knows by its id. */
  readonly ids: ReadonlySet<string>;
  /** The highest key ever given in each table. */
  readonly counters: ReadonlyMap<string, number>;
  readonly damagedPages: ReadonlySet<number>;
}

export function findRows({ records, damage }: Reading): Finds {
  const tables = new Map<string, Map<number, SavedRow>>();
  const listed = new Map<number, ListedEntry>();
  const ids = new Set<string>();
  const counters = new Map<string, number>();
  for (const record of records) {
    if (record.rowid === undefined) noteIndex(record.values, listed, ids);
    else if (!noteRow(record, record.rowid, tables) && !noteCounter(record.values, counters)) {
      const isSchema = record.values.length === SCHEMA_WIDTH && SCHEMA_TYPES.has(record.values[0]);
      if (!isSchema) damage.pages.add(record.page);
    }
  }
  const none = new Map<number, SavedRow>();
  return {
    rows: (table) => tables.get(table) ?? none,
    listed,
    ids,
    counters,
    damagedPages: damage.pages,
  };
}

function noteRow(
  { page, cell, values }: FoundRecord,
  key: number,
  tables: Map<string, Map<number, SavedRow>>,
): boolean {
  for (const [table, width] of Object.entries(WIDTHS)) {
    if (values.length !== width) continue;
    // The key itself stands outside of the row.
    const content = [key, ...values.slice(1, -1)];
    const covered = WITHOUT_KEY.has(table) ? content.slice(1) : content;
    if (checksum(table, ...covered) !== values.at(-1)) continue;
    const rows = tables.get(table) ?? new Map<number, SavedRow>();
    if (!rows.has(key)) rows.set(key, { key, values: content, page, cell });
    tables.set(table, rows);
    return true;
  }
  return false;
}

function noteCounter(values: readonly Value[], counters: Map<string, number>): boolean {
  const [table, last] = values;
  if (values.length !== COUNTER_WIDTH || typeof table !== 'string' || typeof last !== 'number')
    return false;
  if (WIDTHS[table] === undefined || !Number.isSafeInteger(last)) return false;
  counters.set(table, Math.max(last, counters.get(table) ?? 0));
  return true;
}

/** An index row ends with the key of its row; where it holds the number too, both must agree. */
function noteIndex(
  values: readonly Value[],
  listed: Map<number, ListedEntry>,
  ids: Set<string>,
): void {
  const key = values.at(-1);
  if (typeof key !== 'number') return;
  const [first, day, seq, type] = values;
  if (values.length === 2 && typeof first === 'string') ids.add(`${first} ${key}`);
  if (values.length < 4 || values.length > 5 || seq !== key) return;
  if (typeof first !== 'number' || typeof day !== 'number') return;
  const isNamed = values.length === 5 && typeof type === 'string';
  if (!isNamed && listed.has(seq)) return;
  listed.set(seq, { seq, customer: first, day, type: isNamed ? type : undefined });
}
