import type { Clock } from '../journal/clock.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { Connection, type ConnectionOptions, type Patience } from './connection.ts';
import { schemaVersion } from './migrate.ts';
import { SCHEMA_VERSION } from './schema.ts';

/**
 * Connects to a journal, and brings it up to the newest schema where it is older.
 * @param version what its header says
 */
export function connectUpToDate(
  file: string,
  version: number,
  options: ConnectionOptions & { readonly clock: Clock },
  patience?: Patience,
): Connection {
  if (version < SCHEMA_VERSION) bringUpToDate(file, options.clock, options.onWait);
  const connection = new Connection(file, options, patience);
  if (schemaVersion(connection) === SCHEMA_VERSION) return connection;
  // An update was killed after it had written the header, and opening the journal took that back.
  connection.close();
  bringUpToDate(file, options.clock, options.onWait);
  return new Connection(file, options, patience);
}
