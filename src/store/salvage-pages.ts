import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { belongsTo } from './foreign-rollback.ts';
import { readRollback } from './rollback-file.ts';

const HEADER_BYTES = 100;
const PAGE_SIZE_AT = 16;
const RESERVED_AT = 20;
const FIRST_FREE_AT = 32;
const USUAL_SIZE = 4096;
/** `S`, with which every database of SQLite begins. */
const MAGIC_BYTE = 0x53;

/** The pages of a journal's file as bytes: nothing is opened by SQLite, so nothing is changed or refused. */
export interface Pages {
  readonly size: number;
  /** Of each page's bytes, how many SQLite uses. */
  readonly usable: number;
  readonly count: number;
  /** From 1; undefined beyond the end. */
  page(number: number): Buffer | undefined;
  /** On the list of those that hold nothing. */
  readonly free: ReadonlySet<number>;
}

/**
 * What a change that was cut short had written is taken back in memory, as SQLite would take it back in the file.
 * Throws where the file cannot be read.
 */
export function readPages(file: string): Pages {
  const bytes = bytesOf(file);
  const size = pageSizeOf(bytes);
  const before = beforeOf(file, bytes, size);
  const count = before?.pages ?? Math.ceil(bytes.length / size);
  const page = (number: number): Buffer | undefined => {
    if (number < 1 || number > count) return undefined;
    const held = before?.pagesBefore.get(number);
    if (held !== undefined) return held;
    const found = bytes.subarray((number - 1) * size, number * size);
    // The last page of a file that was cut off.
    return found.length === size ? found : Buffer.concat([found, Buffer.alloc(size)], size);
  };
  const reserved = page(1)?.[RESERVED_AT] ?? 0;
  const usable = size - (reserved <= 32 ? reserved : 0);
  return { size, usable, count, page, free: freePages(page, count, usable) };
}

function pageSizeOf(bytes: Buffer): number {
  if (bytes.length < HEADER_BYTES) return USUAL_SIZE;
  const written = bytes.readUInt16BE(PAGE_SIZE_AT);
  const size = written === 1 ? 65_536 : written;
  return size >= 512 && (size & (size - 1)) === 0 ? size : USUAL_SIZE;
}

function beforeOf(file: string, bytes: Buffer, size: number) {
  const rollback = readRollback(`${file}-journal`);
  if (rollback === undefined || rollback === 'foreign' || rollback.pageSize !== size)
    return undefined;
  const left = { ...rollback, firstPage: rollback.before.get(1) };
  // Where the header itself is lost, nothing speaks against it.
  const hasHeader = bytes.length >= HEADER_BYTES && bytes[0] === MAGIC_BYTE;
  if (hasHeader && !belongsTo(bytes, left)) return undefined;
  return { pages: rollback.pages, pagesBefore: rollback.before };
}

function freePages(
  page: (number: number) => Buffer | undefined,
  count: number,
  usable: number,
): ReadonlySet<number> {
  const free = new Set<number>();
  let trunk = page(1)?.readUInt32BE(FIRST_FREE_AT) ?? 0;
  while (trunk > 1 && trunk <= count && !free.has(trunk)) {
    free.add(trunk);
    const held = page(trunk);
    if (held === undefined) break;
    const leaves = Math.min(held.readUInt32BE(4), usable / 4 - 2);
    for (let leaf = 0; leaf < leaves; leaf += 1) free.add(held.readUInt32BE(8 + leaf * 4));
    trunk = held.readUInt32BE(0);
  }
  return free;
}

function bytesOf(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(fstatSync(file).size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}
