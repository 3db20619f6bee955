import { spawn, spawnSync } from 'node:child_process';
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

/** Runs rel to its end. @returns its `status`, `signal`, `stdout` and `stderr` */
export const rel = (place, words, { env = {}, input = '' } = {}) =>
  spawnSync(process.execPath, [program, ...words], {
    env: environment(place, env),
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });

/** Starts rel and does not wait. @returns the child process */
export const startRel = (place, words, { env = {}, stdio = ['ignore', 'pipe', 'pipe'] } = {}) =>
  spawn(process.execPath, [program, ...words], { env: environment(place, env), stdio });
