import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/commands/catalogue.ts';

const page = join(import.meta.dirname, '../../docs/rel.1');
const hasGroff = spawnSync('groff', ['--version']).status === 0;

(hasGroff ? test : test.skip)('groff has nothing to say against it (skipped without groff)', () => {
  const { stderr, stdout, status } = spawnSync('groff', ['-man', '-Tutf8', '-ww', page], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('record a touchpoint');
});

test('every command is in it', () => {
  const text = readFileSync(page, 'utf8');
  for (const { name } of COMMANDS) expect(text).toContain(`\\fBrel ${name}`);
});
