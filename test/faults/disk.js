import { Buffer } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a disk writes whole; which of the two is drawn for each state. */
const SECTORS = [512, 4096];

/**
 * The disk behind a folder, as its recorded events leave it: what was synced is on it, everything else may be or not.
 * Files are numbered anew, as the system gives a removed file's number to the next one.
 */
export class Disk {
  #root;
  /** Path → file, all changes done. */
  #names = new Map();
  /** Changes of names, in order; each becomes `durable` when its folder is synced. */
  #moves = [];
  #byNumber = new Map();

  /** @param root a folder; what lies in it now is on the disk */
  constructor(root) {
    this.#root = root;
    this.#read(root);
  }

  #read(folder) {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      const { ino } = statSync(path, { bigint: true });
      const isFolder = statSync(path).isDirectory();
      const file = isFolder ? FOLDER : newFile(readFileSync(path));
      if (!isFolder) this.#byNumber.set(ino, file);
      this.#move({ to: path, file });
      if (isFolder) this.#read(path);
    }
    this.#moves.forEach((move) => (move.durable = true));
  }

  #move({ from, to, file }) {
    this.#moves.push({ from, to, file, durable: false });
    if (from !== undefined) this.#names.delete(from);
    if (to !== undefined) this.#names.set(to, file);
  }

  /** Lets one event happen. */
  take({ kind, number, at, bytes, paths: [one, other] }) {
    switch (kind) {
      case 'create': {
        const file = newFile(Buffer.alloc(0));
        this.#byNumber.set(number, file);
        return this.#move({ to: one, file });
      }
      case 'makeFolder':
        return this.#move({ to: one, file: FOLDER });
      case 'link':
        return this.#move({ to: other, file: this.#names.get(one) });
      case 'rename':
        return this.#move({ from: one, to: other, file: this.#names.get(one) });
      case 'remove':
        return this.#move({ from: one });
      case 'syncFolder':
        for (const move of this.#moves) {
          if (dirname(move.to ?? move.from) === one) move.durable = true;
        }
        return undefined;
      case 'sync': {
        const file = this.#byNumber.get(number);
        file.synced = changed(file.synced, file.waiting);
        file.waiting = [];
        return undefined;
      }
      case 'write':
        return void this.#byNumber.get(number).waiting.push({ at, bytes });
      case 'truncate':
        return void this.#byNumber.get(number).waiting.push({ length: at });
      default:
        return undefined;
    }
  }

  /** Everything as the running system sees it, nothing lost: path below the root → bytes, undefined for a folder. */
  seen() {
    return this.#files(this.#names, (file) => changed(file.synced, file.waiting));
  }

  /** One state in which a power cut may leave the disk now. */
  afterCut(random) {
    const sector = SECTORS[random(SECTORS.length)];
    // Most file systems keep the order of names; nothing promises it.
    const kept = keptMoves(this.#moves, random);
    const names = new Map();
    for (const { from, to, file } of kept) {
      if (from !== undefined) names.delete(from);
      if (to !== undefined) names.set(to, file);
    }
    const contents = new Map();
    return this.#files(names, (file) => {
      // Two names of one file show the same bytes.
      if (!contents.has(file)) contents.set(file, cutContent(file, sector, random));
      return contents.get(file);
    });
  }

  #files(names, contentOf) {
    const files = new Map();
    for (const [path, file] of names) {
      files.set(relative(this.#root, path), file === FOLDER ? undefined : contentOf(file));
    }
    return files;
  }
}

const FOLDER = { folder: true };
const newFile = (synced) => ({ synced, waiting: [] });

/** Puts such a state into an empty folder; a file whose folder was lost is lost with it. */
export function layDown(files, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const inOrder = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path, bytes] of inOrder) {
    if (!existsSync(join(folder, dirname(path)))) continue;
    if (bytes === undefined) mkdirSync(join(folder, path), { mode: 0o700 });
    else writeFileSync(join(folder, path), bytes, { mode: 0o600 });
  }
}

function keptMoves(moves, random) {
  const waiting = moves.filter(({ durable }) => !durable);
  if (random(2) === 0) {
    const last = waiting[random(waiting.length + 1)];
    const until = last === undefined ? moves.length : moves.indexOf(last);
    return moves.filter(({ durable }, index) => durable || index < until);
  }
  return moves.filter(({ durable }) => durable || random(2) === 0);
}

/** The content after the changes. */
function changed(content, changes) {
  const ends = changes.map(({ at = 0, bytes, length }) => length ?? at + bytes.length);
  const room = Buffer.alloc(Math.max(content.length, ...ends));
  content.copy(room);
  let size = content.length;
  for (const { at, bytes, length } of changes) {
    if (length === undefined) {
      bytes.copy(room, at);
      size = Math.max(size, at + bytes.length);
    } else {
      room.fill(0, Math.min(size, length), Math.max(size, length));
      size = length;
    }
  }
  return room.subarray(0, size);
}

/** What was synced, and of each later change all, nothing, or some of its sectors. */
function cutContent({ synced, waiting }, sector, random) {
  const survived = waiting.flatMap((change) => {
    const fate = random(3);
    if (fate === 0) return [];
    const isWhole = fate === 1 || change.length !== undefined;
    return isWhole ? [change] : sectorsOf(change, synced.length, sector, random);
  });
  return changed(synced, survived);
}

/** Some of the write's sectors. Where the file had none before, one may hold what last lay there on the disk. */
function sectorsOf({ at, bytes }, before, sector, random) {
  const sectors = [];
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, start + sector - ((at + start) % sector));
    const fate = random(8);
    const isNew = at + start >= before;
    if (fate < 4) sectors.push({ at: at + start, bytes: bytes.subarray(start, end) });
    else if (fate === 4 && isNew)
      sectors.push({ at: at + start, bytes: dirt(end - start, random) });
    start = end;
  }
  return sectors;
}

const dirt = (length, random) => Buffer.alloc(length, random(255) + 1);
