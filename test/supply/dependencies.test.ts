import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { installedFor, type LockFile } from '../docs/dependencies-page.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as LockFile;
const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<'dependencies' | 'optionalDependencies' | 'devDependencies', Record<string, string>>
> & { readonly allowScripts: Readonly<Record<string, boolean>> };

/** Those who use rel may pass it on, changed or not, without publishing anything of their own. */
const PERMISSIVE = /^(MIT|MIT-0|ISC|Apache-2\.0|0BSD|BSD-[23]-Clause|\([^)]*\bMIT\b[^)]*\))$/;
/** MPL 2.0 asks whoever changes a file of it to publish that file, and nothing of what it is used in; here none is changed. */
const BY_FILE = ['ical.js@2.2.1'];
/** What is part of rel itself is not fetched. */
const OURS = ['better-sqlite3-node20'];

const installed = installedFor(lock);
const named = (wanted: (each: (typeof installed)[number]) => boolean): readonly string[] =>
  installed.filter(wanted).map(({ name, version }) => `${name}@${version}`);

// A new dependency changes docs/dependencies.md, which a test compares with the lock file.
test('what is installed for a user is listed: all that is asked for, and nothing of the tests', () => {
  const asked = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  expect(named(({ isDirect }) => isDirect)).toHaveLength(asked.length + 1);
  const names = installed.map(({ name }) => name);
  expect(asked.filter((name) => !names.includes(name))).toEqual([]);
  expect(names.filter((name) => ['jest', 'esbuild', 'typescript'].includes(name))).toEqual([]);
});

test('its licences are permissive', () => {
  expect(named(({ licence }) => !PERMISSIVE.test(licence))).toEqual(BY_FILE);
});

test('the SQLite driver alone runs code while it is installed', () => {
  const drivers = ['better-sqlite3@12.9.0', 'better-sqlite3@13.2.0'];
  expect(named(({ runsOnInstall }) => runsOnInstall)).toEqual(drivers);
});

test('whoever may run code while npm installs is named, and so is whoever may not', () => {
  const scripts = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript === true ? path.slice(path.lastIndexOf('node_modules/') + 13) : [],
  );
  expect([...new Set(scripts)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

test('each version is fixed', () => {
  const ranges = {
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.devDependencies,
  };
  const loose = Object.entries(ranges).filter(
    ([, range]) => !/^(npm:\w+@)?\d+\.\d+\.\d+$/.test(range) && range !== 'file:src/store/node20',
  );
  // Of two versions npm takes the one that is made for the Node it runs on.
  expect(loose).toEqual([['better-sqlite3', '12.9.0 || 13.2.0']]);
});

test('the lock file has a checksum for each package, and the address of none', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(400);
  const fetched = packages.filter(
    ([, { link, name }]) => link !== true && !OURS.includes(name ?? ''),
  );
  const unchecked = fetched.filter(
    ([, { integrity = '' }]) => !/^sha512-[\w+/]{86}==$/.test(integrity),
  );
  expect(unchecked.map(([path]) => path)).toEqual([]);
  const addresses = packages.flatMap(([, { resolved }]) => resolved ?? []);
  expect(addresses).toEqual(['src/store/node20']);
});
