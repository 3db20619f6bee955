import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@jest/globals';

/** Files of other projects, which are no part of this one; whoever has them beside it tests with them. */
const FOLDER = join(import.meta.dirname, '../../../shared/data');

const folderOf = (set: string): string => join(FOLDER, set);

/** A test that is skipped, and says so, where the files are not there. */
export const withFiles = (set: string) => (existsSync(folderOf(set)) ? test : test.skip);

export const namesIn = (set: string, ending: string): readonly string[] =>
  existsSync(folderOf(set))
    ? readdirSync(folderOf(set)).filter((name) => name.endsWith(ending))
    : [];

export const fileIn = (set: string, name: string): Buffer =>
  readFileSync(join(folderOf(set), name));
