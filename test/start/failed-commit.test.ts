import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-commit-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** The disk fails when all of a change is in the journal, as where a folder cannot be synced. */
const FAILING = `
const load = process.dlopen;
process.dlopen = (module, ...others) => {
  load(module, ...others);
  const { prototype } = module.exports.Database;
  const { prepare } = prototype;
  prototype.prepare = function (sql, ...more) {
    const real = prepare.call(this, sql, ...more);
    if (sql !== 'COMMIT') return real;
    const run = () => {
      real.run();
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_DIR_FSYNC' });
    };
    return { run };
  };
};
`;
const hook = join(place, 'failing.cjs');
writeFileSync(hook, FAILING);

function rel(words: readonly string[], before: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...before, join(root, 'bin/rel.js'), ...words],
    {
      env: { HOME: place, REL_DB: join(place, 'journal.db'), REL_TODAY: '2026-06-01' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

const count = (): number => rel(['export', 'entries']).stdout.trim().split('\n').length - 1;

beforeAll(() => void rel(['log', 'harlan', '--new', 'call']));

test.each([
  ['a line that says all', ['log', 'harlan', 'call', 'no-answer']],
  ['any other line', ['log', 'brazos', '--new', 'call']],
])('%s whose end fails is stored once, and nobody says that it was not', (_, words) => {
  const before = count();
  const { status, stdout, stderr } = rel(words, ['--require', hook]);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(/what you typed may be stored or not\n +look before .* rel history\n$/);
  expect(count()).toBe(before + 1);
});
