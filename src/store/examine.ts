import { Connection, type Patience } from './connection.ts';
import { inspectJournal } from './journal-file.ts';
import { problemsOf, type Watch } from './verify.ts';

/** What a journal holds, and what is wrong with it; read only. */
export interface Examination {
  /** Links followed. */
  readonly file: string;
  /** Of its schema. */
  readonly version: number;
  readonly problems: readonly string[];
  /** Undefined where it is too damaged to count. */
  readonly counts:
    { readonly entries: number; readonly customers: number; readonly people: number } | undefined;
  /** SQLite's settings as read back from the open file. */
  readonly storage: Readonly<Record<string, string | number>>;
  readonly sqlite: string;
}

interface Options {
  readonly onWait: () => void;
  readonly watch: Watch;
}

/** Whoever asks what is wrong wants an answer while they look. */
const PATIENCE: Patience = { silent: 2_000, whole: 10_000 };

const STORAGE = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'secure_delete'];

/** Throws RelError('journal') where it cannot even be opened. */
export function examine(path: string, { onWait, watch }: Options): Examination {
  const { file, version } = inspectJournal(path);
  const connection = new Connection(file, { readonly: true, onWait }, PATIENCE);
  try {
    return {
      file,
      version,
      problems: problemsOf(connection, watch),
      counts: countsIn(connection),
      storage: Object.fromEntries(STORAGE.map((name) => [name, valueOf(connection, name)])),
      sqlite: sqliteVersion(connection),
    };
  } finally {
    connection.close();
  }
}

function countsIn(connection: Connection): Examination['counts'] {
  const count = (table: string): number => {
    const [found] = connection.statement(`SELECT count(*) FROM ${table}`).get() as [number];
    return found;
  };
  try {
    return connection.reading(() => ({
      entries: count('entry'),
      customers: count('customer'),
      people: count('person'),
    }));
  } catch {
    return undefined;
  }
}

function valueOf(connection: Connection, name: string): string | number {
  const [value] = connection.statement(`PRAGMA ${name}`).get() as readonly [string | number];
  return value;
}

function sqliteVersion(connection: Connection): string {
  const [version] = connection.statement('SELECT sqlite_version()').get() as readonly [string];
  return version;
}
