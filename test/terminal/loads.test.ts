import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;
const program = join(import.meta.dirname, '../../bin/rel.js');
const console = new Console();

beforeAll(async () => {
  console.write(
    'loaded.cjs',
    `const { writeFileSync } = require('node:fs');
    process.once('exit', () => writeFileSync('loaded', process.moduleLoadList.join('\\n')));`,
  );
  console.write(
    'closed.cjs',
    `process.binding = () => {
      throw new Error('closed');
    };`,
  );
  await console.must('rel log acme --new call -- the pallet came late and stood in the rain');
});
afterAll(() => console.remove());

/** What is shown at 40 columns, with a hook of Node's; an entry's number aside. */
async function shownWith(hook: string, words: string): Promise<string> {
  const command = `${process.execPath} --require ./${hook} ${program} ${words}`;
  const terminal = new Terminal(command, {
    columns: 40,
    cwd: console.home,
    env: console.environment,
  });
  expect(await terminal.ended()).toBe(0);
  return terminal.shown.replaceAll(/#\d+/g, '#');
}

(hasTerminal ? test.each : test.skip.each)([
  'log acme call -- the pallet came late and stood in the rain',
  'review --all',
  'today',
])(
  'on a terminal %s loads no streams and no networks, and one that can ask for its width no other way shows the same',
  async (words) => {
    const shown = await shownWith('loaded.cjs', words);
    expect(shown).toMatch(/acme|due/);
    expect(console.read('loaded')).not.toMatch(
      /NativeModule (stream|net|tty|os|perf_hooks|internal\/perf\/performance)$/m,
    );
    expect(await shownWith('closed.cjs', words)).toBe(shown);
  },
  PATIENCE_MS,
);
