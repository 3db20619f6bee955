import { RelError } from '../journal/error.ts';
import { connect, type Database, type Statement } from './driver.ts';
import { isLocked, sqliteError, unsettled } from './failures.ts';

/** How long a lock is waited for, in milliseconds. */
export interface Patience {
  /** Before the user is told. */
  readonly silent: number;
  readonly whole: number;
}

const CHANCE_DIGITS = 16;
/** Fetched at a time. */
const CHANCE_BYTES = 512;

const PATIENCE: Patience = { silent: 2_000, whole: 30_000 };

/*
 * DELETE and EXTRA: the one pair that lost nothing in simulated power cuts; FULL does not sync the
 * folder after the rollback journal is gone, and a write-ahead log reopens at a weaker setting.
 * fullfsync counts on macOS only. secure_delete overwrites what is erased; the rest makes a damaged
 * or hostile file an error instead of a surprise.
 */
const SETTINGS = `
  PRAGMA journal_mode = DELETE;
  PRAGMA synchronous = EXTRA;
  PRAGMA fullfsync = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA mmap_size = 0;
  PRAGMA secure_delete = ON;
`;

const REQUIRED: Readonly<Record<string, string | number>> = {
  journal_mode: 'delete',
  synchronous: 3,
  fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
};

export interface ConnectionOptions {
  /** Refuses every write. A rollback that a killed writer left behind is still finished. */
  readonly readonly: boolean;
  /**
   * Called once, when another program has held the journal for two seconds; the wait goes on to
   * thirty.
   */
  readonly onWait?: (() => void) | undefined;
}

/**
 * One open journal: its statements, its transactions, and its failures as errors the user can mend.
 */
export class Connection {
  readonly path: string;
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();
  readonly #readonly: boolean;
  readonly #onWait: (() => void) | undefined;
  readonly #patience: Patience;
  #waited = false;
  #chance = '';

  constructor(path: string, options: ConnectionOptions, patience = PATIENCE) {
    this.path = path;
    this.#readonly = options.readonly;
    this.#onWait = options.onWait;
    this.#patience = patience;
    this.#database = this.#translated(() => connect(path, patience.silent));
    try {
      this.#translated(() => this.#configure());
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  #configure(): void {
    // The journal mode cannot be set without reading the schema, for which another program's write
    // may be in the way.
    this.#patiently(() => this.#database.exec(SETTINGS));
    if (this.#readonly) this.#database.pragma('query_only = ON');
    for (const [name, value] of Object.entries(REQUIRED)) {
      const taken = this.#database.pragma(name);
      if (taken === value) continue;
      const message = `${this.path}: SQLite keeps ${name} at ${String(taken)} where ${value} is needed`;
      throw new RelError('journal', message, 'move the journal to an ordinary local folder');
    }
  }

  /** The prepared statement; each row comes as an array of its columns. */
  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#database.prepare(sql);
    if (prepared.reader) prepared.raw();
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** 16 hexadecimal digits, by SQLite's own generator: Node's takes a tenth of a start to load. */
  chance(): string {
    if (this.#chance.length < CHANCE_DIGITS) {
      [this.#chance] = this.statement(`SELECT lower(hex(randomblob(${CHANCE_BYTES})))`).get() as [
        string,
      ];
    }
    const digits = this.#chance.slice(0, CHANCE_DIGITS);
    this.#chance = this.#chance.slice(CHANCE_DIGITS);
    return digits;
  }

  /** Runs statements that give nothing back. */
  run(sql: string): void {
    this.#database.exec(sql);
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  /** Reads at one state of the journal; inside a transaction, at its own. */
  reading<T>(read: () => T): T {
    if (this.inTransaction) return this.#translated(read);
    return this.#transaction('BEGIN', () => {
      // BEGIN alone takes no lock: the first read does, and may have to wait for it.
      this.#patiently(() => this.statement('SELECT key FROM meta').get());
      return read();
    });
  }

  /** Writes all or nothing: on the disk when it returns, undone when `write` throws. */
  writing<T>(write: () => T): T {
    if (this.#readonly) throw new Error('a change through a connection that only reads');
    if (this.inTransaction) throw new Error('a change inside a change or a reading');
    // A deferred transaction would fail at its first write while another writes, however long it
    // may wait.
    return this.#transaction('BEGIN IMMEDIATE', write);
  }

  /** Writes the whole file anew, so that no page keeps anything of before. */
  vacuum(): void {
    this.#translated(() => this.#patiently(() => this.#database.exec('VACUUM')));
  }

  /** Writes a copy of the journal as it is now. @param path an empty file, or none */
  vacuumInto(path: string): void {
    this.#translated(() => this.#patiently(() => this.statement('VACUUM INTO ?').run(path)));
  }

  #transaction<T>(begin: string, run: () => T): T {
    return this.#translated(() => {
      this.#patiently(() => this.statement(begin).run());
      try {
        const result = run();
        this.#commit();
        return result;
      } finally {
        // SQLite itself rolls back after some failures, such as a full disk.
        if (this.inTransaction) this.statement('ROLLBACK').run();
      }
    });
  }

  #commit(): void {
    try {
      this.#patiently(() => this.statement('COMMIT').run());
    } catch (error) {
      // As long as it is open, nothing of it is in the journal.
      throw this.inTransaction ? error : unsettled(error, this.path);
    }
  }

  #patiently<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
    if (!this.#waited) this.#onWait?.();
    this.#waited = true;
    this.#database.pragma(`busy_timeout = ${this.#patience.whole - this.#patience.silent}`);
    try {
      return run();
    } finally {
      this.#database.pragma(`busy_timeout = ${this.#patience.silent}`);
    }
  }

  #translated<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw sqliteError(error, this.path);
    }
  }

  close(): void {
    this.#database.close();
  }
}
