import { homedir } from 'node:os';
import path from 'node:path';
import { RelError } from '../journal/error.ts';
import type { Environment } from './world.ts';

/**
 * Where the journal lives: `--db`, else REL_DB, else where config.toml says, else the platform's folder for a user's
 * data.
 */
export function journalPath(
  environment: Environment,
  given: string | undefined,
  configured: string | undefined,
): string {
  const chosen = given ?? filled(environment['REL_DB']) ?? configured;
  return chosen === undefined
    ? path.join(dataFolder(environment), 'rel', 'journal.db')
    : resolved(chosen);
}

function resolved(chosen: string): string {
  try {
    return path.resolve(chosen);
  } catch (error) {
    // What a path is relative to, as the system says it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const message = `${chosen} cannot be found: the folder you are in has been removed`;
    throw new RelError('usage', message, 'go to one that is there: cd');
  }
}

/** config.toml: in the platform's folder for a user's settings, which need not exist. */
export function configPath(environment: Environment): string {
  return path.join(configFolder(environment), 'rel', 'config.toml');
}

function configFolder(environment: Environment): string {
  if (process.platform === 'darwin') return dataFolder(environment);
  if (process.platform === 'win32')
    return filled(environment['APPDATA']) ?? path.join(homedir(), 'AppData', 'Roaming');
  const xdg = filled(environment['XDG_CONFIG_HOME']);
  return xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home(environment), '.config');
}

/** Where a program keeps what it can make again; undefined where the user has no home. */
export function cacheFolder(environment: Environment): string | undefined {
  if (process.platform === 'win32') {
    const local = filled(environment['LOCALAPPDATA']);
    return local === undefined ? undefined : path.join(local, 'rel', 'cache');
  }
  const xdg = filled(environment['XDG_CACHE_HOME']);
  if (xdg !== undefined && path.isAbsolute(xdg)) return path.join(xdg, 'rel');
  const home = filled(environment['HOME']);
  if (home === undefined || !path.isAbsolute(home)) return undefined;
  return process.platform === 'darwin'
    ? path.join(home, 'Library', 'Caches', 'rel')
    : path.join(home, '.cache', 'rel');
}

function dataFolder(environment: Environment): string {
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') {
    return filled(environment['LOCALAPPDATA']) ?? path.join(homedir(), 'AppData', 'Local');
  }
  // The XDG specification tells to ignore a relative folder.
  const xdg = filled(environment['XDG_DATA_HOME']);
  return xdg !== undefined && path.isAbsolute(xdg)
    ? xdg
    : path.join(home(environment), '.local', 'share');
}

// Asking the system costs more than reading the variable that it would answer with.
function home(environment: Environment): string {
  try {
    return filled(environment['HOME']) ?? homedir();
  } catch {
    throw new NoHome();
  }
}

/** Neither HOME nor the system says where the user's files are, as in some containers. */
export class NoHome extends RelError {
  constructor() {
    super('usage', 'this user has no home folder', 'set HOME, or name the journal: --db FILE');
  }
}

const filled = (value: string | undefined): string | undefined =>
  value === '' ? undefined : value;
