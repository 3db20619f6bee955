import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { hasMagic, ROLLBACK_HEADER, sumOf } from './rollback-file.ts';
import { APPLICATION_ID } from './schema.ts';

const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const APPLICATION_ID_AT = 68;
const VALID_FOR_AT = 92;
const HEADER_BYTES = 100;
const SECTOR_BYTES = 512;
/** Of every journal that rel makes. */
const PAGE_BYTES = 4096;
/** Records among which the first page is looked for. */
const MOST_RECORDS = 10_000;
const LOOKS = 10;
const MOMENT_MS = 5;

/** What a rollback file says of the database to which it belongs. */
export interface Left {
  readonly pageSize: number;
  /** How many there were before the change. */
  readonly pages: number;
  /** The first page as it was before the change; undefined where the change had not come to it. */
  readonly firstPage: Buffer | undefined;
}

/**
 * Whether what lies under the name of the journal's rollback file was left by another database. SQLite asks only
 * whether it is a rollback file, and would put the pages of the other one into this, or delete a file of the user's.
 * @param header reads the journal's header, as it is at this moment
 */
export function isForeignRollback(path: string, header: () => Buffer): boolean {
  // Another rel may be writing: both are looked at again until they are of one moment.
  for (let look = 1; look < LOOKS; look += 1) {
    if (!disagrees(path, header)) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, MOMENT_MS);
  }
  return disagrees(path, header);
}

function disagrees(path: string, header: () => Buffer): boolean {
  const left = leftIn(path);
  if (left === 'none') return false;
  return left === 'foreign' || !belongsTo(header(), left);
}

/** @param header of the journal beside which it was found */
export function belongsTo(header: Buffer, { pageSize, pages, firstPage }: Left): boolean {
  const written = header.readUInt16BE(PAGE_SIZE_AT);
  // The one size that does not fit into two bytes is written as 1.
  if (pageSize !== (written === 1 ? 65_536 : written)) return false;
  const changes = header.readUInt32BE(CHANGES_AT);
  if (firstPage === undefined) {
    // The change had not come to the header yet: that still says how many pages there were.
    const saysPages = header.readUInt32BE(VALID_FOR_AT) === changes;
    return !saysPages || header.readUInt32BE(PAGES_AT) === pages;
  }
  const before = firstPage.readUInt32BE(CHANGES_AT);
  // The change that was cut short may have counted itself already.
  const isNext = before === changes || before + 1 === changes;
  return isNext && firstPage.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
}

function leftIn(path: string): Left | 'none' | 'foreign' {
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
    const found = fstatSync(file);
    return found.isFile() ? lookedAt(file, found.size) : 'foreign';
  } finally {
    closeSync(file);
  }
}

/**
 * After a power cut the first sector may hold anything: then the change had not begun to be written to the journal, and
 * SQLite clears the file away. It is told by its size from a file of the user's, which stays.
 */
function isTorn(size: number): boolean {
  const inRecord = (size - SECTOR_BYTES) % (PAGE_BYTES + 8);
  return size % SECTOR_BYTES === 0 || [0, 4, PAGE_BYTES + 4].includes(inRecord);
}

function lookedAt(file: number, size: number): Left | 'none' | 'foreign' {
  const header = Buffer.alloc(ROLLBACK_HEADER.bytes);
  const count = readSync(file, header, 0, header.length, 0);
  // Zeros, until the pages are on the disk: nothing is to be taken back.
  if (count === 0 || header[0] === 0) return 'none';
  if (!hasMagic(header)) return isTorn(size) ? 'none' : 'foreign';
  const pageSize = header.readUInt32BE(ROLLBACK_HEADER.pageSizeAt);
  const pages = header.readUInt32BE(ROLLBACK_HEADER.pagesAt);
  const sector = header.readUInt32BE(ROLLBACK_HEADER.sectorAt);
  const number = Buffer.alloc(4);
  for (let record = 0; record < MOST_RECORDS; record += 1) {
    const at = sector + record * (pageSize + 8);
    if (readSync(file, number, 0, 4, at) < 4) break;
    if (number.readUInt32BE(0) !== 1) continue;
    const page = Buffer.alloc(pageSize);
    const isWhole =
      readSync(file, page, 0, pageSize, at + 4) === pageSize &&
      readSync(file, number, 0, 4, at + 4 + pageSize) === 4 &&
      number.readUInt32BE(0) === sumOf(page, header.readUInt32BE(ROLLBACK_HEADER.nonceAt));
    // SQLite takes nothing back from a record that is not what was written, nor from those after it.
    if (!isWhole) break;
    return { pageSize, pages, firstPage: page.subarray(0, HEADER_BYTES) };
  }
  return { pageSize, pages, firstPage: undefined };
}
