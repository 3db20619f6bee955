import {
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { HEAD_BYTES, isOurs } from './code-cache.ts';

const KEPT_DAYS = 7;
const MS_PER_DAY = 86_400_000;

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
