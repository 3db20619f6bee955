import { formatDay } from '../journal/days.ts';
import { basename } from 'node:path';
import type { Backup } from '../store/backups.ts';
import type { Difference, NamedEntry } from '../store/journal-difference.ts';
import type { Contents, Looked } from '../store/sound-backup.ts';

/** What a journal or a backup holds; nulls where it cannot be read. */
export const contentsJson = (contents: Contents | undefined) => ({
  entries: contents?.entries ?? null,
  customers: contents?.customers ?? null,
  lastEntry: contents?.lastDay === undefined ? null : formatDay(contents.lastDay),
});

export const lookedJson = ({ contents, problem }: Looked) => ({
  ...contentsJson(contents),
  sound: problem === undefined,
  problem: problem ?? null,
});

/** What `rel restore` takes. */
export const nameOf = ({ file }: Pick<Backup, 'file'>): string => basename(file, '.db');

export const backupJson = (backup: Backup, looked: Looked) => ({
  name: nameOf(backup),
  file: backup.file,
  made: backup.made,
  occasion: backup.occasion,
  bytes: backup.bytes,
  ...lookedJson(looked),
});

const entryJson = ({ number, day }: NamedEntry) => ({ number, date: formatDay(day) });

export const differenceJson = ({ missing, back, corrected, customers }: Difference) => ({
  missing: missing.map(entryJson),
  back: back.map(entryJson),
  corrected,
  customers,
});
