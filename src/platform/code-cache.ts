import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Of which program a cache is: text of so many characters at most, compared whole. */
const HEAD_BYTES = 160;
const WRITTEN_BY_OTHERS = 0o022;
const KEPT_DAYS = 7;
const MS_PER_DAY = 86_400_000;
const READ = constants.O_RDONLY | constants.O_NOFOLLOW;

/**
 * The compiled code kept under this name, or undefined where there is none that can be trusted: it runs as the program
 * itself. Never throws.
 */
export function cachedCode(folder: string, name: string, head: string): Buffer | undefined {
  try {
    if (!isOurs(lstatSync(folder))) return undefined;
    const content = contentOf(path.join(folder, name));
    if (content === undefined) return undefined;
    const [first, second] = copiesIn(content);
    // V8 takes damaged code as it comes and fails somewhere in it; two copies tell, and cost less than a checksum.
    return headOf(content) === head && first.equals(second) ? first : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps compiled code for the next start, whole or not at all. Where that is not possible nothing happens. */
export function keepCode(folder: string, name: string, head: string, code: () => Buffer): void {
  try {
    makeFolder(folder);
    if (!isOurs(lstatSync(folder))) return;
    const copy = code();
    const content = Buffer.concat([Buffer.from(head.padEnd(HEAD_BYTES)), copy, copy]);
    replace(path.join(folder, name), content);
    removeOld(folder, ofOneProgram(name));
  } catch {
    // The next start takes as long as this one; nothing else is lost.
  }
}

function replace(file: string, content: Buffer): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content, { flag: 'wx', mode: 0o600 });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Belongs to whoever runs the program, and nobody else may change it. */
export function isOurs({ uid, mode }: Stats): boolean {
  // Windows knows no such owner; there the folder lies in the user's own profile.
  const me = process.getuid?.();
  return me === undefined || (uid === me && (mode & WRITTEN_BY_OTHERS) === 0);
}

function contentOf(file: string): Buffer | undefined {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const handle = openSync(file, READ);
  try {
    const found = fstatSync(handle);
    if (!found.isFile() || !isOurs(found) || found.size <= HEAD_BYTES) return undefined;
    const content = Buffer.allocUnsafeSlow(found.size);
    return readSync(handle, content) === found.size ? content : undefined;
  } finally {
    closeSync(handle);
  }
}

const headOf = (content: Buffer): string => content.toString('latin1', 0, HEAD_BYTES).trimEnd();

function copiesIn(content: Buffer): readonly [Buffer, Buffer] {
  const middle = HEAD_BYTES + Math.floor((content.length - HEAD_BYTES) / 2);
  return [content.subarray(HEAD_BYTES, middle), content.subarray(middle)];
}

/** With the folder that holds it, and no more: a home that does not exist is not made. */
function makeFolder(folder: string): void {
  for (const each of [path.dirname(folder), folder]) {
    if (statSync(each, { throwIfNoEntry: false }) === undefined) mkdirSync(each, { mode: 0o700 });
  }
}

/** What the names of one program's code begin with. */
const ofOneProgram = (name: string): string => name.slice(0, name.lastIndexOf('-'));

/** What other versions left behind, and what a killed start could not finish. */
function removeOld(folder: string, current: string): void {
  const before = Date.now() - KEPT_DAYS * MS_PER_DAY;
  for (const name of readdirSync(folder)) {
    const isCode = name.startsWith('code-') && ofOneProgram(name) !== current;
    const file = path.join(folder, name);
    if (isCode && lstatSync(file).mtimeMs < before) unlinkSync(file);
  }
}
