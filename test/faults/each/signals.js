import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { noTerminal, startInTerminal } from '../in-terminal.js';
import { freshFolder, journalLines } from '../material.js';
import { buildReader } from '../reader.js';
import { ended, rel, startRel } from '../rel.js';

const LINES = 50_000;
/** What a shell says of a program that ended by this signal. */
const CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const CTRL_C = '\x03';
const LONGEST_MS = 1500;

/**
 * Ctrl-C, kill, and a closed terminal, in a long import, a long export, the conversation and the review: rel ends at
 * once, nothing is half stored, the exit code says what happened, and the terminal is as it was.
 */
export const fault = {
  missing: noTerminal,
  async run({ short, random, place }) {
    const reader = await buildReader(place);
    const lines = join(place, 'lines.jsonl');
    writeFileSync(lines, journalLines(LINES));
    const start = freshFolder(place, 'start');
    rel(place, ['log', 'Acme', '--new', ':dealbreaker'], dbIn(start));
    const table = { reader, random, place, lines, start, kept: reader.exported(inside(start)) };
    const sum = { cases: 0, interrupted: 0, longest: 0, bad: [] };
    for (let round = 0; round < (short ? 1 : 20); round += 1) {
      for (const signal of Object.keys(CODES)) note(sum, await interruptedImport(table, signal));
    }
    const book = freshFolder(place, 'book');
    rel(place, ['import', lines], dbIn(book));
    for (const signal of Object.keys(CODES)) {
      note(sum, await interruptedExport(place, book, signal));
      note(sum, await interruptedTalk(table, signal));
    }
    note(sum, await leftWithKeys(table, ['import', lines], undefined));
    note(sum, await leftWithKeys(table, ['log'], 'Who?'));
    note(sum, await leftWithKeys(table, ['review', '-i'], 'Acme'));
    return {
      figure:
        `${sum.bad.length} of ${sum.cases} interrupted programs went wrong ` +
        `(${sum.interrupted} signals came in the middle; the longest took ${Math.round(sum.longest)} ms to end)`,
      bad: sum.bad,
    };
  },
};

const inside = (folder) => join(folder, 'journal.db');
const dbIn = (folder) => ({ env: { REL_DB: inside(folder) } });

function note(sum, { took = 0, interrupted = true, problem }) {
  sum.cases += 1;
  if (interrupted) sum.interrupted += 1;
  sum.longest = Math.max(sum.longest, took);
  if (problem !== undefined) sum.bad.push(problem);
}

function copyOf({ place, start }) {
  const folder = freshFolder(place, 'run');
  cpSync(start, folder, { recursive: true });
  return folder;
}

async function interruptedImport(table, signal) {
  const { place, lines, random, reader, kept } = table;
  const folder = copyOf(table);
  const child = startRel(place, ['import', lines], dbIn(folder));
  const end = ended(child);
  // In half of the cases the import is writing already.
  if (random(2) === 0)
    while (!existsSync(`${inside(folder)}-journal`) && child.exitCode === null) await pause(2);
  await pause(random(LONGEST_MS));
  const { result, took } = await signalled(child, end, signal);
  if (result.code === 0) return { interrupted: false };
  if (!endedBy(result, signal)) return { took, problem: `import, ${signal}: ${told(result)}` };
  const isAsBefore = reader.exported(inside(folder)) === kept;
  return { took, problem: isAsBefore ? undefined : `import, ${signal}: a part of it was stored` };
}

/** Nobody reads what it prints. */
async function interruptedExport(place, book, signal) {
  const child = startRel(place, ['export', 'entries'], {
    ...dbIn(book),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const first = new Promise((resolve) => child.stdout.once('readable', resolve));
  const end = new Promise((resolve) =>
    child.on('exit', (code, by) => resolve({ code, signal: by, stdout: '', stderr: '' })),
  );
  await first;
  const { result, took } = await signalled(child, end, signal);
  child.stdout.destroy();
  const isRight = endedBy(result, signal);
  return { took, problem: isRight ? undefined : `export, ${signal}: ${told(result)}` };
}

async function signalled(child, end, signal) {
  const sent = performance.now();
  child.kill(signal);
  const result = await end;
  return { result, took: performance.now() - sent };
}

const endedBy = ({ code, signal }, wanted) => signal === wanted || code === CODES[wanted];
const told = ({ code, signal, stderr }) => `ended with ${signal ?? code}, ${stderr.trim()}`;

/** The conversation holds the terminal, key by key. */
async function interruptedTalk(table, signal) {
  const { place } = table;
  const folder = copyOf(table);
  mkdirSync(join(folder, 'notes'));
  const terminal = startInTerminal(place, join(folder, 'notes'), ['log'], dbIn(folder).env);
  await terminal.shows('Who?');
  const sent = performance.now();
  process.kill(terminal.pid(), signal);
  return afterTerminal(table, folder, terminal, {
    what: `log, ${signal}`,
    code: CODES[signal],
    sent,
  });
}

/** @param shows what is waited for before Ctrl-C is typed; where it is left out, the import is writing */
async function leftWithKeys(table, words, shows) {
  const { place } = table;
  const folder = copyOf(table);
  mkdirSync(join(folder, 'notes'));
  const terminal = startInTerminal(place, join(folder, 'notes'), words, dbIn(folder).env);
  if (shows === undefined) while (!existsSync(`${inside(folder)}-journal`)) await pause(2);
  else await terminal.shows(shows);
  const sent = performance.now();
  terminal.type(CTRL_C);
  return afterTerminal(table, folder, terminal, { what: `${words[0]}, Ctrl-C`, code: 130, sent });
}

async function afterTerminal({ reader, kept }, folder, terminal, { what, code, sent }) {
  const end = await terminal.end();
  const took = performance.now() - sent;
  if (end.code !== code) return { took, problem: `${what}: exit ${end.code}` };
  if (!end.restored) return { took, problem: `${what}: the terminal is not as it was` };
  const isAsBefore = reader.exported(inside(folder)) === kept;
  return { took, problem: isAsBefore ? undefined : `${what}: something was stored` };
}
