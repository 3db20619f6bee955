import { afterEach } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../src/journal/clock.ts';
import { civilDay, type Day } from '../../src/journal/days.ts';
import { RelError } from '../../src/journal/error.ts';
import { checksum } from '../../src/store/checksum.ts';
import { Connection } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const folders: string[] = [];
const stores: Store[] = [];

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rel-store-'));
  folders.push(folder);
  return folder;
}

export function day(year: number, month: number, dayOfMonth: number): Day {
  const found = civilDay(year, month, dayOfMonth);
  if (found === undefined) throw new Error('no such day');
  return found;
}

/** A clock that stands at this instant until it is set. */
export class FixedClock implements Clock {
  #now: Date;
  constructor(instant = '2026-11-16T13:30:00Z') {
    this.#now = new Date(instant);
  }
  set(instant: string): void {
    this.#now = new Date(instant);
  }
  now(): Date {
    return this.#now;
  }
  today(): Day {
    return day(this.#now.getUTCFullYear(), this.#now.getUTCMonth() + 1, this.#now.getUTCDate());
  }
  offset(): string {
    return '+01:00';
  }
}

/** Opens the journal, making it where there is none; closed after the test. */
export function open(path: string, clock: Clock = new FixedClock(), readonly = false): Store {
  const store = openStore(path, { clock, create: !readonly, readonly });
  stores.push(store);
  return store;
}

/** A new, empty journal in a folder of its own. */
export function emptyJournal(clock: Clock = new FixedClock()): Store {
  return open(join(tempFolder(), 'journal.db'), clock);
}

/** The RelError that this throws. */
export function refusal(run: () => unknown): RelError {
  try {
    run();
  } catch (error) {
    if (error instanceof RelError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A journal of an older version, as an older rel left it. */
export function olderJournal(version: number): string {
  const path = join(tempFolder(), 'journal.db');
  writeFileSync(path, '');
  const connection = new Connection(path, { readonly: false });
  migrate(connection, MIGRATIONS.slice(0, version));
  connection.writing(() =>
    connection
      .statement(`INSERT INTO meta (key, device, clock, crc) VALUES (1, 'one', '', ?)`)
      .run(checksum('meta', 'one', '')),
  );
  connection.close();
  return path;
}
