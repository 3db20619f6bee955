import { lstatSync } from 'node:fs';
import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import type { Connection } from './connection.ts';
import { applyForgetting } from './forget-apply.ts';
import { isForgettingUnfinished, markFinished } from './forget-changes.ts';
import { backUpWithout, copiesOf, forgetInCopy, removeDrafts } from './forget-copies.ts';
import { formerCustomer, identityOf, type Whom } from './forget-identity.ts';
import { type Mention, mentionsOf } from './forget-mentions.ts';
import { type ForgetPlan, type MentionWish, planForgetting } from './forget-plan.ts';
import { inspectJournal } from './journal-file.ts';
import { connectUpToDate } from './up-to-date.ts';
import { type Counted, uncounted } from './counted.ts';

export interface ForgetOptions {
  readonly clock: Clock;
  /** As in OpenOptions. */
  readonly onWait?: (() => void) | undefined;
  readonly counted?: Counted;
}

/** What forgetting somebody would do. */
export interface Outlook {
  readonly plan: ForgetPlan;
  readonly mentions: readonly Mention[];
  /** The files of the backups, which are looked through as well. */
  readonly backups: readonly string[];
}

/** What it did. */
export interface Forgotten {
  /** The backups that held something of them, and were written anew. */
  readonly rewritten: readonly string[];
}

/** Looks at all that a journal holds about somebody, and changes nothing. @param also as in a MentionWish */
export function lookAhead(
  path: string,
  options: ForgetOptions,
  whom: Whom,
  also: readonly string[],
): Outlook {
  return opened(path, options, (connection) =>
    connection.reading(() => {
      const identity = identityOf(connection, whom);
      return {
        plan: planForgetting(connection, identity, { replace: false, also }, options.counted),
        mentions: mentionsOf(connection, identity, also),
        backups: copiesOf(connection.path),
      };
    }),
  );
}

/** A customer by a name that no card has any more. */
export const formerly = (path: string, options: ForgetOptions, name: string): Whom | undefined =>
  opened(path, options, (connection) => connection.reading(() => formerCustomer(connection, name)));

/**
 * Erases somebody from the backups, then from the journal, for good.
 *
 * The backups go first: killed at any moment, the journal still says who it was, and the same call
 * finishes the rest. Killed after the journal was changed, all that is left is to write its file
 * anew, which `finishForgetting` does. Throws RelError('journal') before the journal is touched
 * where a backup cannot be written anew.
 */
export function forget(
  path: string,
  options: ForgetOptions,
  whom: Whom,
  wish: MentionWish,
): Forgotten {
  const { clock, counted = uncounted } = options;
  return opened(path, options, (connection) => {
    removeDrafts(connection.path);
    const identity = connection.reading(() => identityOf(connection, whom));
    const rewritten: string[] = [];
    const seen = new Set<string>();
    const sweep = (): void => {
      for (const file of counted(copiesOf(connection.path), 'backups looked through')) {
        if (seen.has(contentOf(file))) continue;
        if (forgetInCopy(file, clock, identity, wish)) rewritten.push(file);
        seen.add(contentOf(file));
      }
    };
    sweep();
    seen.add(contentOf(backUpWithout(connection, clock, identity, wish)));
    connection.writing(() =>
      applyForgetting(
        connection,
        clock,
        planForgetting(connection, identityOf(connection, whom), wish, counted),
        false,
      ),
    );
    // Another rel may have made a backup while this one was at work.
    sweep();
    removeDrafts(connection.path);
    finish(connection);
    return { rewritten };
  });
}

/** The file as it is now, whatever it is called. */
const contentOf = (file: string): string => {
  const { dev, ino, mtimeMs } = lstatSync(file);
  return `${dev} ${ino} ${mtimeMs}`;
};

/** Finishes what a killed `forget` began. Returns whether there was anything to finish. */
export function finishForgetting(path: string, options: ForgetOptions): boolean {
  return opened(path, options, (connection) => {
    if (!isForgettingUnfinished(connection)) return false;
    removeDrafts(connection.path);
    finish(connection);
    return true;
  });
}

function finish(connection: Connection): void {
  try {
    connection.vacuum();
  } catch (error) {
    if (!(error instanceof RelError)) throw error;
    throw new RelError(
      'journal',
      `all is erased, but the file could not be written anew, and may hold traces: ${error.message}`,
      'make room, or close what else uses it; then type the same command again',
    );
  }
  connection.writing(() => markFinished(connection));
}

function opened<T>(
  path: string,
  { clock, onWait }: ForgetOptions,
  use: (connection: Connection) => T,
): T {
  const { file, version } = inspectJournal(path);
  const connection = connectUpToDate(file, version, clock, { readonly: false, onWait });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}
