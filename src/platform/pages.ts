import { lstatSync, rmSync } from 'node:fs';
import path from 'node:path';
import { RelError } from '../journal/error.ts';
import { cacheFolder } from './cache-folder.ts';
import { isOurs } from './code-cache.ts';
import { writeGiven } from './files.ts';
import { makeFolders } from './folders.ts';
import type { Environment } from './world.ts';

/** Beside what is kept to start faster: nothing that a backup of the user's files should carry along. */
function pagesFolder(environment: Environment): string | undefined {
  const cache = cacheFolder(environment);
  return cache === undefined ? undefined : path.join(cache, 'pages');
}

/** Keeps a page for its user's eyes alone, in place of the last one of that name. Returns its file. */
export function keepPage(environment: Environment, name: string, text: string): string {
  const folder = pagesFolder(environment);
  const elsewhere = 'name a file yourself: --output FILE';
  if (folder === undefined)
    throw new RelError('usage', 'this user has no folder to keep the page in', elsewhere);
  try {
    makeFolders(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RelError('output', `${folder} cannot be made: ${reason}`, elsewhere);
  }
  if (!isOurs(lstatSync(folder)))
    throw new RelError('output', `others may write in ${folder}`, elsewhere);
  const file = path.join(folder, name);
  writeGiven(file, [text], true);
  return file;
}

/** Takes away all pages that were kept. Returns whether there were any. */
export function removePages(environment: Environment): boolean {
  const folder = pagesFolder(environment);
  if (folder === undefined || lstatSync(folder, { throwIfNoEntry: false }) === undefined)
    return false;
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RelError('output', `${folder} cannot be removed: ${reason}`, 'remove it yourself');
  }
}
