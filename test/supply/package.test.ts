import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

test('what is published is the program and its papers: no test, no fixture, no source', async () => {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
  const { stdout } = await promisify(execFile)('npm', words, { cwd: root });
  const said: unknown = JSON.parse(stdout);
  // npm 12 gives an object by the names of the packages, those before it a list.
  const [packed] = Object.values(said as Readonly<Record<string, Packed>>);
  const paths = packed?.files.map(({ path }) => path) ?? [];
  const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'];
  const ours = ['bin/package.json', 'bin/rel.js'];
  const driver = ['src/store/node20/index.cjs', 'src/store/node20/package.json'];
  const built = paths.filter((path) => /^dist\/[\w-]+\.(js|json|txt)$/.test(path));
  expect(built).toContain('dist/rel.js');
  expect([...paths].sort()).toEqual([...papers, ...ours, ...driver, ...built].sort());
});

test('whoever installs it from a registry runs none of its scripts', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const atInstall = ['preinstall', 'install', 'postinstall', 'preprepare', 'postprepare'];
  expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  // In a clone, where npm runs it, it builds what is there.
  expect(scripts['prepare']).toBe('node bin/prepare.mjs');
});
