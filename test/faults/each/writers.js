import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder, journalLines } from '../material.js';
import { buildReader } from '../reader.js';
import { ended, environment, rel, relCommand, startRel } from '../rel.js';

/**
 * Many programs that log at once, the first of them on no journal at all, while others import, export and review: every
 * acknowledged entry is there once, a reader sees an import whole or not at all, and no lock is ever shown.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, place }) {
    const bad = [];
    const rounds = short
      ? [[5, 3]]
      : [
          [20, 25],
          [40, 25],
        ];
    const lines = join(place, 'lines.jsonl');
    const entries = short ? 3_000 : 20_000;
    writeFileSync(lines, journalLines(entries));
    let lost = 0;
    for (const [writers, each] of rounds) {
      const folder = freshFolder(place, `${writers}`);
      lost += await writersAt(place, folder, { writers, each, lines, entries }, bad);
    }
    const reader = await buildReader(place);
    await firstOnes(reader, place, short ? 8 : 20, bad);
    await pausedReader(place, bad);
    const sizes = rounds.map(([writers, each]) => `${writers} × ${each}`).join(' and ');
    return { figure: `${lost} of ${sizes} entries lost`, bad };
  },
};

const dbIn = (folder) => ({ env: { REL_DB: join(folder, 'journal.db') } });

/** @returns how many acknowledged entries are not there */
async function writersAt(place, folder, { writers, each, lines, entries }, bad) {
  const names = Array.from({ length: writers }, (_, number) => `w${number}`);
  rel(place, ['add', 'customer', 'Acme'], dbIn(folder));
  const writer = async (name) => {
    for (let entry = 1; entry <= each; entry += 1) {
      const words = ['log', 'acme', 'call', `${name}-${entry}`];
      expectQuiet(`${name}-${entry}`, await ended(startRel(place, words, dbIn(folder))), bad);
    }
  };
  let writing = true;
  const all = Promise.all(names.map(writer)).then(() => (writing = false));
  const importing = ended(startRel(place, ['import', lines], dbIn(folder)));
  const reading = (async () => {
    while (writing) {
      await readOnce(place, folder, entries, bad);
      const review = startRel(place, ['review', '--json', '--no-hangs-on'], dbIn(folder));
      expectQuiet('review', await ended(review), bad);
    }
  })();
  await all;
  await reading;
  expectQuiet('import', await importing, bad);
  const stored = rel(place, ['export', 'entries'], dbIn(folder)).stdout.match(/\bw\d+-\d+/g) ?? [];
  const lost = writers * each - new Set(stored).size;
  if (lost > 0) bad.push(`${lost} acknowledged entries are not there`);
  if (stored.length !== new Set(stored).size) bad.push('an entry is there twice');
  return lost;
}

/** What it reads of the import is all or nothing. */
async function readOnce(place, folder, entries, bad) {
  const read = await ended(startRel(place, ['export', 'entries'], dbIn(folder)));
  expectQuiet('export', read, bad);
  const imported = read.stdout.split('\n').filter((line) => line.includes(',Customer ')).length;
  if (imported !== 0 && imported !== entries)
    bad.push(`a reader saw ${imported} of ${entries} lines`);
}

/** To be told that another rel writes is right where it takes long. */
function expectQuiet(what, { code, signal, stderr }, bad) {
  const rest = stderr.replaceAll('rel: another rel is writing to the journal; waiting …\n', '');
  if (code !== 0 || /SQLITE|locked/.test(rest))
    bad.push(`${what}: exit ${signal ?? code}, ${rest}`);
}

/** All make the journal at once; it is made once. */
async function firstOnes(reader, place, count, bad) {
  const folder = freshFolder(place, 'first');
  const first = (_, number) =>
    ended(
      startRel(place, ['log', `First ${number}`, '--new', 'call', `f-${number}`], dbIn(folder)),
    );
  for (const end of await Promise.all(Array.from({ length: count }, first)))
    expectQuiet('one of the first', end, bad);
  const stored = rel(place, ['export', 'entries'], dbIn(folder)).stdout.match(/\bf-\d+/g) ?? [];
  if (stored.length !== count) bad.push(`${stored.length} of ${count} first entries are there`);
  bad.push(...reader.problems(join(folder, 'journal.db')));
}

/** A pager that nobody scrolls. */
async function pausedReader(place, bad) {
  const folder = freshFolder(place, 'paused');
  const lines = join(place, 'many.jsonl');
  writeFileSync(lines, journalLines(5_000));
  rel(place, ['import', lines], dbIn(folder));
  const pager = spawn(
    'sh',
    ['-c', `${relCommand} export entries | (read -r line; echo; sleep 60)`],
    {
      env: environment(place, dbIn(folder).env),
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    },
  );
  await new Promise((resolve) => pager.stdout.once('data', resolve));
  const words = ['log', 'Customer 1', 'call', 'meanwhile'];
  const written = await ended(startRel(place, words, dbIn(folder)));
  process.kill(-pager.pid, 'SIGKILL');
  expectQuiet('log beside a paused reader', written, bad);
  if (written.stderr.includes('waiting')) bad.push('a paused reader keeps others waiting');
}
