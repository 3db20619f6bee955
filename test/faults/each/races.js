import { cpSync, existsSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { freshFolder } from '../material.js';
import { buildReader } from '../reader.js';
import { ended, rel, startRel } from '../rel.js';

const OVERTIME = 1.1;

/** What somebody does to the journal while rel works with it. */
const MISCHIEF = {
  moved: (journal) => renameSync(journal, `${journal}.moved`),
  replaced: (journal) => renameSync(`${journal}.other`, journal),
  linked: (journal) => {
    renameSync(journal, `${journal}.moved`);
    symlinkSync(`${journal}.moved`, journal);
  },
  removed: (journal) => rmSync(join(journal, '..'), { recursive: true, force: true }),
};

/**
 * The journal is moved, replaced, linked or removed between any two steps of rel: an acknowledged entry is in one of
 * the files that are left, no file is damaged, and what could not be done is said in a line.
 */
export const fault = {
  missing: () => undefined,
  async run({ short, random, place }) {
    const reader = await buildReader(place);
    const template = freshFolder(place, 'template');
    const start = performance.now();
    rel(place, ['add', 'customer', 'Acme'], { env: { REL_DB: join(template, 'journal.db') } });
    const duration = performance.now() - start;
    cpSync(join(template, 'journal.db'), join(template, 'journal.db.other'));
    const bad = [];
    const count = short ? 20 : 200;
    for (let race = 0; race < count; race += 1) {
      const [what, act] = Object.entries(MISCHIEF)[race % 4];
      const after = random(Math.ceil(duration * OVERTIME));
      const problem = await raced(reader, place, template, { what, act, after, random });
      if (problem !== undefined) bad.push(`${what} after ${after} ms: ${problem}`);
    }
    return {
      figure: `${bad.length} of ${count} journals that were moved away lost something`,
      bad,
    };
  },
};

async function raced(reader, place, template, { what, act, after }) {
  const folder = freshFolder(place, 'raced');
  cpSync(template, folder, { recursive: true });
  const journal = join(folder, 'journal.db');
  const words = ['log', 'Acme', '--new', 'call', 'acknowledged'];
  const end = ended(startRel(place, words, { env: { REL_DB: journal } }));
  await pause(after);
  act(journal);
  const { code, stderr } = await end;
  if (![0, 2, 3].includes(code)) return `exit ${code}, ${stderr.slice(0, 300)}`;
  const files = existsSync(folder) ? readdirSync(folder).filter(isJournal) : [];
  for (const file of files) {
    const [problem] = reader.problems(join(folder, file));
    if (problem !== undefined) return `${file}: ${problem}`;
  }
  if (code !== 0 || what === 'removed' || what === 'replaced') return undefined;
  const isThere = files.some((file) =>
    reader.exported(join(folder, file)).includes('acknowledged'),
  );
  return isThere ? undefined : 'an acknowledged entry is nowhere';
}

const isJournal = (name) => /^journal\.db(\.moved|\.other)?$/.test(name);
