import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { IS_LASTING } from './schema.ts';

/*
 * A checksum says that a row is what was written; it cannot say that a row is missing. One flipped bit in an index, or
 * in the list of a page's cells, makes SQLite skip rows without a word. So what is read through an index is added up
 * once through the index and once through the table: both can only agree where each has all of it. The structure of
 * the trees is looked at too. Together that is a tenth of what integrity_check costs.
 */

const KEYS = '(customer * 92821 + day * 31 + seq) % 1000003';
const STEPS = '(change * 92821 + seq) % 1000003';
const RUNS = '(change * 92821 + first) % 1000003';
const ON_CARD = `kind = 'customer' AND before IS NOT NULL`;

/** Small, and read by walking them. */
const SMALL = ['settings', 'customer', 'person', 'review'];

interface Pair {
  readonly what: string;
  readonly index: string;
  readonly table: string;
}

const OF_ENTRIES: readonly Pair[] = [
  {
    what: 'entries by day',
    // No one bit makes one type out of another: a type that is known is the right one.
    index: `SELECT count(*), sum(${KEYS}), count(CASE WHEN type IN (SELECT name FROM entry_type) THEN 1 END)
      FROM entry INDEXED BY entry_in_order`,
    table: `SELECT count(*), sum(${KEYS}), count(*) FROM entry NOT INDEXED`,
  },
  {
    what: 'entries that last',
    index: `SELECT count(*), sum(${KEYS}) FROM entry INDEXED BY entry_lasting WHERE ${IS_LASTING}`,
    table: `SELECT count(*), sum((kept.customer * 92821 + kept.day * 31 + kept.seq) % 1000003)
      FROM (SELECT seq FROM entry INDEXED BY entry_lasting WHERE ${IS_LASTING}) AS listed
      CROSS JOIN entry AS kept NOT INDEXED ON kept.seq = listed.seq`,
  },
  {
    what: 'entries by what they refer to',
    index: 'SELECT count(*), sum(seq) FROM entry INDEXED BY entry_by_ref WHERE ref IS NOT NULL',
    table: 'SELECT count(*), sum(seq) FROM entry NOT INDEXED WHERE ref IS NOT NULL',
  },
];

const OF_STEPS: readonly Pair[] = [
  {
    what: 'recorded steps',
    index: `SELECT count(*), sum(${STEPS}) FROM operation INDEXED BY operation_by_change`,
    table: `SELECT count(*), sum(${STEPS}) FROM operation NOT INDEXED`,
  },
  {
    what: 'recorded additions',
    index: `SELECT count(*), sum(${RUNS}) FROM addition INDEXED BY addition_by_change`,
    table: `SELECT count(*), sum(${RUNS}) FROM addition NOT INDEXED`,
  },
  {
    what: 'entries that were added together',
    index: 'SELECT count(*), sum(number) FROM addition INDEXED BY sqlite_autoindex_addition_1',
    table: 'SELECT count(*), sum(number) FROM addition NOT INDEXED',
  },
  {
    what: 'earlier cards',
    index: `SELECT count(*), sum(seq) FROM operation INDEXED BY operation_on_card WHERE ${ON_CARD}`,
    table: `SELECT count(*), sum(seq) FROM operation NOT INDEXED WHERE ${ON_CARD}`,
  },
  {
    what: 'undone changes',
    index: 'SELECT count(*), sum(change) FROM reversal INDEXED BY reversal_by_change',
    table: 'SELECT count(*), sum(change) FROM reversal NOT INDEXED',
  },
  {
    what: 'changes',
    index: 'SELECT count(*), sum(key) FROM change INDEXED BY sqlite_autoindex_change_1',
    table: 'SELECT count(*), sum(key) FROM change NOT INDEXED',
  },
];

/** Throws where entries, customers, people or settings are there and a reader would not see them. */
export function refuseHiddenRows(connection: Connection): void {
  connection.reading(() => {
    for (const table of SMALL) refuse(connection, `PRAGMA integrity_check('${table}')`);
    refuse(connection, "PRAGMA quick_check('entry')");
    compare(connection, OF_ENTRIES);
  });
}

/** The same for what was ever done to the journal. */
export function refuseHiddenSteps(connection: Connection): void {
  connection.reading(() => compare(connection, OF_STEPS));
}

function refuse(connection: Connection, check: string): void {
  const [first] = connection.statement(check).get() as readonly [string];
  if (first !== 'ok') throw damaged(first);
}

function compare(connection: Connection, pairs: readonly Pair[]): void {
  for (const { what, index, table } of pairs) {
    const [listed, kept] = [index, table].map((sql) => connection.statement(sql).get());
    if (JSON.stringify(listed) !== JSON.stringify(kept))
      throw damaged(`${what}: the index and the rows do not agree`);
  }
}
