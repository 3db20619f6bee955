import { closeSync, fstatSync, openSync } from 'node:fs';
import { linesIn, notRead, piecesOf, STANDARD_INPUT } from './files.ts';
import { append, piecesOf as piecesFrom, privateFile } from './spool.ts';

/** A file that is read, from its beginning as often as it is wanted. */
export interface Source {
  /** Its bytes; a piece is good until the next one is asked for. One walk at a time. */
  pieces(): Iterable<Uint8Array>;
  /** Its lines as UTF-8; a line longer than `most` (UTF-16 units) is cut short. */
  lines(most: number): Iterable<string>;
  close(): void;
}

/** Opens a file, or standard input for `-`. Throws RelError('usage') where it cannot be read. */
export function openSource(path: string): Source {
  const translated = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw notRead(error, path);
    }
  };
  const file = translated(() => (path === '-' ? STANDARD_INPUT : openSync(path, 'r')));
  const isPlain = translated(() => fstatSync(file).isFile());
  const pieces = isPlain && path !== '-' ? () => piecesFrom(file) : keeping(file);
  return {
    *pieces() {
      yield* guarded(pieces(), path);
    },
    *lines(most) {
      yield* guarded(linesIn(pieces(), most), path);
    },
    close: () => {
      if (file !== STANDARD_INPUT) closeSync(file);
    },
  };
}

function* guarded<T>(things: Iterable<T>, path: string): Generator<T> {
  try {
    yield* things;
  } catch (error) {
    throw notRead(error, path);
  }
}

/** What comes through a pipe comes once: it is kept in a file without a name, as far as it was asked for. */
function keeping(file: number): () => Iterable<Uint8Array> {
  const coming: Iterator<Uint8Array, void> = piecesOf(file)[Symbol.iterator]();
  let kept: number | undefined;
  let bytes = 0;
  return function* () {
    if (kept !== undefined) yield* piecesFrom(kept);
    for (;;) {
      const { done, value } = coming.next();
      if (done === true) return;
      kept ??= privateFile();
      append(kept, value, bytes);
      bytes += value.length;
      yield value;
    }
  };
}
