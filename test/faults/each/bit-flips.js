import { Buffer } from 'node:buffer';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBook } from '../book.js';
import { spoil } from '../damage.js';
import { relInside } from '../inside.js';

/** What every damaged file is asked; and one of the others in turn. */
const ALWAYS = [
  ['review', '--json'],
  ['export', 'journal'],
];
const IN_TURN = [
  ['list', '--json'],
  ['today', '--json'],
  ['review', '--json', '--as-of', '2025-06-01'],
  ['review', '--json', '--known', '2026-11-19'],
  ['promises', '--json'],
  ['search', 'drawings', '--json'],
  ['show', 'Customer', '2', '--json'],
  ['history', '--last', '3', '--json'],
  ['timeline', 'Customer', '3', '--json'],
  ['export', 'verdicts'],
  ['why', 'Customer', '4', '--json'],
];
const EXIT_DAMAGED = 3;

/** T6: one fault in the file, and each answer is the right one, or exit 3 that says where a good backup is. */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const rel = relInside();
    const whole = await makeBook(rel, place, { entries: 400, customers: 12, seed: random(1e6) });
    const sound = readFileSync(whole);
    const truth = new Map();
    for (const words of [...ALWAYS, ...IN_TURN]) {
      const { code, stdout } = await rel([...words, '--db', whole]);
      if (code !== 0) throw new Error(`${words.join(' ')} fails on a sound journal: ${code}`);
      truth.set(words, stdout);
    }
    const backup = join(place, 'spoilt-backups', '2026-11-19T180000-asked.db');
    mkdirSync(join(place, 'spoilt-backups'));
    copyFileSync(whole, backup);

    const [faults, bad] = [short ? 40 : 1_000, []];
    const counts = { right: 0, refused: 0, silent: 0, harmless: 0 };
    for (let nth = 0; nth < faults; nth += 1) {
      const bytes = Buffer.from(sound);
      const what = spoil(bytes, random);
      const db = join(place, 'spoilt.db');
      writeFileSync(db, bytes);
      const doctor = await rel(['doctor', '--db', db]);
      if (doctor.code !== 0 && doctor.code !== EXIT_DAMAGED)
        bad.push(`${what}: doctor ends with ${doctor.code}: ${doctor.stderr}`);
      if (doctor.code === 0) counts.harmless += 1;
      for (const words of [...ALWAYS, IN_TURN[nth % IN_TURN.length]]) {
        const { code, stdout, stderr } = await rel([...words, '--db', db]);
        const said = `${what}: ${words.join(' ')}`;
        if (code === 0 && stdout === truth.get(words)) counts.right += 1;
        else if (code === 0) {
          if (doctor.code === 0) counts.silent += 1;
          bad.push(`${said}: wrong, and doctor ${doctor.code === 0 ? 'is content' : 'knows'}`);
        } else if (code !== EXIT_DAMAGED) bad.push(`${said}: exit ${code}, ${stderr}`);
        else if (!isHelpful(stderr, backup)) bad.push(`${said}: no way out: ${stderr}`);
        else counts.refused += 1;
      }
      const logged = await rel([
        'log',
        'Customer',
        '6',
        'call',
        'after',
        'the',
        'fault',
        '--db',
        db,
      ]);
      if (logged.code !== 0 && logged.code !== EXIT_DAMAGED)
        bad.push(`${what}: log ends with ${logged.code}: ${logged.stderr}`);
    }
    const { right, refused, silent, harmless } = counts;
    return {
      figure: `${faults} faults (${harmless} harmless): ${right} answers right, ${refused} refused, ${bad.length} bad; wrong while doctor is content: ${silent}`,
      bad,
    };
  },
};

/** It names the good backup; where the header says that a newer rel wrote the file, a newer rel is the first thing to try. */
const isHelpful = (stderr, backup) =>
  stderr.includes(backup) || stderr.includes('was written by a newer rel');
