import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const HEAD_BYTES = 21;

/** Why nothing can be recorded on this machine; undefined where it can. */
export function noRecorder() {
  if (process.platform !== 'linux') return 'only on Linux';
  return spawnSync('gcc', ['--version']).status === 0 ? undefined : 'gcc is not installed';
}

/** Compiles what is preloaded into rel. @returns its file */
export function buildRecorder(place) {
  const library = join(place, 'recorder.so');
  const source = join(import.meta.dirname, 'recorder.c');
  const built = spawnSync(
    'gcc',
    ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'],
    { encoding: 'utf8' },
  );
  if (built.status !== 0) throw new Error(`gcc: ${built.stderr}`);
  return library;
}

/**
 * The environment in which rel is recorded.
 * @param root changes below this folder count
 * @param log the file that takes the events
 * @param noSync the disk lies: what is said to be on it is not
 * @param killAt rel dies just before its change of that number
 * @param failAt its change of that number fails with `error`, a number; with `failOn`, so do all later ones
 */
export const recorded = (
  library,
  root,
  { log, noSync = false, killAt, failAt, failOn = false, error } = {},
) => ({
  LD_PRELOAD: library,
  RECORD_ROOT: realpathSync(root),
  ...(log !== undefined && { RECORD_LOG: log }),
  ...(noSync && { RECORD_NO_SYNC: '1' }),
  ...(killAt !== undefined && { RECORD_KILL_AT: String(killAt) }),
  ...(failAt !== undefined && { RECORD_FAIL_AT: String(failAt) }),
  ...(failOn && { RECORD_FAIL_ON: '1' }),
  ...(error !== undefined && { RECORD_FAILS: String(error) }),
});

/**
 * What was recorded, in order: `create`, `write`, `truncate`, `sync` with the file's `number`; `syncFolder`, `link`,
 * `rename`, `remove`, `makeFolder` with their `paths`; `answer` where something was printed.
 */
export function eventsIn(log) {
  const bytes = readFileSync(log);
  const events = [];
  for (let start = 0; start < bytes.length;) {
    const length = bytes.readUInt32LE(start + 17);
    const rest = bytes.subarray(start + HEAD_BYTES, start + HEAD_BYTES + length);
    const kind = KINDS[String.fromCharCode(bytes[start])];
    events.push({
      kind,
      number: bytes.readBigUInt64LE(start + 1),
      at: Number(bytes.readBigUInt64LE(start + 9)),
      bytes: rest,
      paths: NAMED.has(kind) ? rest.toString().split('\0') : [],
    });
    start += HEAD_BYTES + length;
  }
  return events;
}

const KINDS = {
  C: 'create',
  W: 'write',
  T: 'truncate',
  S: 'sync',
  F: 'syncFolder',
  L: 'link',
  R: 'rename',
  U: 'remove',
  D: 'makeFolder',
  O: 'answer',
};

const NAMED = new Set(['create', 'syncFolder', 'link', 'rename', 'remove', 'makeFolder']);
