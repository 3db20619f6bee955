import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeIfThere } from './remove-if-there.ts';

const DRAFT = /^\.new-[0-9a-f]{12}$/;

/**
 * Removes the second name of a journal that its maker was killed over: kept, it would hold what is later erased.
 * @param journal its file, links followed
 */
export function removeLeftDraft(journal: string): void {
  try {
    const found = lstatSync(journal);
    if (found.nlink > 1) removeOtherNames(journal, found);
  } catch {
    // Where nothing can be removed the journal can still be read.
  }
}

function removeOtherNames(journal: string, { dev, ino }: Stats): void {
  const folder = dirname(journal);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(journal))) continue;
    if (!DRAFT.test(name.slice(basename(journal).length))) continue;
    const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.ino === ino && found.dev === dev) removeIfThere(join(folder, name));
  }
}
