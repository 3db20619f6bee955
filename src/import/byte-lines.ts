import { isAscii } from '../journal/ascii.ts';

/** A line without its end, one character for each byte, and its number in the file, from 1. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: string;
}

const UTF16 = [
  { mark: '\u00ff\u00fe', name: 'utf-16le' },
  { mark: '\u00fe\u00ff', name: 'utf-16be' },
] as const;
const UTF8_MARK = '\u00ef\u00bb\u00bf';

/**
 * The lines of a file whose texts may be of different encodings. UTF-16 is told by its first bytes and given as UTF-8. A
 * line is cut at `most` bytes.
 */
export function* byteLines(pieces: Iterable<Uint8Array>, most: number): Generator<ByteLine> {
  let line = 0;
  let rest = '';
  let afterReturn = false;
  for (const piece of asUtf8(pieces)) {
    // A line break of two bytes may have come in two pieces.
    const whole = afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') afterReturn = piece.endsWith('\r');
    // Of what is cut no more is kept, however long it goes on.
    if (rest.length >= most && !/[\r\n]/.test(whole)) continue;
    const lines = (rest + whole).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '').slice(0, most);
    for (const bytes of lines) yield { line: ++line, bytes: bytes.slice(0, most) };
  }
  if (rest !== '') yield { line: line + 1, bytes: rest };
}

function* asUtf8(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: { decode(bytes?: Uint8Array, options?: { stream: boolean }): string } | undefined;
  let isFirst = true;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece).toString('latin1');
    if (isFirst) {
      const wide = UTF16.find(({ mark }) => bytes.startsWith(mark));
      decoder = wide === undefined ? undefined : new TextDecoder(wide.name);
    }
    if (decoder !== undefined) yield bytesOf(decoder.decode(piece, { stream: true }));
    else yield isFirst && bytes.startsWith(UTF8_MARK) ? bytes.slice(UTF8_MARK.length) : bytes;
    isFirst = false;
  }
  if (decoder !== undefined) yield bytesOf(decoder.decode());
}

const bytesOf = (text: string): string => Buffer.from(text).toString('latin1');

/**
 * The text that these bytes are in the encoding named, else in UTF-8, else as Windows writes Western languages; where
 * they are of none, as much of it as can be read.
 */
export function textOfBytes(bytes: string, encoding?: string): string {
  // Encodings that write ASCII in another way are not met in one line of a file.
  if (isAscii(bytes)) return bytes;
  const raw = Buffer.from(bytes, 'latin1');
  return (
    decoded(raw, encoding, true) ??
    decoded(raw, 'utf-8', true) ??
    decoded(raw, encoding, false) ??
    new TextDecoder('windows-1252').decode(raw)
  );
}

function decoded(bytes: Buffer, encoding: string | undefined, fatal: boolean): string | undefined {
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes).replaceAll('\ufffd', '');
  } catch {
    // An encoding that nobody knows, or bytes that are not of it.
    return undefined;
  }
}
