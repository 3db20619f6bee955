import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { rel, startRel } from '../rel.js';

const EARLIER = { REL_TODAY: '2026-11-10' };
const RESTORE = ['restore', '2026-11-10', '--yes'];

/**
 * kill -9 of `rel restore` at a random moment, where the journal is whole, damaged or gone, and where another program
 * logs meanwhile: afterwards the old journal is there or the new one, and what was acknowledged is in it or in the file
 * that was kept.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const rounds = short ? 16 : 200;
    const model = join(place, 'model');
    rel(model, ['log', 'acme', '--new', 'call', 'entry-1'], { env: EARLIER });
    rel(model, ['log', 'acme', 'call', 'entry-2']);
    const lasts = await lastingOf(model, place);
    const bad = [];
    let replaced = 0;
    for (let round = 0; round < rounds; round += 1) {
      const home = join(place, `round-${round}`);
      cpSync(model, home, { recursive: true });
      const kind = ['whole', 'busy', 'damaged', 'gone'][round % 4];
      const found = await killed(home, kind, random, lasts);
      if (found.isReplaced) replaced += 1;
      bad.push(...found.bad.map((line) => `round ${round} (${kind}): ${line}`));
      rmSync(home, { recursive: true });
    }
    if (replaced === 0 || replaced === rounds)
      bad.push(`${replaced} of ${rounds} were replaced: no proof`);
    return {
      figure: `${bad.length} bad in ${rounds} kills, ${replaced} of them after the exchange`,
      bad,
    };
  },
};

/** How long a restore takes here, in milliseconds. */
async function lastingOf(model, place) {
  const home = join(place, 'measured');
  cpSync(model, home, { recursive: true });
  const began = performance.now();
  const { code, stderr } = await ended(startRel(home, RESTORE));
  if (code !== 0) throw new Error(stderr);
  return performance.now() - began;
}

async function killed(home, kind, random, lasts) {
  const journal = join(home, 'journal.db');
  if (kind === 'damaged') truncateSync(journal, 9_000);
  if (kind === 'gone') rmSync(journal);
  const before = bytesOf(journal);
  const restoring = startRel(home, RESTORE);
  const restored = ended(restoring);
  const logging = kind === 'busy' ? log(home, random(lasts)) : Promise.resolve([]);
  // The exchange comes late: half of the kills are aimed at the last third.
  await pause(random(2) === 0 ? random(lasts * 1.1) : lasts * 0.7 + random(lasts * 0.4));
  restoring.kill('SIGKILL');
  await restored;
  const told = await logging;
  const kept = keptIn(home).map((name) => join(home, 'journal-backups', name));
  const now = notesIn(home, journal);
  const isReplaced = now !== undefined && !now.includes('entry-2');
  return { isReplaced, bad: [...wrong(home, kind, { before, told, kept, now, isReplaced })] };
}

function* wrong(home, kind, { before, told, kept, now, isReplaced }) {
  const journal = join(home, 'journal.db');
  const isUsable = kind === 'whole' || kind === 'busy';
  const isOld = isUsable ? now?.includes('entry-2') === true : same(bytesOf(journal), before);
  if (!isOld && !isReplaced) yield 'the journal is neither the old one nor the new one';
  if (isReplaced && !now.includes('entry-1')) yield 'the new journal is not that of the backup';
  const isKept = isUsable
    ? kept.some((file) => notesIn(home, file)?.includes('entry-2'))
    : kind === 'gone' || kept.some((file) => same(bytesOf(file), before));
  if (isReplaced && !isKept) yield 'the old journal was not kept';
  for (const note of told) {
    const files = [journal, ...kept];
    if (!files.some((file) => notesIn(home, file)?.includes(note)))
      yield `${note} was acknowledged and is lost`;
  }
  if (now === undefined) return;
  const { status, stderr } = rel(home, ['log', 'acme', 'call', 'entry-4']);
  if (status !== 0 || stderr !== '') yield `the next command: exit ${status}, ${stderr}`;
  const { backups } = JSON.parse(rel(home, ['restore', '--json']).stdout);
  const halves = backups.filter(({ sound, occasion }) => !sound && occasion !== 'restore');
  if (halves.length > 0) yield `${halves.length} backups are not sound`;
}

const same = (one, other) =>
  one === undefined || other === undefined ? one === other : one.equals(other);

/** Logs after a while, and gives what was acknowledged. */
async function log(home, delay) {
  const told = [];
  await pause(delay);
  for (const note of ['entry-3a', 'entry-3b']) {
    const { code } = await ended(startRel(home, ['log', 'acme', 'call', note]));
    if (code === 0) told.push(note);
  }
  return told;
}

/** The notes of a journal; undefined where it cannot be used. */
function notesIn(home, file) {
  if (!existsSync(file)) return undefined;
  const { status, stdout } = rel(home, ['export', 'entries', '--db', file]);
  return status === 0 ? (stdout.match(/entry-\w+/g) ?? []) : undefined;
}

const bytesOf = (file) => (existsSync(file) ? readFileSync(file) : undefined);

const keptIn = (home) =>
  readdirSync(join(home, 'journal-backups')).filter((name) => name.endsWith('-restore.db'));

const ended = (child) =>
  new Promise((resolve) => {
    let stderr = '';
    child.stderr.on('data', (piece) => (stderr += piece));
    child.stdout.resume();
    child.on('close', (code, signal) => resolve({ code: code ?? signal, stderr }));
  });
