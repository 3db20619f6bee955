import { isAbsolute, join } from 'node:path';
import { filled } from './filled.ts';
import type { Environment } from './world.ts';

/** Where a program keeps what it can make again; undefined where the user has no home. */
export function cacheFolder(environment: Environment): string | undefined {
  if (process.platform === 'win32') {
    const local = filled(environment['LOCALAPPDATA']);
    return local === undefined ? undefined : join(local, 'rel', 'cache');
  }
  const xdg = filled(environment['XDG_CACHE_HOME']);
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'rel');
  const home = filled(environment['HOME']);
  if (home === undefined || !isAbsolute(home)) return undefined;
  return process.platform === 'darwin'
    ? join(home, 'Library', 'Caches', 'rel')
    : join(home, '.cache', 'rel');
}
