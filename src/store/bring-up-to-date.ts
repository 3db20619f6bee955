import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { backUp } from './back-up.ts';
import { Connection } from './connection.ts';
import { JournalLost } from './failures.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './schema.ts';

/**
 * Brings an older journal up to the newest schema, once there is a backup of it as it is. Without one it stays as it is:
 * no older rel reads it afterwards.
 */
export function bringUpToDate(file: string, clock: Clock, onWait?: () => void): void {
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
