import type { Pages } from './salvage-pages.ts';

// https://www.sqlite.org/fileformat.html#b_tree_pages
const TABLE_LEAF = 0x0d;
const INDEX_LEAF = 0x0a;
const TABLE_INTERIOR = 0x05;
const INDEX_INTERIOR = 0x02;
const FILE_HEADER = 100;
/** No row of a journal is longer. */
const MOST_BYTES = 64_000_000;

export type Value = string | number | null;

/** A row of a table, or of an index, wherever in the file it stands. */
export interface FoundRecord {
  readonly page: number;
  /** Its place among the cells of the page. */
  readonly cell: number;
  /** Undefined in an index. */
  readonly rowid: number | undefined;
  readonly values: readonly Value[];
}

export interface Reading {
  readonly records: Iterable<FoundRecord>;
  /** Pages of no known kind, and cells that no row can be read from; complete when the records were walked through. */
  readonly damage: { readonly pages: Set<number> };
}

/** Every row of every page, whatever the trees above say: a page that is lost takes nothing with it but itself. */
export function readRecords(pages: Pages): Reading {
  const damage = { pages: new Set<number>() };
  const overflow = new Set<number>();
  return { records: walk(pages, damage.pages, overflow), damage };
}

function* walk(pages: Pages, damaged: Set<number>, overflow: Set<number>): Generator<FoundRecord> {
  const unknown: number[] = [];
  for (let number = 1; number <= pages.count; number += 1) {
    const page = pages.page(number);
    if (page === undefined || pages.free.has(number)) continue;
    const kind = page[number === 1 ? FILE_HEADER : 0];
    if (kind === TABLE_LEAF || kind === INDEX_LEAF || kind === INDEX_INTERIOR)
      yield* recordsIn(pages, { number, page, kind }, damaged, overflow);
    else if (kind !== TABLE_INTERIOR) unknown.push(number);
  }
  for (const number of unknown) if (!overflow.has(number)) damaged.add(number);
}

interface Tree {
  readonly number: number;
  readonly page: Buffer;
  readonly kind: number;
}

function* recordsIn(
  pages: Pages,
  { number, page, kind }: Tree,
  damaged: Set<number>,
  overflow: Set<number>,
): Generator<FoundRecord> {
  const header = number === 1 ? FILE_HEADER : 0;
  const cells = page.readUInt16BE(header + 3);
  const pointers = header + (kind === INDEX_INTERIOR ? 12 : 8);
  for (let cell = 0; cell < cells; cell += 1) {
    const at = pointers + cell * 2;
    const record =
      at + 2 > page.length
        ? undefined
        : recordAt(pages, page, page.readUInt16BE(at), kind, overflow);
    if (record === undefined) damaged.add(number);
    else yield { page: number, cell, ...record };
  }
}

function recordAt(
  pages: Pages,
  page: Buffer,
  start: number,
  kind: number,
  overflow: Set<number>,
): Pick<FoundRecord, 'rowid' | 'values'> | undefined {
  const length = varint(page, start + (kind === INDEX_INTERIOR ? 4 : 0));
  if (length === undefined || length.value > MOST_BYTES) return undefined;
  const rowid = kind === TABLE_LEAF ? varint(page, length.end) : undefined;
  if (kind === TABLE_LEAF && rowid === undefined) return undefined;
  const from = rowid?.end ?? length.end;
  const payload = payloadOf(pages, page, { from, length: length.value, kind }, overflow);
  const values = payload === undefined ? undefined : valuesIn(payload);
  return values === undefined ? undefined : { rowid: rowid?.value, values };
}

interface Payload {
  readonly from: number;
  readonly length: number;
  readonly kind: number;
}

/** A long row goes on in pages of its own. */
function payloadOf(
  pages: Pages,
  page: Buffer,
  { from, length, kind }: Payload,
  overflow: Set<number>,
): Buffer | undefined {
  const { usable } = pages;
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : wanted <= most ? wanted : least;
  if (from + local > page.length) return undefined;
  const parts = [page.subarray(from, from + local)];
  let held = local;
  let next =
    local < length && from + local + 4 <= page.length ? page.readUInt32BE(from + local) : 0;
  const seen = new Set<number>();
  while (held < length) {
    const more = seen.has(next) ? undefined : pages.page(next);
    if (more === undefined) return undefined;
    seen.add(next);
    overflow.add(next);
    const part = more.subarray(4, Math.min(usable, 4 + length - held));
    parts.push(part);
    held += part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** Only what a journal's tables can hold: numbers, text in UTF-8, and nothing. */
function valuesIn(payload: Buffer): readonly Value[] | undefined {
  const size = varint(payload, 0);
  if (size === undefined || size.value > payload.length) return undefined;
  const values: Value[] = [];
  let body = size.value;
  for (let at = size.end; at < size.value;) {
    const type = varint(payload, at);
    if (type === undefined) return undefined;
    at = type.end;
    const bytes = bytesOf(type.value);
    if (bytes === undefined || body + bytes > payload.length) return undefined;
    values.push(valueOf(type.value, payload.subarray(body, body + bytes)));
    body += bytes;
  }
  return values;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8];
/** Counters of what was given, as some versions wrote them. */
const REAL = 7;
const REAL_BYTES = 8;

function bytesOf(type: number): number | undefined {
  if (type <= 6) return INTEGER_BYTES[type];
  if (type === REAL) return REAL_BYTES;
  if (type === 8 || type === 9) return 0;
  return type >= 13 && type % 2 === 1 ? (type - 13) / 2 : undefined;
}

function valueOf(type: number, bytes: Buffer): Value {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type >= 13) return bytes.toString('utf8');
  if (type === REAL) return bytes.readDoubleBE(0);
  return bytes.length === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, bytes.length);
}

/** A number of one to nine bytes. */
function varint(
  bytes: Buffer,
  start: number,
): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let read = 0; read < 8; read += 1) {
    const byte = bytes[start + read];
    if (byte === undefined) return undefined;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: start + read + 1 };
  }
  // Nine bytes: larger than any number or length of a journal.
  return undefined;
}
