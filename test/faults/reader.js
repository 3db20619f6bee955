import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const dist = join(import.meta.dirname, '../../dist');

/**
 * Compiles journal.ts, to look into a journal without starting rel for each look.
 * @param place a folder that takes the compiled file
 */
export async function buildReader(place) {
  const outfile = join(place, 'journal.cjs');
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'journal.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    external: ['better-sqlite3', 'better-sqlite3-node20'],
    // The driver is looked for from there.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(join(dist, 'cli.js')).href),
      'import.meta.dirname': JSON.stringify(dist),
    },
  });
  return createRequire(import.meta.url)(outfile);
}
