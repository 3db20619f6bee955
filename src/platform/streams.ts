import { writeSync } from 'node:fs';
import { RelError } from '../journal/error.ts';
import { waitAMoment } from './waiting.ts';

/** One of the program's output streams, by its file descriptor. */
export interface Output {
  /** Writes all of it, waiting for a slow reader. Throws RelError('output') where it cannot be written. */
  write(text: string | Uint8Array): void;
  /** The reader has gone: what follows is not wanted, and that is no error. */
  readonly closed: boolean;
}

export function outputOf(descriptor: 1 | 2): Output {
  let closed = false;
  return {
    get closed() {
      return closed;
    },
    write(text) {
      if (closed) return;
      try {
        writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text);
      } catch (error) {
        if (!hasLeft(error)) throw notWritten(error);
        closed = true;
      }
    },
  };
}

// Synchronous on purpose: what is said to be written has been, and the exit code can still tell when it was not.
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length;) {
    try {
      start += writeSync(descriptor, bytes, start);
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}

/** A socket, which some programs read from, tells it otherwise where something lies in it unread. */
const hasLeft = (error: unknown): boolean =>
  codeOf(error) === 'EPIPE' || codeOf(error) === 'ECONNRESET';

function notWritten(error: unknown): RelError {
  const reason =
    codeOf(error) === 'ENOSPC'
      ? 'no space left'
      : String(error instanceof Error ? error.message : error);
  return new RelError(
    'output',
    `the answer could not be written: ${reason}`,
    'nothing in the journal is lost; make room and ask again',
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
