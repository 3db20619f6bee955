import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-'));
afterAll(() => {
  rmSync(place, { recursive: true });
});

const TELLING = `require('node:v8').setFlagsFromString = (flag) => process.stderr.write(flag + '\\n');`;

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

const isMeasured = process.versions.node.startsWith('20.');

test('on the Node on which it was measured, what is soon over is optimized late', () => {
  const late = isMeasured ? '--interrupt-budget=1000000\n' : '';
  expect(flagsSetBy('review')).toBe(late);
  expect(flagsSetBy('today')).toBe(late);
  expect(flagsSetBy('log', 'harlan', '--new', 'call')).not.toContain('--');
});

test('there, what reads many lines takes no more room the longer it goes on', () => {
  const small = isMeasured ? '--semi-space-growth-factor=1\n' : '';
  expect(flagsSetBy('export', 'entries')).toBe(small);
  expect(flagsSetBy('import', 'no such file').split('rel: ')[0]).toBe(small);
});
