import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { buildOther, Other } from './other-process.ts';
import { FixedClock, open, tempFolder } from './temp-journal.ts';

// Each starts dozens of processes, on machines that may be busy.
jest.setTimeout(120_000);

let program = '';

beforeAll(() => {
  program = buildOther();
});

afterAll(() => rmSync(dirname(program), { recursive: true, force: true }));

const start = (...args: readonly string[]) => new Other(process.execPath, [program, ...args]);

describe('several processes at once', () => {
  test('make one journal and lose nothing', async () => {
    const path = join(tempFolder(), 'rel/journal.db');
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const endings = await Promise.all(names.map((name) => start('log', path, name, '10').ended));
    expect(endings.map(({ errors, code }) => [errors, code])).toEqual(names.map(() => ['', 0]));
    const store = open(path);
    const entries = [...store.entries()];
    expect(entries.map(({ id }) => id).sort()).toEqual(
      endings.flatMap(({ lines }) => lines).sort(),
    );
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    const operations = [...store.operations()];
    const clocks = operations.map(({ clock }) => clock);
    expect([...clocks].sort()).toEqual(clocks);
    expect(new Set(operations.map(({ change }) => change.device)).size).toBe(1);
  });
});

describe('kill -9', () => {
  test('in the middle of a change, part of which is in the file, leaves what was before', async () => {
    const path = join(tempFolder(), 'journal.db');
    await start('log', path, 'kept', '3').ended;
    const size = statSync(path).size;
    const { lines, signal } = await start('die', path).ended;
    expect([lines, signal]).toEqual([['in the middle'], 'SIGKILL']);
    expect(statSync(path).size).toBeGreaterThan(size);
    expect(existsSync(`${path}-journal`)).toBe(true);

    const reading = open(path, new FixedClock(), true);
    expect([...reading.entries()].map(({ id }) => id)).toEqual(['kept-0', 'kept-1', 'kept-2']);
    expect(reading.customers()).toHaveLength(1);
    expect(reading.damagedRows()).toEqual([]);
    reading.close();
    expect(statSync(path).size).toBe(size);
    const { lines: more } = await start('log', path, 'later', '1').ended;
    expect(more).toEqual(['later-0']);
  });

  test('at any moment loses nothing acknowledged and adds one entry at most', async () => {
    const path = join(tempFolder(), 'rel/journal.db');
    const acknowledged: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const other = start('log', path, `round${round}`, '1000000');
      await other.firstLine();
      await pause(Math.random() * 30);
      other.kill();
      const { lines, signal, errors } = await other.ended;
      expect([signal, errors]).toEqual(['SIGKILL', '']);
      acknowledged.push(...lines);
      const store = open(path);
      const stored = new Set([...store.entries()].map(({ id }) => id));
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
      expect(stored.size - acknowledged.length).toBeLessThanOrEqual(round + 1);
      expect(store.damagedRows()).toEqual([]);
      store.close();
    }
  });

  test('while the journal is made leaves a whole one or none', async () => {
    for (let round = 0; round < 10; round += 1) {
      const path = join(tempFolder(), 'rel/journal.db');
      const other = start('make', path);
      await other.firstLine();
      await pause(round * 3);
      other.kill();
      await other.ended;
      const { lines, errors } = await start('log', path, 'second', '1').ended;
      expect([lines, errors]).toEqual([['second-0'], '']);
    }
  });
});

test('a full disk: one clear error, and what was acknowledged is there', async () => {
  const path = join(tempFolder(), 'journal.db');
  // A limit on the size of files stands for the disk; ignored, its signal becomes an error of the
  // write.
  const limited = `trap '' XFSZ; ulimit -f 256; exec "$@"`;
  const args = ['-c', limited, 'bash', process.execPath, program, 'log', path, 'kept', '1000000'];
  const { code, lines, errors } = await new Other('bash', args).ended;
  expect(code).toBe(3);
  // It is the last step that meets the limit; SQLite does not call that a full disk.
  expect(errors).toMatch(/^unsettled: .*\n.*\n$/);
  expect(lines.length).toBeGreaterThan(10);
  expect([...open(path).entries()].map(({ id }) => id)).toEqual(lines);
});

test('without a driver: one line that says to install again', async () => {
  const alone = buildOther(tempFolder());
  const args = [alone, 'log', join(tempFolder(), 'journal.db'), 'a', '1'];
  const { code, lines, errors } = await new Other(process.execPath, args).ended;
  expect([code, lines]).toEqual([3, []]);
  expect(errors).toContain(`the SQLite driver is not installed for this Node (${process.version}`);
  expect(errors).toContain('install again with this Node');
});

const onNode20 = process.versions.node.startsWith('20.');

(onNode20 ? test : test.skip)(
  'with the driver that a newer Node installed: the same line, and no crash',
  async () => {
    const folder = tempFolder();
    const modules = join(folder, 'node_modules');
    cpSync(
      join(import.meta.dirname, '../../src/store/node20'),
      join(modules, 'better-sqlite3-node20'),
      {
        recursive: true,
        filter: (source) => !source.endsWith('node_modules'),
      },
    );
    mkdirSync(join(modules, 'better-sqlite3'));
    writeFileSync(join(modules, 'better-sqlite3/package.json'), '{ "version": "13.2.0" }');
    writeFileSync(join(modules, 'better-sqlite3/index.js'), 'process.abort();');
    const args = [buildOther(folder), 'log', join(folder, 'journal.db'), 'a', '1'];
    const { code, signal, errors } = await new Other(process.execPath, args).ended;
    expect([code, signal]).toEqual([3, null]);
    expect(errors).toContain('install again with this Node');
  },
);
