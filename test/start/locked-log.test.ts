import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { afterAll, expect, test } from '@jest/globals';
import { connect } from '../../src/store/driver.ts';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-locked-'));
const journal = join(place, 'journal.db');
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** How long it takes until the words say that they wait, if they do, and the exit code. */
function run(words: readonly string[], onWaiting: () => void = () => undefined) {
  const child = spawn(process.execPath, [join(root, 'bin/rel.js'), ...words], {
    env: { HOME: place, REL_DB: journal, REL_TODAY: '2026-06-01' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const start = performance.now();
  const told: number[] = [];
  child.stderr.on('data', (bytes: Buffer) => {
    if (!bytes.toString().includes('waiting …')) return;
    told.push(performance.now() - start);
    onWaiting();
  });
  return new Promise<{ readonly told: readonly number[]; readonly code: number | null }>(
    (resolve) => child.on('close', (code) => resolve({ told, code })),
  );
}

async function whileLocked(words: readonly string[]): Promise<number> {
  const other = connect(journal, 0);
  other.exec('BEGIN EXCLUSIVE');
  const { told, code } = await run(words, () => other.exec('ROLLBACK'));
  other.close();
  expect([told.length, code]).toEqual([1, 0]);
  return told[0] ?? 0;
}

test('a line that says all tells as soon as any other command that it waits for the journal', async () => {
  await run(['log', 'harlan', '--new', 'call']);
  const byOthers = await whileLocked(['edit', '1', 'note:later']);
  const byPlainLine = await whileLocked(['log', 'harlan', 'call', 'no-answer']);
  expect(byPlainLine).toBeLessThan(1.5 * byOthers);
}, 60_000);
