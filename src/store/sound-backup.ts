import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { type Backup, backupsOf } from './backups.ts';
import { Connection } from './connection.ts';
import { inspectJournal } from './journal-file.ts';
import { problemsOf, type Watch } from './verify.ts';

/** What a backup holds. */
export interface Contents {
  readonly entries: number;
  readonly customers: number;
  /** Of the entries the last; undefined where there is none. */
  readonly lastDay: Day | undefined;
}

/** The backup as it was looked at. */
export type Looked =
  | { readonly contents: Contents; readonly problem?: undefined }
  /** What is wrong with it, in words for a person. */
  | { readonly problem: string; readonly contents?: undefined };

/** Looks at all of a backup, or of a journal; it stays as it is. */
export function lookAt(file: string, watch?: Watch): Looked {
  try {
    inspectJournal(file);
    const connection = new Connection(file, { readonly: true });
    try {
      return connection.reading(() => {
        const [problem] = problemsOf(connection, watch);
        return problem === undefined ? { contents: contentsIn(connection) } : { problem };
      });
    } finally {
      connection.close();
    }
  } catch (error) {
    if (error instanceof RelError) return { problem: error.message };
    throw error;
  }
}

/** What a journal or a backup holds, as far as it says so itself; it is not looked at further. */
export function contentsOf(file: string): Contents {
  const connection = new Connection(file, { readonly: true });
  try {
    return connection.reading(() => contentsIn(connection));
  } finally {
    connection.close();
  }
}

function contentsIn(connection: Connection): Contents {
  const [entries, lastDay] = connection
    .statement('SELECT count(*), max(day) FROM entry')
    .get() as readonly [number, Day | null];
  const [customers] = connection.statement('SELECT count(*) FROM customer').get() as [number];
  return { entries, customers, lastDay: lastDay ?? undefined };
}

/** Whether all that was written to it is there, and is as it was written. */
export const isSound = ({ file }: Pick<Backup, 'file'>): boolean =>
  lookAt(file).problem === undefined;

/**
 * The newest sound backup of a journal; one that a restore set aside only where there is no other. All of it is read.
 * @param journal its file, links followed
 */
export const lastGoodBackup = (journal: string): Backup | undefined =>
  lastGoodOf(backupsOf(journal));

/** @param backups the newest first @param isGood looks at one of them */
export function lastGoodOf(
  backups: readonly Backup[],
  isGood: (backup: Backup) => boolean = isSound,
): Backup | undefined {
  const isAside = ({ occasion }: Backup): boolean => occasion === 'restore';
  return (
    backups.find((each) => !isAside(each) && isGood(each)) ??
    backups.find((each) => isAside(each) && isGood(each))
  );
}
