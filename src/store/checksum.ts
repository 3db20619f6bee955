import { crc32 } from 'node:zlib';

/** Of so many characters the checksums are summed here: Node's own take a tenth of a start to load, and are faster then. */
const FEW = 40_000;

let summed = 0;

/**
 * The CRC-32 of one row, kept beside it: a flipped bit inside a value is a valid database to
 * SQLite, and would be read as a fact. Values are joined by NUL, which no text of the journal
 * contains; NULL counts as the empty text. (Joining is twice as fast as JSON, and this runs for
 * every row that is read.)
 */
export function checksum(table: string, ...values: readonly (string | number | null)[]): number {
  let content = table;
  for (const value of values) content += `\0${value ?? ''}`;
  summed += content.length;
  return summed > FEW ? crc32(content) : crc32OfFew(content);
}

/** The CRC-32 of zlib, of the text as UTF-8. */
export function crc32OfFew(content: string): number {
  let rest = 0xffff_ffff;
  for (const byte of Buffer.from(content)) rest = (rest >>> 8) ^ remainder((rest ^ byte) & 0xff);
  return (rest ^ 0xffff_ffff) >>> 0;
}

const remainders: number[] = [];

/** What this byte leaves behind when it is divided by the polynomial; worked out once. */
function remainder(byte: number): number {
  const known = remainders[byte];
  if (known !== undefined) return known;
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1)
    rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1;
  remainders[byte] = rest;
  return rest;
}
