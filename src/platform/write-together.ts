import { lstatSync, unlinkSync } from 'node:fs';
import { refuseTaken, writeGiven } from './files.ts';

export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/** Writes each file as `writeGiven` does; where one cannot be written, none of those that are new is left. */
export function writeTogether(files: readonly NamedText[], replace: boolean): void {
  if (!replace) for (const { path } of files) refuseTaken(path);
  const made: string[] = [];
  try {
    for (const { path, text } of files) {
      const isNew = lstatSync(path, { throwIfNoEntry: false }) === undefined;
      writeGiven(path, [text], replace);
      if (isNew) made.push(path);
    }
  } catch (error) {
    for (const path of made) unlinkSync(path);
    throw error;
  }
}
