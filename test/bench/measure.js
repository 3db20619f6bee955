import { spawnSync } from 'node:child_process';
import { quantile } from './table.js';

// Node would parse the extra certificates at every start, which would make bare Node three times as slow.
const TERMINAL = { TERM: 'xterm-256color', LANG: 'C.UTF-8' };
const UNSET = { NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

/** Runs a command to its end; its failure ends the bench, as a number of a failed command says nothing. */
export function run([command, ...words], { env = {}, input } = {}) {
  const ended = spawnSync(command, words, {
    env: { ...process.env, ...UNSET, ...env },
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status !== 0) throw new Error(`${command} ${words.join(' ')}\n${ended.stderr}`);
  return ended;
}

/** Whether there is such a program here. */
export const isInstalled = (command) =>
  spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** All that a command prints, on a terminal of its own where it asks for one. Else its answer goes nowhere. */
function printedBy([command, ...words], { env, onTerminal = false }) {
  if (!onTerminal) return run([command, ...words], { env }).stderr;
  const quoted = [command, ...words].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  return run(['script', '-qefc', quoted, '/dev/null'], { env: { ...env, ...TERMINAL } }).stdout;
}

/** Milliseconds: user and system time, and on the wall. Node does not tell what its children cost; bash does. */
export function timed(side) {
  side.before?.();
  const script = `TIMEFORMAT="%3R %3U %3S"; time "$@"${side.onTerminal ? '' : ' >/dev/null'}`;
  const told = printedBy(['bash', '-c', script, 'time', ...side.words], side);
  const [wall, user, system] = told.trim().split('\n').at(-1).replaceAll(',', '.').split(' ');
  return { wall: Number(wall) * 1000, cpu: (Number(user) + Number(system)) * 1000 };
}

/** The most memory that a command ever held, in MB. */
export function memoryOf({ words, env, before }) {
  before?.();
  const script = '/usr/bin/time -f %M "$@" >/dev/null';
  const { stderr } = run(['bash', '-c', script, 'memory', ...words], { env });
  return Number(stderr.trim().split('\n').at(-1)) / 1024;
}

/** Millions. */
export function instructionsOf(side) {
  side.before?.();
  const tool = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
  const told = printedBy(['valgrind', ...tool, ...side.words], side);
  return Number(/I\s+refs:\s+([\d,]+)/.exec(told)?.[1]?.replaceAll(',', '')) / 1e6;
}

/**
 * Both sides in turns, in changing order, until there are enough pairs or the time is up; the median of each side and
 * the ratio of every pair, own to beside, or beside to own where the row compares rates.
 */
export function measured({ own, beside, by, atLeast }, { pairs, seconds }) {
  if (by === 'size') return { own, beside, ratios: [own / beside] };
  const look = by === 'memory' ? memoryOf : (side) => timed(side)[by];
  const [owns, besides] = [[], []];
  const end = process.hrtime.bigint() + BigInt(seconds) * 1_000_000_000n;
  const least = Math.min(pairs, 5);
  look(own); // once for the file caches
  while (owns.length < pairs && (owns.length < least || process.hrtime.bigint() < end)) {
    const turns = [() => besides.push(look(beside)), () => owns.push(look(own))];
    for (const turn of owns.length % 2 === 0 ? turns : turns.reverse()) turn();
  }
  const ratios = owns.map((each, pair) =>
    atLeast === true ? besides[pair] / each : each / besides[pair],
  );
  return { own: quantile(owns, 0.5), beside: quantile(besides, 0.5), ratios };
}
