import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { MAGIC, ROLLBACK_HEADER } from './rollback-file.ts';
import { APPLICATION_ID } from './schema.ts';

/** What the header of a database says, as far as its rollback journal must agree with it. */
export interface Owner {
  readonly pageSize: number;
  /** Counts the transactions that changed the file. */
  readonly changes: number;
}

const CHANGES_AT = 24;
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;
/** Records among which the first page is looked for. */
const MOST_RECORDS = 10_000;
const LOOKS = 10;
const MOMENT_MS = 5;

/**
 * Whether what lies under the name of the journal's rollback file was left by another database. SQLite asks only
 * whether it is a rollback file, and would put the pages of the other one into this, or delete a file of the user's.
 * @param owner reads what the journal's header says at this moment
 */
export function isForeignRollback(path: string, owner: () => Owner): boolean {
  // Another rel may be writing: both are looked at again until they are of one moment.
  for (let look = 1; look < LOOKS; look += 1) {
    if (!disagrees(path, owner)) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT_MS);
  }
  return disagrees(path, owner);
}

function disagrees(path: string, owner: () => Owner): boolean {
  const left = firstPageIn(path);
  if (left === 'none') return false;
  if (left === 'foreign') return true;
  const { pageSize, changes } = owner();
  if (left.pageSize !== pageSize) return true;
  if (left.firstPage === undefined) return false;
  const before = left.firstPage.readUInt32BE(CHANGES_AT);
  // The change that was cut short may have counted itself already.
  const isOurs = before === changes || before + 1 === changes;
  return !isOurs || left.firstPage.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID;
}

interface Left {
  readonly pageSize: number;
  /** The header as it was before the change; undefined where the change had not come to it. */
  readonly firstPage: Buffer | undefined;
}

function firstPageIn(path: string): Left | 'none' | 'foreign' {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'none';
    if (code === 'ELOOP') return 'foreign';
    throw error;
  }
  try {
    return fstatSync(file).isFile() ? lookedAt(file) : 'foreign';
  } finally {
    closeSync(file);
  }
}

function lookedAt(file: number): Left | 'none' | 'foreign' {
  const header = Buffer.alloc(ROLLBACK_HEADER.bytes);
  const count = readSync(file, header, 0, header.length, 0);
  // Zeros, until the pages are on the disk: nothing is to be taken back.
  if (count === 0 || header[0] === 0) return 'none';
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) return 'foreign';
  const pageSize = header.readUInt32BE(ROLLBACK_HEADER.pageSizeAt);
  const sector = header.readUInt32BE(ROLLBACK_HEADER.sectorAt);
  const number = Buffer.alloc(4);
  for (let record = 0; record < MOST_RECORDS; record += 1) {
    const at = sector + record * (pageSize + 8);
    if (readSync(file, number, 0, 4, at) < 4) break;
    if (number.readUInt32BE(0) !== 1) continue;
    const firstPage = Buffer.alloc(HEADER_BYTES);
    if (readSync(file, firstPage, 0, HEADER_BYTES, at + 4) === HEADER_BYTES)
      return { pageSize, firstPage };
  }
  return { pageSize, firstPage: undefined };
}
