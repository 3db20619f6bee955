import { accessSync, constants, lstatSync } from 'node:fs';
import { dirname } from 'node:path';

const { R_OK, W_OK, X_OK } = constants;

/** What to type where a file or its folder may not be read or written; one line. */
export function whatToChange(path: string): string {
  const folder = nearestFolder(path);
  // SQLite makes a file of its own beside the journal during each change.
  const refusal = whyNot(folder, R_OK | W_OK | X_OK);
  if (refusal === 'EROFS') return 'the disk is read-only: name a journal on another one: --db FILE';
  if (refusal !== undefined) return change(folder, 'u+rwx', 'the folder');
  if (isThere(path) && whyNot(path, R_OK | W_OK) !== undefined)
    return change(path, 'u+rw', 'the file');
  return `check the folder and its permissions: ls -la ${quoted(folder)}`;
}

function nearestFolder(path: string): string {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (isThere(folder) || folder === dirname(folder)) return folder;
  }
}

const change = (path: string, mode: string, what: string): string =>
  `${what} may not be changed; where it is yours: chmod ${mode} ${quoted(path)}`;

/** The code of what the system says against it; undefined where it may be done. */
function whyNot(path: string, how: number): string | undefined {
  try {
    accessSync(path, how);
    return undefined;
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** As a shell takes it. */
export const quoted = (path: string): string =>
  /^[\w./~@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
