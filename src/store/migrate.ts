import type { Connection } from './connection.ts';

/**
 * Brings a journal up to the newest schema, all or nothing.
 * @param steps what brings version N to N + 1, at place N
 */
export function migrate(connection: Connection, steps: readonly string[]): void {
  connection.writing(() => {
    // Read inside the transaction: another process may have been first, while this one waited for
    // the lock.
    const version = schemaVersion(connection);
    for (const step of steps.slice(version)) connection.run(step);
    if (version < steps.length) connection.run(`PRAGMA user_version = ${steps.length}`);
  });
}

/** As the journal has it once what a killed writer left half done is taken back. */
export function schemaVersion(connection: Connection): number {
  const [version] = connection.statement('PRAGMA user_version').get() as readonly [number];
  return version;
}
