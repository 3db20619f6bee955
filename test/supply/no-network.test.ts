import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

/** All of Node that rel and what is bundled into it load. None of these opens a connection. */
const HARMLESS = [
  'async_hooks',
  'buffer',
  'child_process',
  'crypto',
  'events',
  'fs',
  'module',
  'os',
  'path',
  'process',
  'readline',
  'stream',
  'string_decoder',
  'tty',
  'url',
  'util',
  'v8',
  'vm',
  'zlib',
];

const REQUIRE = /\brequire\(\s*(?:["']([^"']*)["']|([^"')\s][^)]*))/g;
/** What speaks to others without being loaded, and ways to load something unnamed. */
const UNNAMED =
  /\b(?:(?:fetch|WebSocket|EventSource|XMLHttpRequest|WebTransport)\s*\(|getBuiltinModule|_linkedBinding|import\s*\()/g;

interface Loaded {
  readonly builtIn: readonly string[];
  readonly files: readonly string[];
  readonly unnamed: readonly string[];
}

function loadedBy(text: string): Loaded {
  const found = [...text.matchAll(REQUIRE)];
  const named = found.flatMap(([, name]) => name ?? []);
  return {
    builtIn: named.filter(isBuiltin).map((name) => name.replace(/^node:/, '')),
    files: named.filter((name) => !isBuiltin(name)),
    unnamed: [...found.flatMap(([, , name]) => name ?? []), ...(text.match(UNNAMED) ?? [])],
  };
}

const programs = readdirSync(dist)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, ...loadedBy(readFileSync(join(dist, name), 'utf8')) }));

test('what ships loads nothing of Node that could open a connection', () => {
  expect(programs.length).toBeGreaterThan(5);
  expect(programs.find(({ name }) => name === 'rel.js')?.builtIn).toContain('fs');
  const loaded = new Set(programs.flatMap(({ builtIn }) => builtIn));
  expect([...loaded].filter((name) => !HARMLESS.includes(name))).toEqual([]);
});

test('what ships loads everything by its name, and from its own folder', () => {
  expect(programs.flatMap(({ unnamed }) => unnamed)).toEqual([]);
  const elsewhere = programs
    .flatMap(({ files }) => files)
    .filter((file) => !/^\.\/[\w-]/.test(file));
  expect(elsewhere).toEqual([]);
});

// The one package that is not in the bundle; where Node is 20 it is a package around an older one.
const load = createRequire(join(root, 'src/store/driver.ts'));
const driver = process.versions.node.startsWith('20.') ? 'better-sqlite3-node20' : 'better-sqlite3';
/** Why `bindings` looks for a binary, and loads it, by a name that it puts together. */
const LOADS_A_BINARY = ['b', 'filename', 'getPrebuildPath(', 'nativeBinding'];

function filesOf(entry: string, seen = new Set<string>()): ReadonlySet<string> {
  if (!entry.endsWith('js') || seen.has(entry)) return seen;
  seen.add(entry);
  const from = createRequire(entry);
  for (const name of loadedBy(readFileSync(entry, 'utf8')).files) filesOf(from.resolve(name), seen);
  return seen;
}

test('nor does the SQLite driver', () => {
  const files = [...filesOf(load.resolve(driver))].map((file) =>
    loadedBy(readFileSync(file, 'utf8')),
  );
  expect(files.length).toBeGreaterThan(3);
  const loaded = new Set(files.flatMap(({ builtIn }) => builtIn));
  expect([...loaded].filter((name) => !HARMLESS.includes(name))).toEqual([]);
  const unnamed = files.flatMap((file) => file.unnamed);
  expect(unnamed.filter((name) => !LOADS_A_BINARY.includes(name))).toEqual([]);
});

test('the binary of the driver asks the system for no connection', () => {
  const from = createRequire(load.resolve(driver));
  const home = join(from.resolve('better-sqlite3/package.json'), '..');
  const [binary] = [
    join(home, 'build/Release/better_sqlite3.node'),
    join(home, `prebuilds/${process.platform}-${process.arch}.node`),
  ].filter((file) => existsSync(file));
  const symbols = readFileSync(binary ?? '', 'latin1');
  expect(symbols).toContain('sqlite3_open');
  const found = symbols.match(
    /[\0_](?:socket|connect|getaddrinfo|gethostbyname|sendto)\0|ws2_32/gi,
  );
  expect(found).toBeNull();
});

test('a load of what could open a connection is found', () => {
  const bad =
    'const n = require("node:net"); require(x); fetch ("a"); const y = await import("http")';
  expect(loadedBy(bad)).toEqual({
    builtIn: ['net'],
    files: [],
    unnamed: ['x', 'fetch (', 'import('],
  });
});
