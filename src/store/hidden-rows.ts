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

// No one bit makes one type out of another: a type that is known is the right one.
const BY_DAY = `SELECT count(*), sum(${KEYS}), count(CASE WHEN type IN (SELECT name FROM entry_type) THEN 1 END)
  FROM entry INDEXED BY entry_in_order`;
const BY_REF = 'SELECT count(*), sum(seq) FROM entry INDEXED BY entry_by_ref WHERE ref IS NOT NULL';
/** Both at once: of a long journal, each pass over the rows reads the file anew. */
const KEPT = `SELECT count(*), sum(${KEYS}), count(*), count(ref), sum(CASE WHEN ref IS NOT NULL THEN seq END)
  FROM entry NOT INDEXED`;
const LASTING = `SELECT customer, day, seq FROM entry INDEXED BY entry_lasting WHERE ${IS_LASTING}`;
/** The entries by day agree with the rows by then, and are far shorter. */
const LASTING_BY_DAY: Pair = {
  what: 'entries that last',
  index: `SELECT count(*) FROM (${LASTING})`,
  table: `SELECT count(*) FROM (${LASTING}) AS listed CROSS JOIN entry AS kept INDEXED BY entry_in_order
    ON kept.customer = listed.customer AND kept.day = listed.day AND kept.seq = listed.seq`,
};

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
    const kept = connection.statement(KEPT).get() as readonly unknown[];
    agree('entries by day', connection.statement(BY_DAY).get(), kept.slice(0, 3));
    agree('entries by what they refer to', connection.statement(BY_REF).get(), kept.slice(3));
    compare(connection, [LASTING_BY_DAY]);
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
    agree(what, listed, kept);
  }
}

function agree(what: string, listed: unknown, kept: unknown): void {
  if (JSON.stringify(listed) !== JSON.stringify(kept))
    throw damaged(`${what}: the index and the rows do not agree`);
}
