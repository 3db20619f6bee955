import { lstatSync, realpathSync, renameSync } from 'node:fs';
import { dirname, join, basename } from 'node:path';
import { RelError } from '../journal/error.ts';
import { draftOf } from './back-up.ts';
import { Connection } from './connection.ts';
import { publish, syncFolder } from './create-journal.ts';
import { systemError } from './failures.ts';
import { inspectJournal } from './journal-file.ts';
import { removeIfThere } from './remove-if-there.ts';
import { copyVerified, removeLeftDrafts } from './verified-copy.ts';
import type { Watch } from './verify.ts';

/**
 * Makes a backup under a name of the user's choice, whole and verified or not at all. No link is followed, and nothing
 * is replaced but an older backup of the same journal, where that is wished. Throws RelError: `usage` for a name that
 * cannot be taken, `output` where it cannot be written, `journal` where the journal is not sound.
 * @param journal its file, links followed
 */
export function backUpTo(
  journal: string,
  path: string,
  replace: boolean,
  onWait?: () => void,
  watch?: Watch,
): void {
  const file = join(folderOf(path), basename(path));
  refuseTaken(journal, file, replace);
  const draft = draftOf(file);
  try {
    copyVerified(journal, draft, onWait, watch);
    removeLeftDrafts(draft, file);
    if (replace) renameSync(draft, file);
    else if (!publish(draft, file)) throw taken(file);
    syncFolder(dirname(file));
  } catch (error) {
    throw notWritten(error, file);
  } finally {
    removeIfThere(draft);
  }
}

function folderOf(path: string): string {
  const folder = dirname(path);
  try {
    return realpathSync(folder);
  } catch {
    throw new RelError('usage', `there is no folder ${folder}`, 'make it first, or name another');
  }
}

function refuseTaken(journal: string, file: string, replace: boolean): void {
  for (const left of [`${file}-journal`, `${file}-wal`]) {
    // SQLite would play it into the backup.
    if (lstatSync(left, { throwIfNoEntry: false }) !== undefined) throw taken(left);
  }
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return;
  const itself = lstatSync(journal);
  if (found.ino === itself.ino && found.dev === itself.dev)
    throw new RelError('usage', `${file} is the journal itself`, 'choose another name');
  if (found.isDirectory())
    throw new RelError(
      'usage',
      `${file} is a folder`,
      `name a file: ${join(file, 'rel-backup.db')}`,
    );
  if (found.isSymbolicLink())
    throw new RelError('usage', `${file} is a link`, 'name the file itself');
  if (!found.isFile()) throw new RelError('usage', `${file} is not a file`, 'choose another name');
  if (!replace) throw taken(file);
  if (deviceOf(file) !== deviceOf(journal)) {
    throw new RelError(
      'usage',
      `${file} is not a backup of this journal`,
      'choose another name, or delete it yourself',
    );
  }
}

const taken = (file: string): RelError =>
  new RelError(
    'usage',
    `${file} exists already`,
    'choose another name, or add --force to replace an older backup',
  );

/** Of whom the journal is, which its backups say too; undefined where it is no sound journal. */
function deviceOf(file: string): string | undefined {
  try {
    // SQLite must not open what is another program's.
    inspectJournal(file);
    const connection = new Connection(file, { readonly: true });
    try {
      const [device] = connection.statement('SELECT device FROM meta').get() as [string];
      return device;
    } finally {
      connection.close();
    }
  } catch {
    return undefined;
  }
}

/** What the system refuses here is the backup; the journal can be used. */
function notWritten(error: unknown, file: string): unknown {
  if (error instanceof RelError) return error;
  const told = systemError(error, file);
  return told instanceof RelError ? new RelError('output', told.message, told.hint) : told;
}
