import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { seededJournal } from '../bench/seeded-journal.js';

/** A journal to import, with so many entries; always the same. */
export const journalLines = (entries) => [...seededJournal(entries, 10, 7)].join('');

/** An empty folder of that name. */
export function freshFolder(place, name) {
  const folder = join(place, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}
