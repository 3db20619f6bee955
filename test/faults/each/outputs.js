import { Buffer } from 'node:buffer';
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { everyCall } from '../every-call.js';
import { hostileBook } from '../hostile-book.js';
import { environment, program, rel } from '../rel.js';

/** A shell word. */
const quoted = (word) => `'${String(word).replaceAll("'", "'\\''")}'`;

/** A full disk, a full or closed output, a reader that leaves or is slow: what is acknowledged is stored, and no row is missing. */
export const fault = {
  missing() {
    if (process.platform !== 'linux') return 'Linux, for /dev/full';
    return existsSync('/dev/full') ? undefined : '/dev/full';
  },
  async run({ short, random, place }) {
    const bad = [];
    const full = fullOutputs(place, { short, random, bad });
    const closed = closedOutputs(place, bad);
    const readers = await leavingReaders(place, { short, bad });
    const rows = await slowReader(place, { short, bad });
    const disk = fullDisk(place, { short, random, bad });
    return {
      figure: `${full} commands told that their output was full, ${closed} with a closed stream, ${readers} readers that left, ${rows} rows to a slow one, ${disk}`,
      bad,
    };
  },
};

/** Runs rel as a shell would, with its streams led elsewhere. `rel` in the line is the program. */
function shell(place, line, { env = {}, limit = '' } = {}) {
  const command = `rel() { ${quoted(process.execPath)} ${quoted(program)} "$@"; }\n${limit}\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: place,
    env: environment(place, env),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return { code: status, out: stdout, err: stderr };
}

const exported = (place) => shell(place, 'rel export journal').out;

const bookOf = (place, name) => {
  const file = join(place, name);
  const book = hostileBook({ first: 'First', second: 'Second Ltd' });
  writeFileSync(file, book.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

const SAID = {
  name: 'First',
  other: 'Second Ltd',
  text: 'what was said',
  number: '1',
  promise: { owed: '10', ours: '12' },
  incident: '1',
};

/** Every command, printing to /dev/full: exit 4 and one line; what was not acknowledged says that it may be stored. */
function fullOutputs(place, { short, random, bad }) {
  const file = bookOf(place, 'full.jsonl');
  const made = shell(place, `rel import ${quoted(file)}`);
  if (made.code !== 0) throw new Error(`exit ${made.code}: ${made.err}`);
  const whole = join(place, 'whole.db');
  copyFileSync(join(place, 'journal.db'), whole);
  const calls = everyCall(place, { ...SAID, file }).filter(() => !short || random(8) === 0);
  let told = 0;
  for (const words of calls) {
    copyFileSync(whole, join(place, 'journal.db'));
    const line = `rel ${words.map(quoted).join(' ')}`;
    const usual = shell(place, line);
    copyFileSync(whole, join(place, 'journal.db'));
    const { code, err } = shell(place, `${line} > /dev/full`);
    // The Tab key wants no message; a refusal prints nothing, and so nothing is lost.
    const expected = usual.out === '' ? usual.code : words[0] === 'complete' ? 0 : 4;
    if (code !== expected)
      bad.push(`${line} > /dev/full: exit ${code} instead of ${expected}: ${err}`);
    // What is refused for another reason says that reason.
    if (code === 4 && usual.out !== '') {
      told += 1;
      if (!/^rel: .*no space left/m.test(err) || err.includes('    at '))
        bad.push(`${line} > /dev/full: ${err}`);
    }
  }
  return told;
}

/** Without standard output, error or input. Node puts /dev/null in the place of what is closed before rel sees it. */
function closedOutputs(place, bad) {
  const lines = {
    'rel log first call closed >&-': 0,
    'rel list >&-': 0,
    'rel export journal >&-': 0,
    'rel review >&-': 0,
    'rel list 2>&-': 0,
    'rel show nobody 2>&-': 2,
    'rel log first call with nobody told 2>&-': 0,
    'rel log first call - <&-': 2,
    'rel import - <&-': 0,
    'rel list <&-': 0,
    'rel log first call nothing at all <&- 2>&-': 0,
    'rel list <&- >&- 2>&-': 0,
    'rel log first call - < /dev/full': 2,
  };
  for (const [line, expected] of Object.entries(lines)) {
    const before = exported(place).split('\n').length;
    const { code, err } = shell(place, `timeout 20 ${line.replace('rel', 'bash -c "$REL" rel')}`, {
      env: { REL: `exec ${quoted(process.execPath)} ${quoted(program)} "$@"` },
    });
    if (code !== expected) bad.push(`${line}: exit ${code} instead of ${expected}: ${err}`);
    if (err.includes('    at ')) bad.push(`${line}: ${err}`);
    const stored = exported(place).split('\n').length - before;
    if (code === 0 && line.includes('rel log') && stored !== 1)
      bad.push(`${line}: acknowledged, and ${stored} stored`);
  }
  return Object.keys(lines).length;
}

/** Readers that leave at once, after a line, or in the middle: quiet, exit 0, and what was to be written is written. */
async function leavingReaders(place, { short, bad }) {
  const many = join(place, 'many.db');
  const count = short ? 20_000 : 300_000;
  importMany(place, many, count);
  const lines = [
    'rel export entries | head -1',
    'rel export entries --format json | head -c 10',
    'rel export journal | head -c 100000',
    'rel list --json | true',
    'rel timeline acme | head -3',
    'rel search word | head -1',
    'rel log acme call for nobody | true',
    'rel export entries | { sleep 0.3; }',
  ];
  for (const line of lines) {
    const { code, err } = shell(place, `${line}; exit \${PIPESTATUS[0]}`, {
      env: { REL_DB: many },
    });
    if (code !== 0 || err !== '') bad.push(`${line}: exit ${code}, ${err}`);
  }
  const { out } = shell(place, 'rel export journal', { env: { REL_DB: many } });
  if (!out.includes('for nobody')) bad.push('what was logged to a reader that left is not stored');
  return lines.length;
}

function importMany(place, db, count) {
  const file = join(place, 'many.jsonl');
  const line = (index) =>
    JSON.stringify({
      type: 'spoke',
      id: `e${index}`,
      customer: 'Acme',
      on: '2026-11-02',
      note: `word ${index}`,
    });
  writeFileSync(file, Array.from({ length: count }, (_, index) => `${line(index)}\n`).join(''));
  const { status, stderr } = rel(place, ['import', file, '--db', db]);
  if (status !== 0) throw new Error(stderr);
}

/** Whoever reads slowly, a little at a time, gets every row, once and in order; a reader that dies in the middle stops it. */
async function slowReader(place, { short, bad }) {
  const many = join(place, 'many.db');
  const child = spawn(process.execPath, [program, 'export', 'entries'], {
    env: environment(place, { REL_DB: many }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let text = '';
  let pieces = 0;
  for await (const piece of child.stdout) {
    text += piece;
    pieces += 1;
    if (pieces % 64 === 0) await setTimeout(20);
  }
  const code = await ended;
  const numbers = [...text.matchAll(/^(\d+),e(\d+),/gm)];
  const wrong = numbers.findIndex(
    ([, number, id], index) =>
      Number(number) !== index + 1 || (index < numbers.length - 1 && Number(id) !== index),
  );
  const wanted = (short ? 20_000 : 300_000) + 1;
  const rows = text.split('\r\n').length - 2;
  if (code !== 0 || rows !== wanted || wrong >= 0)
    bad.push(`slow reader: exit ${code}, ${rows} of ${wanted} rows, wrong at ${wrong}`);

  const dying = spawn(process.execPath, [program, 'export', 'entries'], {
    env: environment(place, { REL_DB: many }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  dying.stderr.on('data', (piece) => (told += piece));
  const over = new Promise((resolve) => dying.on('close', resolve));
  await new Promise((resolve) => dying.stdout.once('data', resolve));
  dying.stdout.destroy();
  const end = await over;
  if (end !== 0 || told !== '') bad.push(`reader that died: exit ${end}, ${told}`);
  return rows;
}

/** A small disk that fills up, or a limit on the size of a file where nothing may be mounted. */
function fullDisk(place, { short, random, bad }) {
  const disk = join(place, 'disk');
  mkdirSync(disk);
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'rel-faults', disk]).status === 0;
  try {
    const runs = short ? 2 : 20;
    let acknowledged = 0;
    for (let run = 0; run < runs; run += 1)
      acknowledged += oneFullDisk(place, disk, mounted, random, bad);
    return `${acknowledged} entries acknowledged on ${runs} ${mounted ? 'disks' : 'size limits'} that filled up, all there`;
  } finally {
    if (mounted) spawnSync('umount', [disk]);
  }
}

function oneFullDisk(place, disk, mounted, random, bad) {
  spawnSync('sh', ['-c', `rm -rf ${quoted(disk)}/* ${quoted(disk)}/.[!.]*`]);
  const db = join(disk, 'journal.db');
  const env = {
    REL_DB: db,
    TMPDIR: disk,
    XDG_CACHE_HOME: join(disk, 'cache'),
    XDG_CONFIG_HOME: join(disk, 'config'),
  };
  // In blocks of 1024 bytes; SIGXFSZ would end it, which nobody gets on a disk that is full.
  const limit = mounted ? '' : `trap '' XFSZ; ulimit -f ${180 + random(60)}`;
  const sh = (line) => shell(place, line, { env, limit });
  const wrong = (what) => bad.push(`full disk: ${what}`);
  sh('rel add customer Acme');
  // In KiB; the first entry, which is kept twice, finds room.
  if (mounted) fill(disk, 160 + random(300));
  const notes = [];
  let refused = 0;
  for (let index = 0; index < 60 && refused < 3; index += 1) {
    const note = `note-${index}-${'x'.repeat(20_000 + random(10_000))}`;
    const { code, err, out } = sh(`rel log acme call ${note}`);
    if (code === 0) notes.push(note);
    else if (code === 3 || code === 4) {
      refused += 1;
      if (out !== '') wrong(`log printed ${out.slice(0, 100)} and failed`);
      if (!oneLine(err)) wrong(`log said ${err}`);
    } else wrong(`log: exit ${code}, ${err}`);
  }
  if (refused === 0) wrong('it never was');
  const lines = () => shell(place, 'rel export journal', { env: { REL_DB: db } }).out;
  const before = lines();
  if (mounted) fill(disk, 8);
  const big = join(place, 'big.jsonl');
  const line = (index) =>
    JSON.stringify({
      type: 'spoke',
      id: `b${index}`,
      customer: 'Acme',
      on: '2026-11-01',
      note: 'y'.repeat(900),
    });
  writeFileSync(big, Array.from({ length: 2000 }, (_, index) => `${line(index)}\n`).join(''));
  const fails = {
    [`rel import ${quoted(big)}`]: [3, 4],
    [`rel edit 1 note:${'z'.repeat(90_000)}`]: [3],
    [`rel export journal --output ${quoted(join(disk, 'out.jsonl'))}`]: [4],
    [`rel log acme call ${'w'.repeat(100_000)}`]: [3],
  };
  for (const [fails_, codes] of Object.entries(fails)) {
    const { code, err, out } = sh(fails_);
    const short = fails_.slice(0, 60);
    if (!codes.includes(code)) wrong(`${short}: exit ${code}, ${err}${out.slice(0, 100)}`);
    else if (!oneLine(err)) wrong(`${short}: ${err}`);
  }
  for (const reads of [
    'rel review',
    'rel list',
    'rel today',
    'rel show acme',
    'rel complete bash -- "rel show "',
  ]) {
    const { code, err } = sh(reads);
    if (code !== 0) wrong(`${reads}: exit ${code}, ${err}`);
  }
  // Small things may still fit; what they say decides.
  const [last = ''] = notes.splice(-1);
  const undone = sh('rel undo').code === 0;
  if (!undone || sh('rel redo').code === 0) notes.push(last);
  const set = sh('rel config set display.colour never');
  const config = join(disk, 'config/rel/config.toml');
  if (set.code !== 0 && existsSync(config) && statSync(config).size === 0)
    wrong('config set left an empty file');
  if (set.code === 0 && !readFileSync(config, 'utf8').includes('never'))
    wrong('config set acknowledged and not written');
  const backups = join(disk, 'journal-backups');
  const left = [
    ...readdirSync(disk).filter(
      (name) => !/^(journal\.db|journal-backups|filler-.*|cache|config)$/.test(name),
    ),
    ...(existsSync(backups) ? readdirSync(backups).filter((name) => !name.endsWith('.db')) : []),
  ];
  if (left.length > 0) wrong(`left behind: ${left.join(' ')}`);
  const after = lines();
  const count = (text) => text.split('\n').length;
  if (undone === false && count(after) !== count(before))
    wrong(`${count(before)} lines before, ${count(after)} after what failed`);
  for (const note of notes)
    if (!after.includes(note)) wrong(`${note.slice(0, 12)} was acknowledged and is not there`);
  const extra = (after.match(/"note-/g) ?? []).length - notes.length;
  if (extra !== 0) wrong(`${extra} entries that were not acknowledged`);
  // With room again, all goes on by itself.
  spawnSync('sh', ['-c', `rm -f ${quoted(disk)}/filler-*`]);
  const again = shell(place, 'rel log acme call room again', { env });
  if (again.code !== 0) wrong(`after there was room: ${again.err}`);
  return notes.length;
}

/** Leaves so many KiB. */
function fill(disk, free) {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(
    join(disk, `filler-${bavail}`),
    Buffer.alloc(Math.max(0, bavail * bsize - free * 1024)),
  );
}

/** What is wrong, and what to do: two short lines and no stack. */
const oneLine = (err) =>
  /^rel: .*no space left/m.test(err) && err.trimEnd().split('\n').length <= 2;
