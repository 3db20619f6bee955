import { existsSync } from 'node:fs';
import { join } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const tests = join(import.meta.dirname, '..');

/**
 * The files that take longest, by processor time, longest first. A fresh clone does not know it, and would begin the longest
 * when all others are done. The first one counts what is in memory, which takes four times as long where others have left
 * theirs.
 */
const LONGEST = [
  'commands/review-memory',
  'transcripts/transcripts',
  'commands/undo',
  'commands/known',
  'commands/recent-book',
  'commands/ways',
  'html/pages',
  'commands/programs',
  'verdict/plain',
  'terminal/review',
  'commands/show-picture',
  'commands/turn-next',
  'commands/import-tables',
  'import/calendar',
  'import/mail',
  'docs/docs',
].map((name) => join(tests, `${name}.test.ts`));

const missing = LONGEST.filter((path) => !existsSync(path));
if (missing.length > 0) throw new Error(`listed, but not there: ${missing.join(', ')}`);

/** Jest's own order, but that the longest begin first. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const placed = LONGEST.flatMap((path) => tests.filter((each) => each.path === path));
    return [...placed, ...super.sort(tests.filter((each) => !placed.includes(each)))];
  }
}
