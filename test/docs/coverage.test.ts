import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  isIn,
  isOpen,
  NOT_IN_REL,
  type Proof,
  proofsOf,
  rowsOf,
  spansOf,
} from './coverage-page.ts';
import { checkTyped } from './typed.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/coverage.md'), 'utf8');
const rows = rowsOf(page);

/** How many requirements each essay has, in the order of their numbers. */
const COUNTS = [62, 43, 25, 27, 45];
/** Essays whose rows are still being written. */
const UNFINISHED: readonly number[] = [];
const MOST_LEFT_OUT = 6;

const written = rows.filter((row) => !isOpen(row));
const leftOut = written.filter(({ recorded }) => recorded === NOT_IN_REL);
const met = written.filter(({ recorded }) => recorded !== NOT_IN_REL);

function isThere({ file, text }: Proof): boolean {
  const path = join(root, file);
  return existsSync(path) && isIn(text, file, readFileSync(path, 'utf8'));
}

describe('docs/coverage.md', () => {
  test('has each of the 202 requirements once, in order', () => {
    const ids = COUNTS.flatMap((count, essay) =>
      Array.from({ length: count }, (_, index) => `${essay}.${String(index + 1).padStart(2, '0')}`),
    );
    expect(ids).toHaveLength(202);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  test.each([...COUNTS.keys()])('leaves no row of essay %i empty once it is finished', (essay) => {
    const open = rows.filter((row) => isOpen(row) && row.id.startsWith(`${essay}.`));
    expect(open.length > 0).toBe(UNFINISHED.includes(essay));
  });

  test('names only what rel understands', async () => {
    const problems: string[] = [];
    for (const row of met)
      for (const span of spansOf(row))
        await checkTyped(span).catch((error: unknown) => {
          problems.push(`${row.id}: ${span}: ${String(error)}`);
        });
    expect(problems).toEqual([]);
  });

  test('says of each how it is recorded and where it comes back', () => {
    const silent = met.filter(({ comesBack, recorded }) => recorded === '' || comesBack === '');
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('names a test for each, and what it names is there', () => {
    const untested = met.filter((row) => proofsOf(row).length === 0);
    expect(untested.map(({ id }) => id)).toEqual([]);
    const gone = met.flatMap((row) =>
      proofsOf(row)
        .filter((proof) => !isThere(proof))
        .map(({ file, text }) => `${row.id}: ${file} "${text}"`),
    );
    expect(gone).toEqual([]);
  });

  test('gives a reason for the few that were judged wrong', () => {
    expect(leftOut.length).toBeLessThanOrEqual(MOST_LEFT_OUT);
    for (const { id, comesBack, shownBy } of leftOut)
      expect([id, comesBack.split(' ').length > 7, shownBy]).toEqual([id, true, '']);
  });
});

const list = new URL('../../../shared/requirements.md', import.meta.url);
const whereTheListIs = existsSync(list) ? test : test.skip;

describe('the words of docs/coverage.md', () => {
  const RUN = 7;
  const runs = (text: string): readonly string[] => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
  };

  whereTheListIs('are our own: no seven in a row come from the list (needs ../shared)', () => {
    const theirs = new Set(runs(readFileSync(list, 'utf8')));
    expect(theirs.size).toBeGreaterThan(1000);
    const ours = rows.flatMap(({ comesBack, recorded }) => [...runs(recorded), ...runs(comesBack)]);
    expect(ours.filter((run) => theirs.has(run))).toEqual([]);
  });
});
