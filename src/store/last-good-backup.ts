import { type Backup, backupsOf } from './backups.ts';
import { Connection } from './connection.ts';
import { inspectJournal } from './journal-file.ts';
import { problemsOf } from './verify.ts';

/** So many of the newest are looked at: each has to be read as a whole. */
const MOST = 5;

/** What is wrong with a backup; empty where it can be put back. */
export function backupProblems(file: string): readonly string[] {
  try {
    const connection = new Connection(inspectJournal(file).file, { readonly: true });
    try {
      return problemsOf(connection);
    } finally {
      connection.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The newest backup of a journal that is sound. */
export function lastGoodBackup(journal: string): Backup | undefined {
  return backupsOf(journal)
    .slice(0, MOST)
    .find(({ file }) => backupProblems(file).length === 0);
}
