import { Buffer } from 'node:buffer';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBook } from '../book.js';
import { losePages } from '../damage.js';
import { relInside } from '../inside.js';

/** Of 2,000 entries, what is saved must be at least so many percent, with so many pages lost. */
const GOALS = [
  { pages: 1, least: 99 },
  { pages: 8, least: 95 },
];
const ENTRIES = 2_000;

/** T6: pages of a journal are lost, and the rest is saved: as it was written, and nothing that was deleted. */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const rel = relInside();
    const whole = await makeBook(rel, place, {
      entries: ENTRIES,
      customers: 40,
      seed: random(1e6),
    });
    for (let seq = 20; seq < ENTRIES; seq += 60)
      await rel(['delete', String(seq), '--yes', '--db', whole]);
    const sound = readFileSync(whole);
    const written = await entriesOf(rel, whole);
    const bad = [];
    const figures = [];
    for (const { pages, least } of GOALS) {
      let [worst, sum] = [100, 0];
      const times = short ? 4 : 100;
      for (let nth = 0; nth < times; nth += 1) {
        const share = await saveOnce(rel, place, { sound, written, pages, random }, bad);
        worst = Math.min(worst, share);
        sum += share;
        if (share < least) bad.push(`${pages} pages lost: only ${share.toFixed(2)} % saved`);
      }
      const mean = (sum / times).toFixed(2);
      figures.push(
        `${pages} lost of ${sound.length / 4096} pages, ${times} times: ${mean} % saved, at the least ${worst.toFixed(2)} %`,
      );
    }
    return { figure: figures.join('; '), bad };
  },
};

async function saveOnce(rel, place, { sound, written, pages, random }, bad) {
  const [db, out] = [join(place, 'damaged.db'), join(place, 'saved.db')];
  const bytes = Buffer.from(sound);
  const what = losePages(bytes, pages, random);
  writeFileSync(db, bytes);
  rmSync(out, { force: true });
  const { code, stderr } = await rel(['doctor', '--salvage', out, '--db', db]);
  if (code !== 0) {
    bad.push(`${what}: exit ${code}, ${stderr}`);
    return 0;
  }
  if (!readFileSync(db).equals(bytes)) bad.push(`${what}: the damaged journal was changed`);
  for (const words of [['doctor'], ['review'], ['history'], ['review', '--known', '2025-06-01']]) {
    const ended = await rel([...words, '--db', out]);
    if (ended.code !== 0)
      bad.push(`${what}: ${words.join(' ')}: exit ${ended.code}, ${ended.stderr}`);
  }
  const saved = await entriesOf(rel, out);
  let right = 0;
  for (const [id, line] of saved) {
    if (!written.has(id)) bad.push(`${what}: ${line} was deleted, and is back`);
    else if (written.get(id) === line) right += 1;
    else bad.push(`${what}: ${line} was ${written.get(id)}`);
  }
  return (right / written.size) * 100;
}

/** The lines of the entries by their ids. */
async function entriesOf(rel, db) {
  const { stdout } = await rel(['export', 'journal', '--db', db]);
  const lines = stdout.trim().split('\n');
  return new Map(
    lines
      .map((line) => [JSON.parse(line), line])
      .filter(isEntry)
      .map(([{ id }, line]) => [id, line]),
  );
}

const isEntry = ([{ type }]) => !['settings', 'customer', 'person'].includes(type);
