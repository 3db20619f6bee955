// npm run bench: what rel costs beside other programs that do the same work. docs/performance.md says how to read it.
//   node test/bench/run.js [--quick] [--rows log,review] [--pairs 40] [--seconds 60] [--seed 1] [--keep FOLDER]
//                          [--instructions]
//   node test/bench/run.js --customers [--pairs 5] …: how the cost grows with customers, in a table of its own
// Only ratios are worth comparing, and only those of one run: both sides take turns on the same machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goals } from './goals.js';
import { growth } from './growth.js';
import { instructionsOf, measured } from './measure.js';
import { stage } from './stage.js';
import { markdown, rounded, rowOf, spread } from './table.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rows: { type: 'string', default: '' },
    pairs: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    instructions: { type: 'boolean', default: false },
    customers: { type: 'boolean', default: false },
  },
});

const LARGEST_QUICK = 10_000;

const place = values.keep ?? mkdtempSync(join(tmpdir(), 'rel-bench-'));
mkdirSync(place, { recursive: true });
try {
  const props = stage(place, Number(values.seed));
  const wanted = values.rows === '' ? [] : values.rows.split(',');
  const [{ model }] = cpus();
  const cores = `${availableParallelism()} cores`;
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}, ${cores}, ${model}\n`);
  if (values.customers) GROWTH(props, wanted);
  else GOALS(props, wanted);
} finally {
  if (values.keep === undefined) rmSync(place, { recursive: true });
}

// Each row is told as soon as it is known: the whole run takes an hour.
function GOALS(props, wanted) {
  const [head, bodyOf] = values.instructions ? INSTRUCTIONS() : TIMES();
  console.log(markdown([head]));
  for (const row of goals(props)) {
    const { name, entries } = row;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    if (values.quick && entries > LARGEST_QUICK) continue;
    const cells = bodyOf(row);
    if (cells !== undefined) console.log(rowOf(head, cells));
  }
}

function GROWTH(props, wanted) {
  let head;
  for (const cells of growth(props, {
    unit: values.instructions ? 'instructions' : 'cpu',
    rounds: Number(values.pairs),
    most: values.quick ? LARGEST_QUICK : Infinity,
    wanted,
  })) {
    console.log(head === undefined ? markdown([cells]) : rowOf(head, cells));
    head ??= cells;
  }
}

function TIMES() {
  const limits = { pairs: Number(values.pairs), seconds: Number(values.seconds) };
  const head = ['measure', 'rel', 'beside', 'ratio', 'middle half', 'pairs', 'must', 'aim', ''];
  return [
    head,
    (row) => {
      if (row.missing !== undefined) return [row.name, `left out: ${row.missing}`];
      const { own, beside, ratios } = measured(row, limits);
      const ratio = spread(ratios);
      const met = (goal) => (row.atLeast ? ratio.middle >= goal : ratio.middle <= goal);
      const verdict = met(row.aim) ? 'aim' : met(row.must) ? 'must' : 'no';
      const sign = row.atLeast ? '≥' : '≤';
      return [
        row.name,
        `${rounded(own)} ${row.unit}`,
        `${rounded(beside)} ${row.unit}`,
        ratio.middle.toFixed(2),
        ratios.length > 1 ? `${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}` : '',
        String(ratios.length),
        `${sign} ${row.must}`,
        `${sign} ${row.aim}`,
        verdict,
      ];
    },
  ];
}

/** Repeatable to a few per cent, on a noisy machine too; needs valgrind, and takes fifty times as long. */
function INSTRUCTIONS() {
  return [
    ['command', 'bare node, million', 'million', 'ratio'],
    (row) => {
      if (row.missing !== undefined || row.words === undefined) return undefined;
      const [own, bare] = [instructionsOf(row.words), instructionsOf(row.bare)];
      return [row.name, bare.toFixed(0), own.toFixed(0), (own / bare).toFixed(2)];
    },
  ];
}
