import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { backUp } from './back-up.ts';
import { Connection, type ConnectionOptions, type Patience } from './connection.ts';
import { JournalLost } from './failures.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

/**
 * Connects to a journal, and brings it up to the newest schema where it is older, once there is a backup of it as it is.
 * Without one it stays as it is: no older rel reads it afterwards.
 * @param version what its header says
 */
export function connectUpToDate(
  file: string,
  version: number,
  clock: Clock,
  options: ConnectionOptions,
  patience?: Patience,
): Connection {
  if (version < SCHEMA_VERSION) bringUpToDate(file, clock, options);
  const connection = new Connection(file, options, patience);
  if (schemaVersion(connection) === SCHEMA_VERSION) return connection;
  // An update was killed after it had written the header, and opening the journal took that back.
  connection.close();
  bringUpToDate(file, clock, options);
  return new Connection(file, options, patience);
}

function bringUpToDate(file: string, clock: Clock, { onWait }: ConnectionOptions): void {
  backUpFirst(file, clock, onWait);
  migrateFile(file, onWait);
}

function backUpFirst(file: string, clock: Clock, onWait?: () => void): void {
  try {
    backUp(file, clock, 'migration', onWait);
  } catch (error) {
    // A damaged journal has a better way out than another try.
    if (!(error instanceof RelError) || error instanceof JournalLost) throw error;
    throw new RelError(
      'journal',
      `${file} must be brought up to date, and the backup before that failed: ${error.message}`,
      error.hint,
    );
  }
}

export function migrateFile(file: string, onWait?: () => void): void {
  const connection = new Connection(file, { readonly: false, onWait });
  try {
    migrate(connection, MIGRATIONS);
  } finally {
    connection.close();
  }
}
