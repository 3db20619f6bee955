import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
const ROOM = 2 ** 30;
const NAME = 'rel-tests-';

/**
 * Before the first test: makes the folder that `tmpdir()` is for all tests of this run, in memory where that is possible.
 * None of them asks whether a disk keeps what it was given, and journals on a disk wait for it at every change.
 */
export default function setUp() {
  const asked = process.env.TMPDIR;
  process.env.TMPDIR = (asked === undefined && placeIn(IN_MEMORY)) || placeIn(tmpdir());
}

function placeIn(folder) {
  const place = join(folder, `${NAME}${process.pid}`);
  if (folder === IN_MEMORY && !hasRoom(folder)) return undefined;
  removeLeft(folder);
  mkdirSync(place, { mode: 0o700 });
  if (folder !== IN_MEMORY || runsPrograms(place)) return place;
  rmSync(place, { recursive: true });
  return undefined;
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/** What lies in memory may be mounted so that nothing in it can be run. */
function runsPrograms(place) {
  const program = join(place, 'runs');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o700 });
  return spawnSync(program).status === 0;
}

/** By runs that were interrupted. */
function removeLeft(folder) {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(NAME) ? Number(name.slice(NAME.length)) : NaN;
    if (pid !== process.pid && (Number.isNaN(pid) || isRunning(pid))) continue;
    try {
      rmSync(join(folder, name), { recursive: true });
    } catch {
      // Somebody else's.
    }
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch ({ code }) {
    return code !== 'ESRCH';
  }
}
