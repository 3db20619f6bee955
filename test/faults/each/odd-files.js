import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { environment, rel } from '../rel.js';

const PROGRAM = join(import.meta.dirname, '../../../bin/rel.js');
const NOBODY = 65_534;

/** What may stand where the journal should be; each is made at the path, beside nothing else of ours. */
const ODD = {
  text: (path) => writeFileSync(path, 'Dear diary\n'.repeat(1000)),
  zeros: (path) => writeFileSync(path, Buffer.alloc(40_960)),
  'nothing in it': (path) => writeFileSync(path, ''),
  'the first half of a journal': (path, whole) =>
    writeFileSync(path, readFileSync(whole).subarray(0, lstatSync(whole).size / 2)),
  'the first bytes of a journal': (path, whole) =>
    writeFileSync(path, readFileSync(whole).subarray(0, 60)),
  'a pipe': (path) => spawnSync('mkfifo', [path]),
  'a folder': (path) => mkdirSync(path),
  'a link to nothing': (path) => symlinkSync(`${path}.gone`, path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a newer journal': (path, whole) => spoilt(path, whole, (bytes) => bytes.writeUInt32BE(99, 60)),
  "another program's database": (path, whole) =>
    spoilt(path, whole, (bytes) => bytes.writeUInt32BE(77, 68)),
  'write-ahead logging': (path, whole) =>
    spoilt(path, whole, (bytes) => bytes.writeUInt16BE(0x02_02, 18)),
  'a left-over -wal': (path, whole) => {
    copyFileSync(whole, path);
    writeFileSync(`${path}-wal`, 'left over');
  },
  'a text called -journal': (path, whole) => {
    copyFileSync(whole, path);
    writeFileSync(`${path}-journal`, 'my own notes');
  },
  'a rollback of another database': (path, whole, hot) => {
    copyFileSync(whole, path);
    copyFileSync(hot, `${path}-journal`);
  },
};

const COMMANDS = [
  ['list'],
  ['review', '--json'],
  ['log', 'acme', '--new', 'call'],
  ['undo'],
  ['doctor'],
];

/** T7: what stands in the journal's place is left as it is, and one line says what to do. */
export const fault = {
  missing: () => (process.platform === 'win32' ? 'no pipes and modes' : undefined),
  async run({ short, place }) {
    const bad = [];
    rel(place, ['log', 'acme', '--new', 'call']);
    const whole = join(place, 'journal.db');
    const hot = await hotJournal(place);
    let asked = 0;
    for (const [what, make] of Object.entries(ODD)) {
      const folder = join(place, what.replaceAll(/\W/g, '-'));
      mkdirSync(folder, { mode: 0o700 });
      const db = join(folder, 'odd.db');
      make(db, whole, hot);
      const before = pictureOf(folder);
      for (const words of COMMANDS) {
        asked += 1;
        const ended = rel(place, words, { env: { REL_DB: db } });
        const wrong = wrongWith(words, ended);
        if (wrong !== undefined) bad.push(`${what}: ${words.join(' ')}: ${wrong}`);
        if (pictureOf(folder) !== before) bad.push(`${what}: changed by ${words.join(' ')}`);
      }
    }
    // Half a minute: that long a lock is waited for.
    if (!short) asked += await locked(place, bad);
    asked += unwritable(place, whole, bad);
    return {
      figure: `${asked} commands at ${Object.keys(ODD).length + 4} odd places, ${bad.length} bad`,
      bad,
    };
  },
};

function spoilt(path, whole, change) {
  const bytes = readFileSync(whole);
  change(bytes);
  writeFileSync(path, bytes);
}

/** Exit 3, and on standard error two lines at the most: what is wrong, and what to do; of `doctor` on its page. */
function wrongWith(words, { status, stdout, stderr }) {
  if (status !== 3) return `exit ${status}: ${stderr}`;
  if (words[0] === 'doctor') return /broken +file +\S/.test(stdout) ? undefined : stdout;
  const lines = stderr.trim().split('\n');
  if (stdout !== '') return `something was printed: ${stdout}`;
  if (lines.length !== 2) return `not two lines: ${stderr}`;
  return undefined;
}

/** Names, kinds, modes, times and bytes of all that is in the folder. */
function pictureOf(folder) {
  return JSON.stringify(
    readdirSync(folder)
      .sort()
      .map((name) => {
        const path = join(folder, name);
        const { mode, size, mtimeMs } = lstatSync(path);
        const held = lstatSync(path).isFile()
          ? readFileSync(path, 'latin1')
          : lstatSync(path).isSymbolicLink()
            ? readlinkSync(path)
            : '';
        return [name, mode, size, mtimeMs, held];
      }),
  );
}

const driver = () => {
  const load = createRequire(import.meta.url);
  return load(process.versions.node.startsWith('20.') ? 'better-sqlite3-node20' : 'better-sqlite3');
};

/** The rollback file of another database, as a program that was killed in the middle of a change leaves it. */
async function hotJournal(place) {
  const [db, kept] = [join(place, 'songs.db'), join(place, 'songs-journal')];
  const Connection = driver();
  const other = new Connection(db);
  other.pragma('cache_size = 5');
  other.exec('CREATE TABLE song (title TEXT)');
  const insert = other.prepare('INSERT INTO song VALUES (?)');
  for (let nth = 0; nth < 500; nth += 1) insert.run('la '.repeat(100));
  other.exec("BEGIN; UPDATE song SET title = 'gone'");
  copyFileSync(`${db}-journal`, kept);
  other.exec('ROLLBACK');
  other.close();
  return kept;
}

/** A lock that another program holds: said after half a minute, and gone when that program is. */
async function locked(place, bad) {
  const db = join(place, 'journal.db');
  const Connection = driver();
  const other = new Connection(db);
  other.exec('BEGIN EXCLUSIVE');
  const ended = await Promise.all(
    [['list'], ['log', 'acme', 'call'], ['doctor']].map((words) => started(place, words)),
  );
  for (const { words, code, stdout, stderr } of ended) {
    const said = words[0] === 'doctor' ? stdout : stderr;
    if (code !== 3 || !unwrapped(said).includes('locked by another program'))
      bad.push(`locked: ${words.join(' ')}: exit ${code}, ${stdout}${stderr}`);
  }
  other.exec('ROLLBACK');
  other.close();
  const after = rel(place, ['log', 'acme', 'call']);
  if (after.status !== 0) bad.push(`after the lock: exit ${after.status}, ${after.stderr}`);
  return ended.length + 1;
}

const unwrapped = (text) => text.replaceAll(/\s+/g, ' ');

function started(place, words) {
  const child = spawn(process.execPath, [PROGRAM, ...words], { env: environment(place) });
  return new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece) => (stdout += piece));
    child.stderr.on('data', (piece) => (stderr += piece));
    child.on('close', (code) => resolve({ words, code, stdout, stderr }));
  });
}

/** A file and a folder that may only be read, asked by somebody who is not the administrator. */
function unwritable(place, whole, bad) {
  const asNobody = process.getuid() === 0;
  const folder = join(place, 'read-only');
  mkdirSync(folder, { mode: 0o700 });
  const db = join(folder, 'journal.db');
  copyFileSync(whole, db);
  chmodSync(db, 0o400);
  if (asNobody) for (const path of [place, folder, db]) chownSync(path, NOBODY, NOBODY);
  const run = (words) =>
    spawnSync(process.execPath, [PROGRAM, ...words], {
      env: { ...environment(place, { REL_DB: db, REL_NO_CACHE: '1' }) },
      encoding: 'utf8',
      ...(asNobody && { uid: NOBODY, gid: NOBODY }),
    });
  const expect = (what, words, wanted, says) => {
    const before = pictureOf(folder);
    const { status, stdout, stderr } = run(words);
    if (status !== wanted || !unwrapped(`${stdout}${stderr}`).includes(says))
      bad.push(`${what}: ${words.join(' ')}: exit ${status}, ${stdout}${stderr}`);
    if (pictureOf(folder) !== before) bad.push(`${what}: changed by ${words.join(' ')}`);
  };
  expect('a read-only file', ['list'], 0, 'acme');
  expect('a read-only file', ['log', 'acme', 'call'], 3, `chmod u+rw ${db}`);
  expect('a read-only file', ['doctor'], 0, 'every row is what was written');
  chmodSync(db, 0o600);
  chmodSync(folder, 0o500);
  expect('a read-only folder', ['list'], 0, 'acme');
  expect('a read-only folder', ['log', 'acme', 'call'], 3, `chmod u+rwx ${folder}`);
  chmodSync(folder, 0o700);
  chmodSync(db, 0o000);
  const { status, stderr } = run(['list']);
  if (status !== 3 || !stderr.includes('permission denied'))
    bad.push(`no permission: exit ${status}, ${stderr}`);
  chmodSync(db, 0o600);
  return 6;
}
