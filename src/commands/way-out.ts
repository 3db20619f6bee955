import { JournalLost } from '../store/failures.ts';
import { lastGoodBackup } from '../store/sound-backup.ts';
import { quoted } from '../store/permissions.ts';

/**
 * What to type next after this failure, where that depends on what lies beside the journal: the last good backup by its
 * path, else how to save what can be saved. Undefined for every other failure.
 * @param words what was typed after `rel`
 */
export function wayOut(error: unknown, words: readonly string[]): string | undefined {
  if (!(error instanceof JournalLost) || error.file === undefined) return undefined;
  const backup = goodBackup(error.file);
  if (backup === undefined && !error.message.includes('damaged')) return undefined;
  return helpWith(error.file, backup, words);
}

/** @param backup the last good one, where there is any */
export function helpWith(
  journal: string,
  backup: string | undefined,
  words: readonly string[],
): string {
  const same = sameJournal(words);
  if (backup !== undefined)
    return `the last good backup: ${backup}; put it back with: rel restore latest${same}`;
  const saved = quoted(savedName(journal));
  return `there is no good backup; save what can be saved: rel doctor --salvage ${saved}${same}`;
}

/** Where what can be saved of a damaged journal would go. */
export const savedName = (journal: string): string => `${journal.replace(/\.db$/, '')}-saved.db`;

function goodBackup(journal: string): string | undefined {
  try {
    return lastGoodBackup(journal)?.file;
  } catch {
    // The failure that led here counts for more than one of its backups.
    return undefined;
  }
}

/** The option that named the journal, to be typed again: without it the next command would mean another one. */
export function sameJournal(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '--db' || word.startsWith('--db='));
  const word = words[at];
  if (word === undefined) return '';
  const file = word === '--db' ? words[at + 1] : word.slice('--db='.length);
  return file === undefined ? '' : ` --db ${quoted(file)}`;
}
