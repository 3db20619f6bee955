import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { stacksOf } from './reversal-rows.ts';
import { schemaOf } from './schema-problems.ts';

/** A row that is not what was written. */
export interface DamagedRow {
  readonly table: string;
  /** The entry's number, or the key of any other row. */
  readonly key: number;
}

/**
 * The columns that each table's checksum covers, in its order; the key is the first one where it is
 * covered.
 */
const CHECKED: Readonly<Record<string, string>> = {
  meta: 'device, clock',
  settings: 'body',
  customer: 'key, id, folded, body',
  person: 'key, id, customer, folded, body',
  entry: 'seq, id, customer, type, day, ref, body',
  change: 'key, id, command, device, at, day',
  operation: 'seq, id, change, kind, subject, customer, number, before, after, clock',
  addition: 'first, id, change, number, count, clock',
  reversal: 'key, change, does, target',
  review: 'key, day, at, verdicts',
};

/** Passes rows on to whoever counts them for the user. */
export type Watch = <T>(rows: Iterable<T>) => Iterable<T>;

const unwatched: Watch = (rows) => rows;

type CheckedRow = readonly [key: number, crc: number, ...values: (string | number | null)[]];

/** Every row whose checksum does not match. */
export function damagedRows(connection: Connection, watch = unwatched): readonly DamagedRow[] {
  return connection.reading(() =>
    schemaTables(connection).flatMap(([table, columns]) =>
      damagedIn(connection, table, columns, watch),
    ),
  );
}

/** A journal that is yet to be brought up to date lacks some. */
const schemaTables = (connection: Connection) => {
  const { tables } = schemaOf(connection);
  return Object.entries(CHECKED).filter(([table]) => tables.has(table));
};

function damagedIn(
  connection: Connection,
  table: string,
  columns: string,
  watch: Watch,
): DamagedRow[] {
  const found: DamagedRow[] = [];
  const rows = connection.statement(`SELECT rowid, crc, ${columns} FROM ${table}`).iterate();
  for (const [key, crc, ...values] of watch(rows as IterableIterator<CheckedRow>)) {
    if (checksum(table, ...values) !== crc) found.push({ table, key });
  }
  return found;
}

/**
 * What is wrong with the journal's file, in words for a person; empty where its structure, its
 * references and every checksum hold. Works on a journal of an older version too, and changes nothing.
 */
export function problemsOf(connection: Connection, watch = unwatched): readonly string[] {
  const found: string[] = [];
  try {
    connection.reading(() => {
      found.push(
        ...told('structure', () => structureProblems(connection)),
        ...told('tables', () => schemaOf(connection).problems),
        ...told('references', () => referenceProblems(connection)),
        ...told('rows', () => rowProblems(connection, watch)),
        ...told('numbers', () => numberProblems(connection)),
        ...told('additions', () => additionProblems(connection)),
        ...told('undo', () => undoProblems(connection)),
      );
    });
  } catch (error) {
    // To end the reading of what is damaged may fail as well.
    if (found.length === 0) throw error;
  }
  return found;
}

const rowProblems = (connection: Connection, watch: Watch): readonly string[] =>
  damagedRows(connection, watch).map(({ table, key }) => `${table} ${key} is not what was written`);

/** A check that cannot even be made has found something; the others still say what they find. */
function told(what: string, check: () => readonly string[]): readonly string[] {
  try {
    return check();
  } catch (error) {
    return [`${what}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function structureProblems(connection: Connection): readonly string[] {
  const found = connection.statement('PRAGMA integrity_check').all() as (readonly [string])[];
  return found.flatMap(([problem]) => (problem === 'ok' ? [] : [problem]));
}

type BrokenReference = readonly [table: string, row: number | null, parent: string, key: number];

function referenceProblems(connection: Connection): readonly string[] {
  const found = connection.statement('PRAGMA foreign_key_check').all() as BrokenReference[];
  return found.map(([table, row, parent]) => `${table} ${row} refers to a ${parent} that is gone`);
}

type Highest = readonly [number | null];

const COUNTED = ['customer', 'person', 'entry', 'change', 'operation'];

/** A number must never be given twice: the counters may not lie behind the rows. */
function numberProblems(connection: Connection): readonly string[] {
  return COUNTED.flatMap((table) => {
    const [highest] = connection.statement(`SELECT max(rowid) FROM ${table}`).get() as Highest;
    const [given] = connection
      .statement('SELECT max(seq) FROM sqlite_sequence WHERE name = ?')
      .get(table) as Highest;
    return (highest ?? 0) > (given ?? 0) ? [`the next number of ${table} was given before`] : [];
  });
}

/** Each operation stands in one place, and what stands for some has its entries; none is given a second time. */
function additionProblems(connection: Connection): readonly string[] {
  if (!schemaOf(connection).tables.has('addition')) return [];
  const rows = connection
    .statement(
      `SELECT first, first + count - 1,
              count <> (SELECT count(*) FROM entry WHERE seq BETWEEN number AND number + count - 1),
              EXISTS (SELECT 1 FROM operation WHERE seq BETWEEN first AND first + count - 1),
              lag(number + count, 1, 0) OVER (ORDER BY number) > number
       FROM addition ORDER BY first`,
    )
    .all() as (readonly [number, number, 0 | 1, 0 | 1, 0 | 1])[];
  const [given] = connection
    .statement(`SELECT max(seq) FROM sqlite_sequence WHERE name = 'operation'`)
    .get() as Highest;
  return rows.flatMap(([first, last, lacks, isTwice, shares], at) => [
    ...(lacks === 1 ? [`addition ${first} tells of entries that are gone`] : []),
    ...(shares === 1 ? [`addition ${first} tells of an entry that another one tells of`] : []),
    ...(isTwice === 1 || last >= (rows[at + 1]?.[0] ?? Number.POSITIVE_INFINITY)
      ? [`addition ${first} tells of an operation that is there already`]
      : []),
    ...(last > (given ?? 0) ? ['the next number of operation was given before'] : []),
  ]);
}

/** A journal without a device can record nothing more, and one whose undos lost their order can undo nothing. */
function undoProblems(connection: Connection): readonly string[] {
  const device = connection.statement('SELECT key FROM meta').get();
  if (schemaOf(connection).tables.has('reversal')) stacksOf(connection);
  return device === undefined ? ['it no longer knows its device'] : [];
}
