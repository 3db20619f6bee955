import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { RelError } from '../journal/error.ts';
import { filled } from './filled.ts';
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
    ? join(dataFolder(environment), 'rel', 'journal.db')
    : resolved(chosen);
}

function resolved(chosen: string): string {
  try {
    return resolve(chosen);
  } catch (error) {
    // What a path is relative to, as the system says it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const message = `${chosen} cannot be found: the folder you are in has been removed`;
    throw new RelError('usage', message, 'go to one that is there: cd');
  }
}

/** config.toml: in the platform's folder for a user's settings, which need not exist. */
export function configPath(environment: Environment): string {
  return join(configFolder(environment), 'rel', 'config.toml');
}

function configFolder(environment: Environment): string {
  if (process.platform === 'darwin') return dataFolder(environment);
  if (process.platform === 'win32')
    return filled(environment['APPDATA']) ?? join(homedir(), 'AppData', 'Roaming');
  const xdg = filled(environment['XDG_CONFIG_HOME']);
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(home(environment), '.config');
}

function dataFolder(environment: Environment): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') {
    return filled(environment['LOCALAPPDATA']) ?? join(homedir(), 'AppData', 'Local');
  }
  // The XDG specification tells to ignore a relative folder.
  const xdg = filled(environment['XDG_DATA_HOME']);
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(home(environment), '.local', 'share');
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
