import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RelError } from '../journal/error.ts';
import type { Output } from './streams.ts';

/** An answer that is put together first and printed afterwards, however long it is. */
export interface Spool {
  add(text: string): void;
  /** Prints all of it; once. */
  pour(): void;
  /** What was added, line by line; once, and instead of `pour`. */
  lines(): Iterable<string>;
}

/** What is held in memory, in UTF-16 units; beyond it a file takes it. */
const HELD = 16_384;
const PIECE_BYTES = 16_384;
/** In UTF-8, at the most. */
const BYTES_OF_A_UNIT = 3;

export function spoolTo(output: Output): Spool {
  let pieces: string[] = [];
  let held = 0;
  let file: number | undefined;
  let buffer: Buffer | undefined;
  const spill = (): void => {
    file ??= privateFile();
    const text = pieces.join('');
    // A buffer for each piece would wait for the garbage collector, which does not see how large it is.
    buffer ??= Buffer.allocUnsafeSlow(BYTES_OF_A_UNIT * (HELD + PIECE_BYTES));
    const most = BYTES_OF_A_UNIT * text.length;
    const bytes = most > buffer.length ? Buffer.from(text) : buffer.subarray(0, buffer.write(text));
    append(file, bytes);
    pieces = [];
    held = 0;
  };
  return {
    add(text) {
      pieces.push(text);
      held += text.length;
      if (held >= HELD) spill();
    },
    pour() {
      if (file === undefined) {
        output.write(pieces.join(''));
        return;
      }
      spill();
      for (const piece of piecesOf(file)) {
        if (output.closed) break;
        output.write(piece);
      }
      closeSync(file);
    },
    *lines() {
      if (file === undefined) {
        yield* linesIn(pieces);
        return;
      }
      spill();
      const decoder = new TextDecoder();
      const text = function* (written: number) {
        for (const piece of piecesOf(written)) yield decoder.decode(piece, { stream: true });
      };
      yield* linesIn(text(file));
      closeSync(file);
    },
  };
}

// It has no name any more when the first byte is written: nobody else can read it, and it goes with the process.
export function privateFile(): number {
  const path = join(tmpdir(), `rel-${randomBytes(8).toString('hex')}`);
  try {
    const file = openSync(path, 'wx+', 0o600);
    unlinkSync(path);
    return file;
  } catch (error) {
    throw noRoom(error);
  }
}

/** @param at where in the file, at its end where it is left out */
export function append(file: number, bytes: Uint8Array, at?: number): void {
  try {
    for (let start = 0; start < bytes.length;) {
      const place = at === undefined ? undefined : at + start;
      start += writeSync(file, bytes, start, undefined, place);
    }
  } catch (error) {
    throw noRoom(error);
  }
}

/** From the beginning; a piece is good until the next one is asked for. */
export function* piecesOf(file: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = 0; ;) {
    const count = readSync(file, piece, 0, piece.length, at);
    if (count === 0) return;
    yield piece.subarray(0, count);
    at += count;
  }
}

function* linesIn(texts: Iterable<string>): Generator<string> {
  let rest = '';
  for (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

const noRoom = (error: unknown): RelError =>
  new RelError(
    'output',
    `the answer could not be put together in ${tmpdir()}: ${error instanceof Error ? error.message : String(error)}`,
    'make room there, or name another folder in TMPDIR',
  );
