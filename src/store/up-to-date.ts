import { Connection, type ConnectionOptions, type Patience } from './connection.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './schema.ts';

/**
 * Connects to a journal, and brings it up to the newest schema where it is older.
 * @param version what its header says
 */
export function connectUpToDate(
  file: string,
  version: number,
  options: ConnectionOptions,
  patience?: Patience,
): Connection {
  if (version < SCHEMA_VERSION) bringUpToDate(file, options);
  const connection = new Connection(file, options, patience);
  if (schemaVersion(connection) === SCHEMA_VERSION) return connection;
  // An update was killed after it had written the header, and opening the journal took that back.
  connection.close();
  bringUpToDate(file, options);
  return new Connection(file, options, patience);
}

function bringUpToDate(file: string, { onWait }: ConnectionOptions): void {
  const connection = new Connection(file, { readonly: false, onWait });
  try {
    migrate(connection, MIGRATIONS);
  } finally {
    connection.close();
  }
}
