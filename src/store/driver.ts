import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { RelError } from '../journal/error.ts';
import { connectNatively } from './native-driver.ts';

export type Statement = BetterSqlite3.Statement;

/** What the store asks of a connection. */
export interface Database {
  readonly inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): void;
  /** The first value that the pragma gives. */
  pragma(source: string): unknown;
  close(): void;
}

const IS_NODE_20 = process.versions.node.startsWith('20.');
// Version 13 crashes on Node 20, and version 12 cannot be built for the newest: hence
// src/store/node20.
const PACKAGE = IS_NODE_20 ? 'better-sqlite3-node20' : 'better-sqlite3';
const COMPILED = ' (on Node 20 that takes Python and a C++ compiler, on newer ones neither)';

/**
 * Opens a connection to an existing file.
 * @param timeout how long a lock is waited for, in milliseconds
 */
export function connect(path: string, timeout: number): Database {
  try {
    return connectNatively(path, timeout) ?? connectByPackage(path, timeout);
  } catch (error) {
    throw isMissingDriver(error) ? missingDriver() : error;
  }
}

function connectByPackage(path: string, timeout: number): Database {
  // In the bundle, which is CommonJS, the build writes `__filename` for import.meta.url.
  const load = createRequire(import.meta.url);
  const Connection = load(PACKAGE) as typeof BetterSqlite3;
  const connection = new Connection(path, { fileMustExist: true, timeout });
  return {
    get inTransaction() {
      return connection.inTransaction;
    },
    prepare: (sql) => connection.prepare(sql),
    exec: (sql) => void connection.exec(sql),
    pragma: (source) => connection.pragma(source, { simple: true }),
    close: () => void connection.close(),
  };
}

// Version 12 loads its binary at the first open, version 13 when it is required.
function isMissingDriver(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return (
    code === 'MODULE_NOT_FOUND' ||
    code === 'ERR_DLOPEN_FAILED' ||
    String(message).includes('bindings file')
  );
}

function missingDriver(): RelError {
  return new RelError(
    'journal',
    `the SQLite driver is not installed for this Node (${process.version}, ${process.platform} ${process.arch})`,
    `install again with this Node: npm install in the folder that rel came from${IS_NODE_20 ? COMPILED : ''}`,
  );
}
