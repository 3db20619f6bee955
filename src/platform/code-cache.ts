import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';

/** Of which program a cache is: text of so many characters at most, compared whole. */
export const HEAD_BYTES = 160;
const WRITTEN_BY_OTHERS = 0o022;
const READ = constants.O_RDONLY | constants.O_NOFOLLOW;

/**
 * The compiled code kept under this name in the user's folder, or undefined where there is none that can be trusted: it
 * runs as the program itself. Never throws.
 */
export function cachedCode(folder: string, name: string, head: string): Buffer | undefined {
  try {
    return isOurs(lstatSync(folder)) ? codeIn(join(folder, name), head, isOurs) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The compiled code that was made when the program was built, or undefined where there is none for this Node. Whoever may
 * change it may change the program beside it. Never throws.
 */
export function builtCode(folder: string, name: string, head: string): Buffer | undefined {
  try {
    return codeIn(join(folder, name), head, () => true);
  } catch {
    return undefined;
  }
}

/** Belongs to whoever runs the program, and nobody else may change it. */
export function isOurs({ uid, mode }: Stats): boolean {
  // Windows knows no such owner; there the folder lies in the user's own profile.
  const me = process.getuid?.();
  return me === undefined || (uid === me && (mode & WRITTEN_BY_OTHERS) === 0);
}

function codeIn(
  file: string,
  head: string,
  isTrusted: (file: Stats) => boolean,
): Buffer | undefined {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const handle = openSync(file, READ);
  try {
    const found = fstatSync(handle);
    if (!found.isFile() || !isTrusted(found) || found.size <= HEAD_BYTES) return undefined;
    const content = Buffer.allocUnsafeSlow(found.size);
    if (readSync(handle, content) !== found.size || headOf(content) !== head) return undefined;
    const [first, second] = copiesIn(content);
    // V8 takes damaged code as it comes and fails somewhere in it; two copies tell, and cost less than a checksum.
    return first.equals(second) ? first : undefined;
  } finally {
    closeSync(handle);
  }
}

const headOf = (content: Buffer): string => lettersOf(content, HEAD_BYTES).trimEnd();

/** As many bytes, each as one letter. `toString` says the same, by way of a table of encodings that takes long to prepare. */
export const lettersOf = (bytes: Buffer, count: number): string =>
  (bytes as Buffer & { latin1Slice(from: number, to: number): string }).latin1Slice(0, count);

function copiesIn(content: Buffer): readonly [Buffer, Buffer] {
  const middle = HEAD_BYTES + Math.floor((content.length - HEAD_BYTES) / 2);
  return [content.subarray(HEAD_BYTES, middle), content.subarray(middle)];
}
