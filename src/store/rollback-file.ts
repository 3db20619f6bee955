import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

// The rollback journal, https://www.sqlite.org/fileformat.html#the_rollback_journal
const MAGIC = [0xd9d5_05f9, 0x20a1_63d7];

/** Whether these bytes begin with what every rollback journal and every header in it begins with. */
export const hasMagic = (bytes: Buffer, at = 0): boolean =>
  at + 8 <= bytes.length &&
  bytes.readUInt32BE(at) === MAGIC[0] &&
  bytes.readUInt32BE(at + 4) === MAGIC[1];

export const ROLLBACK_HEADER = {
  bytes: 28,
  countAt: 8,
  nonceAt: 12,
  pagesAt: 16,
  sectorAt: 20,
  pageSizeAt: 24,
} as const;
const EVERY_NTH_BYTE = 200;

/** Records that follow until the file ends. */
const UNCOUNTED = 0xffff_ffff;

/** What a change that was cut short left beside the journal: pages as they were before it. */
export interface Rollback {
  readonly pageSize: number;
  /** How many pages the journal had. */
  readonly pages: number;
  /** By their numbers, from 1. */
  readonly before: ReadonlyMap<number, Buffer>;
}

/**
 * Reads it as SQLite would: up to the first record that is not what was written.
 * @returns undefined where nothing is to be taken back; `foreign` where no rollback journal of SQLite lies there
 */
export function readRollback(path: string): Rollback | 'foreign' | undefined {
  const bytes = bytesOf(path);
  // SQLite writes the magic last of all, when the pages are on the disk; until then there are zeros.
  if (bytes === undefined || bytes.length === 0 || bytes[0] === 0) return undefined;
  if (bytes.length < ROLLBACK_HEADER.bytes || !hasMagic(bytes)) return 'foreign';
  const pageSize = bytes.readUInt32BE(ROLLBACK_HEADER.pageSizeAt);
  const sector = bytes.readUInt32BE(ROLLBACK_HEADER.sectorAt);
  if (!isPageSize(pageSize) || sector < 32 || sector > 65_536) return 'foreign';
  const before = new Map<number, Buffer>();
  for (let at = 0; at + ROLLBACK_HEADER.bytes <= bytes.length;) {
    if (!hasMagic(bytes, at)) break;
    const end = takeRecords(bytes, at, { pageSize, sector }, before);
    if (end === undefined) break;
    at = Math.ceil(end / sector) * sector;
  }
  return { pageSize, pages: bytes.readUInt32BE(ROLLBACK_HEADER.pagesAt), before };
}

/** @returns where the records of this header end; undefined where one of them is damaged */
function takeRecords(
  bytes: Buffer,
  header: number,
  { pageSize, sector }: { readonly pageSize: number; readonly sector: number },
  before: Map<number, Buffer>,
): number | undefined {
  const count = bytes.readUInt32BE(header + ROLLBACK_HEADER.countAt);
  const nonce = bytes.readUInt32BE(header + ROLLBACK_HEADER.nonceAt);
  let at = header + sector;
  for (let read = 0; count === UNCOUNTED || read < count; read += 1) {
    if (at + pageSize + 8 > bytes.length) return undefined;
    const page = bytes.subarray(at + 4, at + 4 + pageSize);
    if (bytes.readUInt32BE(at + 4 + pageSize) !== sumOf(page, nonce)) return undefined;
    const number = bytes.readUInt32BE(at);
    // The first one is the oldest.
    if (!before.has(number)) before.set(number, page);
    at += pageSize + 8;
  }
  return at;
}

/** The checksum of a record. */
export function sumOf(page: Buffer, nonce: number): number {
  let sum = nonce;
  for (let at = page.length - EVERY_NTH_BYTE; at > 0; at -= EVERY_NTH_BYTE)
    sum = (sum + (page[at] ?? 0)) >>> 0;
  return sum;
}

const isPageSize = (size: number): boolean =>
  size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;

function bytesOf(path: string): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return Buffer.from('?');
    const bytes = Buffer.alloc(found.size);
    return bytes.subarray(0, readAll(file, bytes));
  } finally {
    closeSync(file);
  }
}

function readAll(file: number, bytes: Buffer): number {
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}
