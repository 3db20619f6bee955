import type { Connection } from './connection.ts';

type Table = 'customer' | 'person' | 'entry' | 'change' | 'operation' | 'reversal' | 'review';

/**
 * The keys of new rows, each one above the highest ever given. They are needed before a row is
 * written, as its checksum covers its key. Good for one transaction, in which it reads each table's
 * last key once.
 */
export class NextKeys {
  readonly #connection: Connection;
  readonly #last = new Map<Table, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  take(table: Table): number {
    const next = this.next(table);
    this.#last.set(table, next);
    return next;
  }

  /** Keys up to this one were taken. */
  took(table: Table, last: number): void {
    this.#last.set(table, last);
  }

  /** The key that is taken next. */
  next(table: Table): number {
    return (this.#last.get(table) ?? this.#lastGiven(table)) + 1;
  }

  /** A row of this table was written under a key that was not taken from here. */
  notTaken(table: Table): void {
    this.#last.delete(table);
  }

  /** Keys up to this one were given, and no row may be there that says so. */
  given(table: Table, last: number): void {
    noteGiven(this.#connection, table, last);
  }

  #lastGiven(table: Table): number {
    const row = this.#connection
      .statement('SELECT seq FROM sqlite_sequence WHERE name = ?')
      .get(table);
    return row === undefined ? 0 : (row as readonly [number])[0];
  }
}

/** From now on the next key of the table is above this one. */
export function noteGiven(connection: Connection, table: string, last: number): void {
  const raised = connection
    .statement(`UPDATE sqlite_sequence SET seq = max(seq, ${WHOLE}) WHERE name = ?`)
    .run(last, table);
  if (raised.changes === 0) insertGiven(connection, table, last);
}

/** The next key of the table is the one after this, whatever was given before. */
export function setGiven(connection: Connection, table: string, last: number): void {
  connection.statement('DELETE FROM sqlite_sequence WHERE name = ?').run(table);
  insertGiven(connection, table, last);
}

function insertGiven(connection: Connection, table: string, last: number): void {
  connection
    .statement(`INSERT INTO sqlite_sequence (name, seq) VALUES (?, ${WHOLE})`)
    .run(table, last);
}

// The driver binds every number as REAL, and this table, which is SQLite's own, would keep it so.
const WHOLE = 'CAST(? AS INTEGER)';
