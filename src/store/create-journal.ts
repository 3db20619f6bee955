import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../journal/clock.ts';
import { checksum } from './checksum.ts';
import { Connection } from './connection.ts';
import { systemError } from './failures.ts';
import { refuseLeftOvers } from './journal-file.ts';
import { migrate } from './migrate.ts';
import { removeIfThere } from './remove-if-there.ts';
import { MIGRATIONS } from './schema.ts';
import { uuidv7 } from './uuid.ts';

/**
 * Makes an empty journal, or leaves the one that another process made in the meantime. It is built
 * under another name and linked to its own when it is complete and on the disk: killed at any
 * moment, there is a whole journal or none.
 */
export function createJournal(path: string, clock: Clock): void {
  try {
    makeFolder(dirname(path));
    refuseLeftOvers(path);
    const draft = `${path}.new-${randomBytes(6).toString('hex')}`;
    makeEmptyFile(draft);
    try {
      build(draft, clock);
      publish(draft, path);
    } finally {
      for (const left of [draft, `${draft}-journal`]) removeIfThere(left);
    }
    syncFolder(dirname(path));
  } catch (error) {
    throw systemError(error, path);
  }
}

/** Makes the folder for its user's eyes only, where there is none. */
export function makeFolder(folder: string): void {
  // Node's own way to make those above it too never ends where the one above all makes none, as /proc does.
  if (isFolder(folder)) return;
  const above = dirname(folder);
  // Nothing is above a drive that is not there.
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!isFolder(folder)) throw error;
  }
  // A new folder is on the disk when the folder that holds it is.
  syncFolder(dirname(folder));
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Throws where the name is taken, be it by a link. */
export function makeEmptyFile(path: string): void {
  const file = openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  closeSync(file);
}

function build(path: string, clock: Clock): void {
  const connection = new Connection(path, { readonly: false });
  try {
    migrate(connection, MIGRATIONS);
    const device = uuidv7(clock, connection);
    connection.writing(() =>
      connection
        .statement('INSERT INTO meta (key, device, clock, crc) VALUES (1, ?, ?, ?)')
        .run(device, '', checksum('meta', device, '')),
    );
  } finally {
    connection.close();
  }
}

/**
 * Gives the file its name, and leaves what another process put there first: a link, unlike a rename, replaces nothing.
 * @returns whether the name was free
 */
export function publish(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return false;
    // FAT and some network folders know no links.
    const noLinks =
      code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP';
    if (!noLinks) throw error;
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return false;
    renameSync(draft, path);
    return true;
  }
}

/** Brings the names in the folder to the disk. */
export function syncFolder(folder: string): void {
  const handle = openFolder(folder);
  if (handle === undefined) return;
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function openFolder(folder: string): number | undefined {
  try {
    return openSync(folder, constants.O_RDONLY);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Windows opens no folders, and needs no such step.
    if (code === 'EISDIR' || code === 'EPERM') return undefined;
    throw error;
  }
}
