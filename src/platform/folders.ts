import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes the folder for its user's eyes only, and those above it, where there is none. Throws the error of the system.
 * Node's own way never ends where the folder above all makes none, as /proc does.
 */
export function makeFolders(folder: string): void {
  if (isThere(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (!isThere(folder)) throw error;
  }
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
