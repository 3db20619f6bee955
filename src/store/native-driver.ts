import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database, Statement } from './driver.ts';

/** What the native part of better-sqlite3 offers its own JavaScript; that of these versions and no other. */
interface Native {
  readonly Database: new (...given: readonly unknown[]) => NativeDatabase;
  isInitialized?: boolean;
  readonly setErrorConstructor?: (error: unknown) => void;
  readonly initialize?: (error: unknown, ...factories: readonly unknown[]) => void;
}

interface NativeDatabase {
  readonly inTransaction: boolean;
  prepare(sql: string, owner: object, isPragma: boolean, isExplained: boolean): Statement;
  exec(sql: string): void;
  close(): void;
}

interface Release {
  readonly version: string;
  /** Where its binary lies in the package. */
  readonly binary: string;
  initialize(native: Native): void;
  /** What its constructor takes after the options that both versions know. */
  readonly more: readonly unknown[];
}

const NODE_20: Release = {
  version: '12.9.0',
  binary: 'build/Release/better_sqlite3.node',
  initialize: (native) => native.setErrorConstructor?.(SqliteError),
  more: [],
};

const NEWER: Release = {
  version: '13.2.0',
  binary: `prebuilds/${process.platform}-${process.arch}.node`,
  initialize: (native) =>
    native.initialize?.(SqliteError, arrayOf, append, objectOf, (value: unknown) => ({
      value,
      done: false,
    })),
  more: [null, null],
};

/**
 * Opens a connection without the driver's own JavaScript, which takes longer to load than everything else that `rel log`
 * does. Undefined wherever something is not exactly as expected; then the driver itself is asked, and says what is wrong.
 */
export function connectNatively(path: string, timeout: number): Database | undefined {
  const native = loadNative();
  if (native === undefined) return undefined;
  const { release, addon } = native;
  const given = [path, path, false, false, true, timeout, null, null, ...release.more];
  return new NativeConnection(new addon.Database(...given));
}

let loaded: { readonly release: Release; readonly addon: Native } | undefined;

function loadNative(): typeof loaded {
  if (loaded !== undefined) return loaded;
  const onNode20 = process.versions.node.startsWith('20.');
  const release = onNode20 ? NODE_20 : NEWER;
  const home = packageHome(release.version, onNode20);
  if (home === undefined) return undefined;
  try {
    const holder: { exports: Partial<Native> } = { exports: {} };
    process.dlopen(holder, join(home, release.binary));
    const addon = holder.exports as Native;
    if (addon.isInitialized !== true) {
      release.initialize(addon);
      addon.isInitialized = true;
    }
    loaded = { release, addon };
    return loaded;
  } catch {
    return undefined;
  }
}

/** The folder of this version of the package, looked for where Node would. */
function packageHome(version: string, onNode20: boolean): string | undefined {
  // A musl system has binaries of its own, under names that the package alone knows.
  if (process.platform === 'linux' && existsSync(`/lib/ld-musl-${MUSL_ARCH}.so.1`))
    return undefined;
  const places = onNode20
    ? ['better-sqlite3-node20/node_modules/better-sqlite3', 'better-sqlite3']
    : ['better-sqlite3'];
  let folder = dirname(import.meta.dirname);
  for (let above = dirname(folder); above !== folder; above = dirname(folder)) {
    for (const place of places) {
      const home = join(folder, 'node_modules', place);
      if (existsSync(home)) return versionIn(home) === version ? home : undefined;
    }
    folder = above;
  }
  return undefined;
}

const MUSL_ARCH = process.arch === 'arm64' ? 'aarch64' : 'x86_64';

function versionIn(home: string): unknown {
  try {
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      readonly version?: unknown;
    };
    return manifest.version;
  } catch {
    return undefined;
  }
}

/** A connection as the driver's own JavaScript makes it, as far as the store asks. */
class NativeConnection implements Database {
  readonly #native: NativeDatabase;

  constructor(native: NativeDatabase) {
    this.#native = native;
  }

  get inTransaction(): boolean {
    return this.#native.inTransaction;
  }

  prepare(sql: string): Statement {
    return this.#native.prepare(sql, this, false, false);
  }

  exec(sql: string): void {
    this.#native.exec(sql);
  }

  pragma(source: string): unknown {
    return this.#native.prepare(`PRAGMA ${source}`, this, true, false).pluck().get();
  }

  close(): void {
    this.#native.close();
  }
}

/** An error as the native part throws it. */
class SqliteError extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = 'SqliteError';
    this.code = code;
  }
}

// The rows of version 13 are made by these.
const arrayOf = (...values: readonly unknown[]): readonly unknown[] => values;

const append = (row: unknown[], ...values: readonly unknown[]): void => {
  row.push(...values);
};

const objectOf =
  (...names: readonly string[]) =>
  (...values: readonly unknown[]): unknown =>
    Object.fromEntries(names.map((name, index) => [name, values[index]]));
