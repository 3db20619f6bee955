// Bundles src/cli.ts into dist/: one file for the start, one for each part that the source loads
// with import(). What ships is CommonJS, because Node starts it faster; esbuild splits only ES
// modules, so the parts are split first and converted one by one.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const shared = { platform: 'node', target: 'node20', minifySyntax: true };

const { outputFiles } = await esbuild.build({
  ...shared,
  entryPoints: [join(root, 'src/cli.ts')],
  bundle: true,
  splitting: true,
  format: 'esm',
  external: ['better-sqlite3', 'better-sqlite3-node20'],
  plugins: [lazyForCommander()],
  outdir: dist,
  write: false,
});
const files = new Map([['package.json', '{ "type": "commonjs" }\n']]);
for (const { path, text } of outputFiles) files.set(basename(path), await toCommonJs(text));
replaceDist();

/** Commander loads two modules at every start that `rel` never uses; they wait until somebody asks. */
function lazyForCommander() {
  const contents = {
    'node:process': 'module.exports = process;',
    'node:child_process':
      "module.exports = { get spawn() { return require('node:child_process').spawn; } };",
  };
  return {
    name: 'lazy-for-commander',
    setup(build) {
      build.onResolve({ filter: /^node:(process|child_process)$/ }, ({ path, importer }) =>
        /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'lazy' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents: contents[path],
      }));
    },
  };
}

async function toCommonJs(text) {
  const { code } = await esbuild.transform(text, {
    ...shared,
    format: 'cjs',
    logLevel: 'warning',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__filename' },
  });
  return code;
}

/** Old files go last, so that a `rel` that starts meanwhile finds whole sets. */
function replaceDist() {
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(dist, name), text);
  for (const name of readdirSync(dist)) {
    if (!files.has(name)) rmSync(join(dist, name), { recursive: true });
  }
}
