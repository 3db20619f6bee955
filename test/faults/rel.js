import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export const program = join(import.meta.dirname, '../../bin/rel.js');

/** The environment of every rel that is started here: nothing of the user's is read or written. */
export const environment = (place, more = {}) => ({
  PATH: process.env.PATH,
  HOME: place,
  XDG_CACHE_HOME: join(place, 'cache'),
  XDG_CONFIG_HOME: join(place, 'config'),
  REL_DB: join(place, 'journal.db'),
  REL_TODAY: '2026-11-20',
  TZ: 'UTC',
  ...more,
});

/** The words that start this rel, for a shell. */
export const relCommand = `${process.execPath} ${program}`;

/** The names of the commands that this rel has. */
export const commandsOf = (place) =>
  new Set(
    rel(place, ['--help'])
      .stdout.split('All commands:')[1]
      .match(/[a-z]+/g),
  );

/** Runs rel to its end. @returns its `status`, `signal`, `stdout` and `stderr` */
export const rel = (place, words, { env = {}, input = '' } = {}) => {
  mkdirSync(place, { recursive: true });
  return spawnSync(process.execPath, [program, ...words], {
    cwd: place,
    env: environment(place, env),
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
};

/** Starts rel and does not wait. @returns the child process */
export const startRel = (
  place,
  words,
  { env = {}, stdio = ['ignore', 'pipe', 'pipe'], cwd } = {},
) => spawn(process.execPath, [program, ...words], { env: environment(place, env), stdio, cwd });

/** Waits for the end of a child process. @returns its `code`, the `signal` it died of, its `stdout` and `stderr` */
export const ended = (child) =>
  new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (piece) => (stdout += piece));
    child.stderr?.on('data', (piece) => (stderr += piece));
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
