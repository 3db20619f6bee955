// Bundles src into dist/: the start (cli.js), the program as one function (rel.js), and what is big and
// seldom wanted in files of their own. What ships is CommonJS, because Node starts it faster.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { joined } from './join-parts.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Loaded when asked for; none of them shares anything with the program but plain values. */
const ASIDE = {
  './prompts.ts': 'prompts.js',
  './complete-options.ts': 'complete-options.js',
  './commands/preferences.ts': 'preferences.js',
  '../store/daily-backup.ts': 'daily-backup.js',
  chalk: 'chalk.js',
  'csv-parse': 'csv-parse.js',
  './ical-library.ts': 'ical.js',
  '../render/html/pages.tsx': 'html.js',
  '../import/mail.ts': 'mail.js',
};

/** Its licence wants to be known with the code, and where the source is. */
const ICAL_LICENCE = `// Most of this is ical.js, unchanged: Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
// Its source is the npm package ical.js, in the version that docs/dependencies.md names.
`;

/**
 * Costs a tenth of a start each, and most commands never use one: loaded at the first use. With what is called of it, for
 * every name that stands ready costs something too.
 */
const LAZY = {
  child_process: ['spawn', 'spawnSync'],
  crypto: ['createHash', 'hash', 'randomBytes'],
  module: ['createRequire'],
  os: ['homedir', 'tmpdir'],
  tty: ['isatty'],
  v8: ['setFlagsFromString'],
  zlib: ['crc32'],
};

/**
 * Node loads all of its streams with these, which takes a third of a start. What is called of them it also hands out by a
 * door that is deprecated for good; a version that has closed it, as 24 has for `v8`, is asked as ever.
 */
const BY_ITSELF = new Set(['v8', 'zlib']);

/** In the program for plain lines, what such a line never needs; to come to it means to begin anew with the whole. */
const NOT_PLAIN = new Set(
  [
    ...['platform/files', 'platform/paint', 'platform/progress', 'platform/write-together'],
    ...['store/addition-operations', 'store/addition-rows', 'store/back-up'],
    ...['store/create-journal', 'store/former-names', 'store/hidden-rows', 'store/intake'],
    ...['store/known', 'store/past', 'store/permissions', 'store/recent-rows'],
    ...['store/recorded-operations', 'store/reversal', 'store/reversal-rows', 'store/review-rows'],
    ...['store/settings-row', 'store/verify'],
    ...['grammar/intents', 'grammar/line-meant', 'grammar/strangers', 'grammar/turns'],
    ...['grammar/shell-line', 'grammar/suggest-names', 'journal/gaps', 'render/entry-json'],
    ...['practice/next-on-the-list', 'commands/log-dropped'],
  ].map((name) => join(root, 'src', `${name}.ts`)),
);

/** What a module of ours exports that is more than a type. */
const EXPORTED = /^export (?:async )?(?:function\*?|const|class) (\w+)/gm;

/** Has expressions over all scripts in it, which take a tenth of a start to prepare. */
const LAZY_WIDTH = 'fast-string-width';

/** Calls after which code is kept, each from a start of its own; the first of its program and command counts. */
const CALLED = [
  ['log', 'harlan', '--new', 'call', 'asked for the drawings'],
  ['log', 'harlan', 'call', 'asked for the drawings'],
  ['complete', 'zsh', '--', 'log', 'har'],
];

const shared = {
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  bundle: true,
  format: 'cjs',
  write: false,
  // One byte a character: Node reads such a file fastest.
  charset: 'ascii',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__filename', 'import.meta.dirname': '__dirname' },
};

/** Read and parsed at every start. What fails in the plain program fails again in the whole one, whose traces can be read. */
const SHORT = { minify: true };

const files = new Map([
  ['package.json', '{ "type": "commonjs" }\n'],
  ['cli.js', await bundle('src/platform/start.ts', [lazyBuiltIns()], SHORT)],
  ['ready-answer.js', await bundle('src/platform/ready-answer.ts')],
  ['keep-code.js', await bundle('src/platform/keep-code.ts')],
  ['log.js', asFunction(await bundle('src/log.ts', [aside(), lazyBuiltIns()]))],
  [
    'plain-log.js',
    asFunction(await bundle('src/plain-log.ts', [aside(), turningBack(), lazyBuiltIns()], SHORT)),
  ],
  [
    'complete.js',
    asFunction(await bundle('src/complete.ts', [aside(), namesOnly(), lazyBuiltIns()])),
  ],
  [
    'complete-options.js',
    await bundle('src/commands/complete-options.ts', [aside(), lazyBuiltIns()]),
  ],
  ['rel.js', asFunction(await bundleOfParts('src/cli.ts', [aside(), lazyBuiltIns()]))],
  // Nothing is asked in an editor; most of the file would be tables of encodings for it.
  [
    'prompts.js',
    await bundle('src/platform/prompts.ts', [
      inPlaceOf('@inquirer/external-editor', 'export const editAsync = undefined;'),
    ]),
  ],
  ['preferences.js', await bundle('src/commands/preferences.ts', [], SHORT)],
  ['daily-backup.js', await bundle('src/store/daily-backup.ts', [lazyBuiltIns()])],
  // Which colours a terminal has was found out before; to do so loads Node's streams.
  ['chalk.js', await bundle('chalk', [inPlaceOf('#supports-color', 'export default {};')])],
  ['csv-parse.js', await bundle('csv-parse')],
  ['ical.js', `${ICAL_LICENCE}${await bundle('src/import/ical-library.ts')}`],
  ['mail.js', await bundle('src/import/mail.ts')],
  ['html.js', await bundle('src/render/html/pages.tsx')],
]);
replaceDist();
printAnswers();
keepCode();

async function bundle(entry, plugins = [], more = {}) {
  const [file] = await built(entry, plugins, more);
  return inAscii(file.text);
}

/** The modules that are loaded when they are asked for, and what several of them share, each a part of its own. */
async function bundleOfParts(entry, plugins) {
  const files = await built(entry, plugins, {
    format: 'esm',
    splitting: true,
    outdir: dist,
    supported: {},
  });
  const parts = new Map(files.map(({ path, text }) => [basename(path), text]));
  return inAscii(joined(parts, basename(entry).replace(/ts$/, 'js')));
}

async function built(entry, plugins, more) {
  const path = entry.startsWith('src/') ? join(root, entry) : entry;
  const { outputFiles } = await esbuild.build({
    ...shared,
    ...more,
    plugins,
    entryPoints: [path],
    absWorkingDir: root,
    external: ['better-sqlite3', 'better-sqlite3-node20'],
  });
  return outputFiles;
}

/** In regular expressions esbuild leaves letters as they are, and a program that is read as one byte a character would have others. */
function inAscii(text) {
  return text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The first line names the build, so that code which was compiled from another one is never taken. */
function asFunction(text) {
  const build = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `//${build}\n(function (require, __filename, __dirname, startOver) {\nconst module = { exports: {} };\n${text}\n})\n`;
}

function aside() {
  return {
    name: 'aside',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, kind }) => {
        const file = kind === 'dynamic-import' ? ASIDE[path] : undefined;
        return file === undefined ? undefined : { path: `./${file}`, external: true };
      });
    },
  };
}

function turningBack() {
  return {
    name: 'turning-back',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path }) =>
        // An error in config.toml is told by this program itself.
        kind === 'dynamic-import' && path !== './render/error-text.ts'
          ? { path, namespace: 'turned-back' }
          : undefined,
      );
      // The answer is not set in columns.
      build.onResolve({ filter: new RegExp(`^${LAZY_WIDTH}$`) }, () => ({
        path: 'width',
        namespace: 'no-width',
      }));
      build.onLoad({ filter: /./, namespace: 'no-width' }, () => ({
        contents: `export { turnBack as default } from './src/commands/turn-back.ts';`,
        resolveDir: root,
      }));
      build.onLoad({ filter: /./, namespace: 'turned-back' }, () => ({
        contents: `import { turnBack } from './src/commands/turn-back.ts'; turnBack();`,
        resolveDir: root,
      }));
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!NOT_PLAIN.has(path)) return undefined;
        const made = readFileSync(path, 'utf8').matchAll(EXPORTED);
        const names = [...made].map(([, name]) => `turnBack as ${name}`);
        return {
          contents: `export { ${names.join(', ')} } from '${join(root, 'src/commands/turn-back.ts')}';`,
          loader: 'ts',
        };
      });
    },
  };
}

/** A package that would be loaded and never used, and what stands in its place. */
function inPlaceOf(name, contents) {
  return {
    name: 'in-place-of',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({
        path: name,
        namespace: 'in-place',
      }));
      build.onLoad({ filter: /./, namespace: 'in-place' }, () => ({ contents }));
    },
  };
}

/** Completion tells the names of the commands; what they would load stays out. */
function namesOnly() {
  return {
    name: 'names-only',
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path, kind, importer }) =>
        kind === 'dynamic-import' && /catalogue[^/\\]*$/.test(importer)
          ? { path, external: true }
          : undefined,
      );
    },
  };
}

function lazyBuiltIns() {
  return {
    name: 'lazy-built-ins',
    setup(build) {
      const filter = new RegExp(
        `^(node:)?(${[...Object.keys(LAZY), 'readline', 'process'].join('|')})$`,
      );
      build.onResolve({ filter }, ({ path, namespace, kind }) => {
        if (/^lazy/.test(namespace)) return { path, external: true };
        const name = path.replace(/^node:/, '');
        return { path: name, namespace: kind === 'require-call' ? 'lazy-required' : 'lazy' };
      });
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
        contents: lazily(path),
        resolveDir: root,
      }));
      build.onLoad({ filter: /.*/, namespace: 'lazy-required' }, ({ path }) => ({
        contents: lazilyRequired(path),
      }));
      build.onResolve({ filter: new RegExp(`^${LAZY_WIDTH}$`) }, ({ namespace }) =>
        // Where it is loaded itself, it is looked for as ever.
        namespace === 'lazy' ? undefined : { path: LAZY_WIDTH, namespace: 'lazy' },
      );
    },
  };
}

/** For our own modules. */
function lazily(name) {
  if (name === LAZY_WIDTH) {
    return `let width;
export default (...given) => (width ??= require('${name}').default)(...given);`;
  }
  const calls = LAZY[name].map(
    (each) => `export const ${each} = (...given) => load().${each}(...given);`,
  );
  const found = BY_ITSELF.has(name) ? `byItself() ?? ${required(name)}` : required(name);
  return `${loading(found)}${BY_ITSELF.has(name) ? byItself(name) : ''}${calls.join('\n')}`;
}

function byItself(name) {
  return `function byItself() {
  const { noDeprecation } = process;
  // It would be told on standard error.
  process.noDeprecation = true;
  try {
    const found = process.binding('${name}');
    return ${JSON.stringify(LAZY[name])}.every((each) => typeof found[each] === 'function') ? found : undefined;
  } catch {
    return undefined;
  } finally {
    process.noDeprecation = noDeprecation;
  }
}
`;
}

/** To ask Node again at each call would cost as much as a checksum. */
function loading(found) {
  return `let loaded;\nconst load = () => (loaded ??= ${found});\n`;
}

function required(name) {
  return `require('node:${name}')`;
}

/** For packages, which ask for the whole. */
function lazilyRequired(name) {
  if (name === 'process') return 'module.exports = process;';
  const built = process.getBuiltinModule(name);
  const getters = Object.keys(built)
    .filter((each) => /^[a-zA-Z]\w*$/.test(each))
    .map((each) => `get ${each}() { return load().${each}; }`);
  return `${loading(required(name))}module.exports = { ${getters.join(', ')} };`;
}

/** Old files go last, so that a `rel` that starts meanwhile finds whole sets. */
function replaceDist() {
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(dist, name), text);
  for (const name of readdirSync(dist)) {
    if (!files.has(name)) rmSync(join(dist, name), { recursive: true });
  }
}

/**
 * What this Node compiles of the programs lies beside them, so that nobody's first start has to make it. Any other Node
 * finds none of its name, and keeps its own for each user.
 */
function keepCode() {
  const home = mkdtempSync(join(tmpdir(), 'rel-build-'));
  const env = { ...process.env, REL_DB: join(home, 'journal.db') };
  for (const each of [
    'HOME',
    'USERPROFILE',
    'APPDATA',
    'LOCALAPPDATA',
    'XDG_CACHE_HOME',
    'XDG_CONFIG_HOME',
  ])
    env[each] = home;
  delete env.REL_NO_CACHE;
  const before = [...process.execArgv, join(root, 'bin/rel.js')];
  for (const words of CALLED) spawnSync(process.execPath, [...before, ...words], { env });
  const kept = join(home, process.platform === 'win32' ? 'rel/cache' : 'rel');
  // None where rel cannot run here; then each user's first start takes longer, and nothing else is lost.
  const names = existsSync(kept) ? readdirSync(kept) : [];
  mkdirSync(join(dist, 'code'));
  // Read by everybody who may run the program.
  for (const name of names) writeFileSync(join(dist, 'code', name), readFileSync(join(kept, name)));
  rmSync(home, { recursive: true });
}

/** What is the same for everybody is printed once, here: the version, and the list of commands. */
function printAnswers() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(dist, 'version.txt'), `${version}\n`);
  // Nothing of who builds may be in it: no settings, no day, no cache.
  const env = { ...process.env, REL_NO_CACHE: '1', REL_TODAY: '' };
  for (const home of ['HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'USERPROFILE']) env[home] = dist;
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin/rel.js'), '--help'], {
    env,
  });
  // Without it the program answers, as it does on a Node that it cannot run on.
  if (status === 0) writeFileSync(join(dist, 'help.txt'), stdout);
}
