import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

test('SECURITY.md names every fault of npm run faults, and no other', () => {
  const named = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  const faults = readdirSync(join(root, 'test/faults/each')).map((file) => file.replace('.js', ''));
  expect(faults.length).toBeGreaterThan(2);
  expect([...named].sort()).toEqual([...faults].sort());
});
