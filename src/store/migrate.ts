import type { Connection } from './connection.ts';

/**
 * Brings a journal up to the newest schema, all or nothing.
 * @param steps what brings version N to N + 1, at place N
 */
export function migrate(connection: Connection, steps: readonly string[]): void {
  connection.writing(() => {
    // Read inside the transaction: another process may have been first, while this one waited for
    // the lock.
    const [version] = connection.statement('PRAGMA user_version').get() as readonly [number];
    for (const step of steps.slice(version)) connection.run(step);
    if (version < steps.length) connection.run(`PRAGMA user_version = ${steps.length}`);
  });
}
