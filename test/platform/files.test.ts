import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeGiven } from '../../src/platform/files.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rel-files-'));
  file = join(folder, 'all.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

const PIECE = 'x'.repeat(200_000);

test('a file has its name when it is whole, so that a killed rel leaves no half of one', () => {
  const seen: boolean[] = [];
  const pieces = function* () {
    for (let count = 0; count < 10; count += 1) {
      yield PIECE;
      seen.push(existsSync(file));
    }
  };
  writeGiven(file, pieces(), false);
  expect(seen).toEqual(Array(10).fill(false));
  expect(readFileSync(file, 'utf8')).toBe(PIECE.repeat(10));
  expect(readdirSync(folder)).toEqual(['all.csv']);
});

test('a file that came meanwhile stays as it is', () => {
  const pieces = function* () {
    yield PIECE;
    writeFileSync(file, 'theirs');
  };
  expect(() => writeGiven(file, pieces(), false)).toThrow('exists already');
  expect(readFileSync(file, 'utf8')).toBe('theirs');
  expect(readdirSync(folder)).toEqual(['all.csv']);
});

test.each(['journal', 'wal', 'shm'])(
  'what a database keeps for itself as -%s is no file of ours',
  (end) => {
    const database = join(folder, 'journal.db');
    writeFileSync(database, 'SQLite format 3\0 and so on');
    expect(() => writeGiven(`${database}-${end}`, ['x'], false)).toThrow('keeps for itself');
    expect(() => writeGiven(`${database}-${end}`, ['x'], true)).toThrow('keeps for itself');
    writeGiven(`${file}-${end}`, ['x'], false);
    expect(readdirSync(folder).sort()).toEqual([`all.csv-${end}`, 'journal.db']);
  },
);

test('a file without a name is none, and leaves nothing behind', () => {
  const before = readdirSync('.');
  expect(() => writeGiven('', ['x'], true)).toThrow('the name of the file is empty');
  expect(readdirSync('.')).toEqual(before);
});
