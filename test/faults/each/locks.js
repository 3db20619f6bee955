import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { freshFolder } from '../material.js';
import { buildReader } from '../reader.js';
import { ended, rel, startRel } from '../rel.js';

const WAITING = 'waiting …';

/**
 * Another program holds the journal: for three seconds, after which rel goes on and has said why it waits; and longer
 * than rel waits, when it says so and stores nothing.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, place }) {
    const reader = await buildReader(place);
    const cases = [
      ['log', 3_000],
      ['export', 3_000],
      ...(short
        ? []
        : [
            ['log', 40_000],
            ['export', 40_000],
          ]),
    ];
    const ends = await Promise.all(
      cases.map(([command, held]) => lockedFor(reader, place, command, held)),
    );
    const bad = ends.flat();
    return {
      figure: `${bad.length} of ${cases.length} waits for another program's lock went wrong`,
      bad,
    };
  },
};

async function lockedFor(reader, place, command, held) {
  const folder = freshFolder(place, `${command} ${held}`);
  const journal = join(folder, 'journal.db');
  const options = { env: { REL_DB: journal } };
  rel(place, ['add', 'customer', 'Acme'], options);
  const before = reader.exported(journal);
  const words = command === 'log' ? ['log', 'acme', 'call', 'late'] : ['export', 'journal'];
  const release = reader.hold(journal);
  const start = performance.now();
  const end = ended(startRel(place, words, options));
  // Whichever comes first: the end of the lock, or of rel's patience.
  await Promise.race([pause(held), end]);
  const took = performance.now() - start;
  release();
  const { code, stderr } = await end;
  const problem = held < 30_000 ? wentOn(code, stderr) : gaveUp(code, stderr, took);
  const after = reader.exported(journal);
  const isRight = (after === before) === (command === 'export' || code !== 0);
  return [
    ...(problem === undefined ? [] : [`${words.join(' ')}, held for ${held} ms: ${problem}`]),
    ...(isRight ? [] : [`${words.join(' ')}: exit ${code}, and the journal says otherwise`]),
  ];
}

function wentOn(code, stderr) {
  if (code !== 0) return `exit ${code}, ${stderr}`;
  return stderr.includes(WAITING) ? undefined : `nobody was told: ${stderr}`;
}

function gaveUp(code, stderr, took) {
  if (took < 29_000) return `gave up after ${Math.round(took)} ms`;
  if (code !== 3 || /SQLITE/.test(stderr)) return `exit ${code}, ${stderr}`;
  return stderr.includes('is locked by another program') ? undefined : stderr;
}
