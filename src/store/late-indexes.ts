import type { Connection } from './connection.ts';

/*
 * An index that is built over rows that are there is built in its order: quicker than row by row, and its pages are full.
 */

/** Those that are not asked while entries come in. */
const LATE = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN ('entry_in_order', 'entry_lasting')`;
const BY_ID = 'sqlite_autoindex_entry_1';

/**
 * Takes away the indexes of a change that is about to add most of all entries there will be. Returns what builds them
 * anew, to be called before the change ends.
 */
export function withoutIndexes(connection: Connection): () => void {
  const indexes = connection.statement(LATE).all() as (readonly [name: string, sql: string])[];
  // The memory that sorting takes would grow with the entries.
  connection.run('PRAGMA temp_store = FILE');
  for (const [name] of indexes) connection.run(`DROP INDEX ${name}`);
  return () => {
    // First, as what it gives back is room for the others.
    connection.run(`REINDEX ${BY_ID}`);
    for (const [, sql] of indexes) connection.run(sql);
  };
}
