import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { RelError } from '../journal/error.ts';
import { refuseBesideDatabase, refuseDatabase } from './databases.ts';
import { draftOf, removeDeadDrafts } from './drafts.ts';
import { waitAMoment } from './waiting.ts';

export const STANDARD_INPUT = 0;
const PIECE_BYTES = 65_536;
/** Of how many UTF-16 units one write is made. */
const PIECE_UNITS = 1_048_576;
const ROOT = 0;
const OTHER_PLACE = 'choose another place';
const MIB = 1_048_576;

/**
 * The file as UTF-8 text, standard input for `-`; bytes that are no UTF-8 are refused, and so are more than `most`, as of
 * an input that never ends.
 */
export function readGiven(path: string, most: number): string {
  try {
    const file = path === '-' ? STANDARD_INPUT : openSync(path, 'r');
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(allOf(file, path, most));
    } finally {
      if (file !== STANDARD_INPUT) closeSync(file);
    }
  } catch (error) {
    throw notRead(error, path);
  }
}

function allOf(file: number, path: string, most: number): Buffer {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (const piece of piecesOf(file)) {
    bytes += piece.length;
    if (bytes > most)
      throw new RelError(
        'usage',
        `${calledBy(path)} is longer than ${Math.round(most / MIB)} MiB`,
        'nothing was written; leave something out',
      );
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces);
}

/** What is read from the file, piece by piece; a piece is good until the next one is asked for. */
export function* piecesOf(file: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(PIECE_BYTES);
  for (;;) {
    const count = readPiece(file, piece);
    if (count === 0) return;
    yield piece.subarray(0, count);
  }
}

/** Waits where another program has made the pipe non-blocking. */
function readPiece(file: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(file, piece);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      waitAMoment();
    }
  }
}

/**
 * The lines of what comes in pieces; bytes that are no UTF-8 are refused. A line is given out before its end where it is
 * longer than `most` (UTF-16 units) already, and is the last one then.
 */
export function* linesIn(pieces: Iterable<Uint8Array>, most: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length <= most) continue;
    yield rest;
    return;
  }
  yield rest + decoder.decode();
}

const calledBy = (path: string): string => (path === '-' ? 'standard input' : path);

/** The error that tells why the file cannot be read, where that is what happened. */
export function notRead(error: unknown, path: string): unknown {
  const called = calledBy(path);
  if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new RelError('usage', `${called} is not UTF-8 text`, 'save it as UTF-8 and try again');
  if (error instanceof RelError || codeOf(error) === undefined) return error;
  return new RelError(
    'usage',
    `${called} cannot be read: ${reason(error)}`,
    'check the name of the file',
  );
}

/**
 * Writes a file for its user's eyes only, piece by piece: whole or, where a piece fails, not at all. A name that is
 * taken is refused unless it may be replaced; a link and a database are never replaced.
 */
export function writeGiven(path: string, pieces: Iterable<string>, replace: boolean): void {
  if (path === '') throw new RelError('usage', 'the name of the file is empty', 'name a file');
  try {
    const standing = lstatSync(path, { throwIfNoEntry: false });
    refuseBesideDatabase(path);
    removeDeadDrafts(path);
    if (standing === undefined) writeNew(path, pieces);
    else if (!replace && !standing.isDirectory()) throw taken(path);
    else if (standing.isFile()) replaceFile(path, pieces);
    else if (standing.isSymbolicLink())
      throw new RelError('usage', `${path} is a link`, 'name the file itself');
    else writeThrough(path, standing, pieces);
  } catch (error) {
    // What the pieces are made from has failed, and not the file.
    if (codeOf(error) === undefined || error instanceof RelError) throw error;
    if (codeOf(error) === 'EEXIST') throw taken(path);
    throw new RelError('output', `${path} cannot be written: ${reason(error)}`, OTHER_PLACE);
  }
}

/** Throws RelError('usage') for a name that is taken. */
export function refuseTaken(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) throw taken(path);
}

const taken = (path: string): RelError =>
  new RelError(
    'usage',
    `${path} exists already`,
    'choose another name, or add --force to replace it',
  );

/** The name is given when all is written: a killed rel leaves no half of a file that looks like a whole one. */
function writeNew(path: string, pieces: Iterable<string>): void {
  const draft = writeDraft(path, pieces);
  try {
    // A link, unlike another name, does not take the place of a file that came meanwhile.
    linkSync(draft, path);
  } catch (error) {
    // Where no links can be made, such as on a memory stick.
    if (codeOf(error) !== 'EEXIST') {
      renameSync(draft, path);
      return;
    }
    unlinkSync(draft);
    throw error;
  }
  unlinkSync(draft);
}

function writeDraft(path: string, pieces: Iterable<string>): string {
  const draft = draftOf(path);
  const file = openSync(draft, 'wx', 0o600);
  try {
    writePieces(file, pieces);
    // Else a power cut could leave the name with nothing behind it, in place of a file that was there before.
    fsyncSync(file);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  } finally {
    closeSync(file);
  }
  return draft;
}

/** Into a device or a pipe; whoever made it may read what is written there. */
function writeThrough(path: string, { uid }: Stats, pieces: Iterable<string>): void {
  const me = process.getuid?.() ?? uid;
  if (uid !== me && uid !== ROOT)
    throw new RelError('usage', `${path} belongs to another user (number ${uid})`, OTHER_PLACE);
  const file = openSync(path, 'w');
  try {
    writePieces(file, pieces);
  } finally {
    closeSync(file);
  }
}

function replaceFile(path: string, pieces: Iterable<string>): void {
  refuseDatabase(path);
  const draft = writeDraft(path, pieces);
  try {
    // Whole or not at all: whoever reads it meanwhile finds the old file or the new one.
    renameSync(draft, path);
  } catch (error) {
    unlinkSync(draft);
    throw error;
  }
}

function writePieces(file: number, pieces: Iterable<string>): void {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < PIECE_UNITS) continue;
    writeFileSync(file, held);
    held = '';
  }
  writeFileSync(file, held);
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

function reason(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOSPC: 'no space left',
  };
  return reasons[String(codeOf(error))] ?? (error instanceof Error ? error.message : String(error));
}
