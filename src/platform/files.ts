import {
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { RelError } from '../journal/error.ts';
import { waitAMoment } from './waiting.ts';

const STANDARD_INPUT = 0;
const PIECE_BYTES = 65_536;
/** Of how many UTF-16 units one write is made. */
const PIECE_UNITS = 1_048_576;
const DATABASE_HEAD = Buffer.from('SQLite format 3\0');

/** The file as UTF-8 text, standard input for `-`; bytes that are no UTF-8 are refused. */
export function readGiven(path: string): string {
  const called = path === '-' ? 'standard input' : path;
  try {
    const bytes = path === '-' ? readStandardInput() : readFileSync(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) {
      throw new RelError('usage', `${called} is not UTF-8 text`, 'save it as UTF-8 and try again');
    }
    throw new RelError(
      'usage',
      `${called} cannot be read: ${reason(error)}`,
      'check the name of the file',
    );
  }
}

/** All of it, waiting where another program has made the pipe non-blocking. */
function readStandardInput(): Buffer {
  const pieces: Buffer[] = [];
  const piece = Buffer.alloc(PIECE_BYTES);
  for (;;) {
    try {
      const count = readSync(STANDARD_INPUT, piece);
      if (count === 0) return Buffer.concat(pieces);
      pieces.push(Buffer.from(piece.subarray(0, count)));
    } catch (error) {
      if (codeOf(error) === 'EOF') return Buffer.concat(pieces);
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}

/**
 * Writes a file for its user's eyes only, piece by piece: whole or, where a piece fails, not at all. A name that is
 * taken is refused unless it may be replaced; a link and a database are never replaced.
 */
export function writeGiven(path: string, pieces: Iterable<string>, replace: boolean): void {
  const standing = lstatSync(path, { throwIfNoEntry: false });
  try {
    if (!replace || standing === undefined) writeNew(path, pieces);
    else if (standing.isFile()) replaceFile(path, pieces);
    else if (standing.isSymbolicLink())
      throw new RelError('usage', `${path} is a link`, 'name the file itself');
    else writeTo(openSync(path, 'w'), pieces);
  } catch (error) {
    // What the pieces are made from has failed, and not the file.
    if (codeOf(error) === undefined || error instanceof RelError) throw error;
    if (codeOf(error) === 'EEXIST') {
      throw new RelError(
        'usage',
        `${path} exists already`,
        'choose another name, or add --force to replace it',
      );
    }
    throw new RelError(
      'output',
      `${path} cannot be written: ${reason(error)}`,
      'choose another place',
    );
  }
}

function writeNew(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeTo(file, pieces);
  } catch (error) {
    unlinkSync(path);
    throw error;
  }
}

function replaceFile(path: string, pieces: Iterable<string>): void {
  if (headOf(path).equals(DATABASE_HEAD)) {
    throw new RelError(
      'usage',
      `${path} is a database, perhaps the journal itself`,
      'choose another name',
    );
  }
  // Whole or not at all: whoever reads it meanwhile finds the old file or the new one.
  const draft = `${path}.${process.pid}.tmp`;
  writeNew(draft, pieces);
  renameSync(draft, path);
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(DATABASE_HEAD.length);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

/** Writes to the open file and closes it. */
function writeTo(file: number, pieces: Iterable<string>): void {
  try {
    let held = '';
    for (const piece of pieces) {
      held += piece;
      if (held.length < PIECE_UNITS) continue;
      writeFileSync(file, held);
      held = '';
    }
    writeFileSync(file, held);
  } finally {
    closeSync(file);
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOSPC: 'no space left',
  };
  return reasons[String(codeOf(error))] ?? (error instanceof Error ? error.message : String(error));
}
