import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'rel-letters-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const rel = (...words: readonly string[]): string =>
  execFileSync(process.execPath, [join(root, 'bin/rel.js'), ...words], {
    env: { HOME: place, REL_DB: join(place, 'journal.db'), REL_TODAY: '2026-06-01' },
    encoding: 'utf8',
  });

test('what is built has one byte a character, as it is read', () => {
  const programs = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
  expect(programs).toContain('log.js');
  const others = programs.filter((name) => {
    // The licence of a package stands in front as it is; that one is read by Node, as UTF-8.
    const text = readFileSync(join(root, 'dist', name), 'utf8').replace(/^\/\*[\s\S]*?\*\//, '');
    return /[^\0-\x7f]/.test(text);
  });
  expect(others).toEqual([]);
});

test('the built program knows letters in its expressions: those that no accent makes', () => {
  rel('add', 'customer', 'Łódź Øre');
  expect(rel('log', 'lodz', 'call')).toContain('Łódź Øre: called');
});
