// npm runs this after an install, and without one when a fresh clone is given to `npx` or to
// `npm install -g`. It leaves a `rel` that starts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const onNode20 = process.versions.node.startsWith('20.');
const driver20 = 'src/store/node20';

if (!installed('esbuild')) {
  npm('ci'); // which prepares, too
} else {
  // npm tries to build better-sqlite3 13, although it brings its binaries, and where that fails
  // (no Python, no compiler, no headers) drops it as optional without a word.
  if (!onNode20 && !installed('better-sqlite3')) npm('install', '--ignore-scripts', '--no-save');
  await import('./build.mjs');
  if (onNode20 && !existsSync(join(root, driver20, 'node_modules/better-sqlite3'))) lament();
}

// Where the driver cannot be compiled, npm drops it as optional: without a word, and with it the
// folder of this repository that it lies in, so that the next install could not succeed either.
function lament() {
  const back = spawnSync('git', ['checkout', '--', driver20], { cwd: root });
  console.error(`rel: the SQLite driver could not be compiled, so nothing but the demo works
     Node 20 needs Python 3, a C++ compiler and its own headers for it; Node 22.14
     or newer needs none of them
     with one or the other, type again: npm install`);
  if (back.status !== 0) console.error(`     first put ${driver20} back, which npm has deleted`);
}

function installed(name) {
  return existsSync(join(root, 'node_modules', name));
}

function npm(...words) {
  // The settings of the outer npm (global, prefix, omit) are not meant for this one.
  const ours = Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name));
  const { status } = spawnSync(process.execPath, [process.env.npm_execpath, ...words], {
    cwd: root,
    env: Object.fromEntries(ours),
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
