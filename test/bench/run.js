// npm run bench: what a command costs, as a multiple of what Node costs by doing nothing.
//   node test/bench/run.js [--pairs 40] [--touchpoints 1000] [--seed 1] [--instructions]
// Only ratios are worth comparing, and only those of one run: both sides take turns on the same machine.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededJournal, TODAY } from './seeded-journal.js';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '40' },
    touchpoints: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    instructions: { type: 'boolean', default: false },
  },
});
const pairs = Number(values.pairs);
const touchpoints = Number(values.touchpoints);

const rel = join(import.meta.dirname, '../../bin/rel.js');
const place = mkdtempSync(join(tmpdir(), 'rel-bench-'));
const empty = join(place, 'empty.cjs');
const journal = join(place, 'journal.db');
// Node would parse the extra certificates at every start, which would make bare Node three times as slow.
const unset = { NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };
const env = { ...process.env, ...unset, REL_TODAY: TODAY, REL_DB: journal };

const ROWS = [
  { name: 'rel --version', words: [rel, '--version'] },
  { name: 'rel log', words: [rel, 'log', 'Customer 7', '--', 'talked about the fair'] },
  { name: 'rel review', words: [rel, 'review'] },
];

try {
  writeFileSync(empty, '');
  const lines = join(place, 'journal.jsonl');
  writeFileSync(lines, seededJournal(touchpoints, Number(values.seed)));
  run(process.execPath, [rel, 'import', lines]);
  console.log(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} cores; ${touchpoints} touchpoints`,
  );
  console.log(values.instructions ? countInstructions() : timeCpu());
} finally {
  rmSync(place, { recursive: true });
}

/** User and system time, each command right after bare Node or right before it. */
function timeCpu() {
  for (const { words } of ROWS) cpu(words); // once for the file caches
  const measured = ROWS.map((row) => ({ ...row, bare: [], own: [] }));
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const { bare, own, words } of measured) {
      const turns = [() => bare.push(cpu([empty])), () => own.push(cpu(words))];
      for (const turn of pair % 2 === 0 ? turns : turns.reverse()) turn();
    }
  }
  const rows = measured.map(({ name, bare, own }) => {
    const ratios = own.map((each, pair) => each / bare[pair]);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
    const ms = (times) => quantile(times, 0.5).toFixed(0);
    return [name, ms(bare), ms(own), middle, `${low} to ${high}`];
  });
  const head = ['command', 'bare node, ms', 'ms', 'ratio', 'middle half'];
  return `CPU time (user and system), median of ${pairs} pairs\n${table([head, ...rows])}`;
}

/** Repeatable to a few per cent, on a noisy machine too; needs valgrind. */
function countInstructions() {
  const tool = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
  const counted = (words) => {
    const counts = [1, 2, 3].map(() => {
      const { stderr } = run('valgrind', [...tool, process.execPath, ...words]);
      return Number(/I\s+refs:\s+([\d,]+)/.exec(stderr)?.[1]?.replaceAll(',', '')) / 1e6;
    });
    return quantile(counts, 0.5);
  };
  const bare = counted([empty]);
  const rows = ROWS.map(({ name, words }) => {
    const own = counted(words);
    return [name, bare.toFixed(0), own.toFixed(0), (own / bare).toFixed(2)];
  });
  const head = ['command', 'bare node, million', 'million', 'ratio'];
  return `Instructions, median of 3\n${table([head, ...rows])}`;
}

/**
 * Milliseconds of user and system time of one Node process. Node does not tell what its children
 * cost; bash does, in milliseconds, wherever there is a bash.
 */
function cpu(words) {
  const { stderr } = run('bash', [
    '-c',
    'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null',
    'time',
    process.execPath,
    ...words,
  ]);
  const [user, system] = stderr.trim().split('\n').at(-1).replaceAll(',', '.').split(' ');
  return (Number(user) + Number(system)) * 1000;
}

function run(command, words) {
  const ended = spawnSync(command, words, { env, encoding: 'utf8' });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status !== 0) throw new Error(`${command} ${words.join(' ')}\n${ended.stderr}`);
  return ended;
}

function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

function table(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const [head, ...rest] = rows;
  return [head, head.map(() => '---'), ...rest].map(line).join('\n');
}
