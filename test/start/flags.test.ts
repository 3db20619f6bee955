import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

const TELLING = `
const tell = (flag) => process.stderr.write(flag + '\\n');
require('node:v8').setFlagsFromString = tell;
const { binding } = process;
process.binding = (name) => (name === 'v8' ? { setFlagsFromString: tell } : binding(name));
`;

/** The flags of V8 that a start with these words sets. */
function flagsSetBy(...words: readonly string[]): string {
  const hook = join(place, 'hook.cjs');
  writeFileSync(hook, TELLING);
  const env = { HOME: place, REL_DB: join(place, 'journal.db'), REL_TODAY: '2026-06-01' };
  const told = join(place, 'told');
  const script = '"$@" 2>"$TOLD" >/dev/null || true; cat "$TOLD"';
  const program = [process.execPath, '--require', hook, join(root, 'bin/rel.js'), ...words];
  return execFileSync('sh', ['-c', script, 'sh', ...program], {
    env: { ...env, TOLD: told },
    encoding: 'utf8',
  });
}

const LATE: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=1000000\n',
  22: '--invocation-count-for-turbofan=45000\n',
  24: '--invocation-count-for-maglev=10000\n',
  26: '--invocation-count-for-maglev=10000\n',
};
const late = LATE[process.versions.node.slice(0, 2)];

test('on a Node on which it was measured, what is soon over is optimized late', () => {
  expect(flagsSetBy('review')).toBe(late ?? '');
  expect(flagsSetBy('today')).toBe(late ?? '');
  expect(flagsSetBy('log', 'harlan', '--new', 'call')).not.toContain('--');
});

test('there, what reads many lines takes no more room the longer it goes on', () => {
  const flags = '--semi-space-growth-factor=1 --heap-growing-percent=100 --no-parallel-scavenge';
  const small = late === undefined ? '' : `${flags}\n`;
  expect(flagsSetBy('export', 'entries')).toBe(small);
  expect(flagsSetBy('import', 'no such file').split('rel: ')[0]).toBe(small);
  // A review that is exported is soon over as well.
  const both = late === undefined ? '' : `${late.trimEnd()} ${flags}\n`;
  expect(flagsSetBy('export', 'verdicts')).toBe(both);
  expect(flagsSetBy('export', '--as-of', 'today', 'findings')).toBe(both);
});

test('this V8 knows the flags: it prints nothing about them', () => {
  const { stderr, status } = spawnSync(process.execPath, [join(root, 'bin/rel.js'), 'list'], {
    env: { HOME: place, REL_DB: join(place, 'journal.db') },
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual(['', 0]);
});

test('where Node lets them be had alone, no flag and no checksum loads its streams, and nothing is said of how', () => {
  const hook = join(place, 'loaded.cjs');
  writeFileSync(hook, `process.once('exit', () => console.error(...process.moduleLoadList));`);
  const rel = (...words: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--pending-deprecation', '--require', hook, join(root, 'bin/rel.js'), ...words],
      { env: { HOME: place, REL_DB: join(place, 'long.db') }, encoding: 'utf8' },
    );
  // More than is summed without zlib.
  rel('log', 'harlan', '--new', 'call', 'a'.repeat(50_000));
  const { status, stdout, stderr } = rel('export', 'journal');
  expect([status, stdout.length > 50_000]).toEqual([0, true]);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/NativeModule zlib\b/);
  // Node 24 has closed that door for flags.
  if (Number(process.versions.node.split('.')[0]) < 24)
    expect(stderr).not.toMatch(/NativeModule v8\b/);
});
