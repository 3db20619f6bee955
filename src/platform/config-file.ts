import { readFileSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { RelError } from '../journal/error.ts';
import { makeFolders } from './folders.ts';
import { writeGiven } from './files.ts';
import { configPath, NoHome } from './paths.ts';

/** The user's config.toml. */
export interface ConfigFile {
  readonly path: string;
  /** What a path in it is relative to, and what `~` stands for. */
  readonly home: string;
  readonly text: string;
}

const ROOT = 0;
const WRITTEN_BY_ALL = 0o002;

const place = (): string => configPath(process.env);

/** The file as it stands; undefined where there is none, which costs one look. */
export function configFile(): ConfigFile | undefined {
  try {
    const found = statSync(place(), { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (!found.isFile()) {
      throw new RelError('usage', `${place()} is no ordinary file`, 'move it away');
    }
    refuseStrangers(found);
    return {
      path: place(),
      text: readFileSync(place(), 'utf8'),
      // Node loads a part of its own to ask for it.
      get home() {
        return homedir();
      },
    };
  } catch (error) {
    if (error instanceof NoHome) return undefined;
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw new RelError(
        'usage',
        `${place()} cannot be read: ${String(error.code)}`,
        'mend the file',
      );
    }
    throw error;
  }
}

/** Who may write it may send your journal elsewhere. */
function refuseStrangers({ uid, mode }: Stats): void {
  const me = process.getuid?.();
  // Windows knows no such owner; root works for everybody.
  if (me === undefined || me === ROOT) return;
  const whose =
    uid !== me && uid !== ROOT
      ? `belongs to another user (number ${uid})`
      : (mode & WRITTEN_BY_ALL) !== 0
        ? 'may be changed by every user of this machine'
        : undefined;
  if (whose === undefined) return;
  throw new RelError('usage', `${place()} ${whose}`, `make it yours alone: chmod 600 '${place()}'`);
}

/** Where the file is, or would be. */
export const configFilePath = place;

/** Writes the file, whole or not at all; its folder is made where there is none. */
export function writeConfigFile(text: string): void {
  const folder = dirname(place());
  try {
    makeFolders(folder);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new RelError('output', `${folder} cannot be made: ${reason}`, 'nothing was written');
  }
  writeGiven(place(), [text], true);
}

/** A variable of the environment that is set to something. */
export function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
