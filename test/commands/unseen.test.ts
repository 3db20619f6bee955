import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hostileBook } from '../faults/hostile-book.js';
import { Console } from '../support/console.ts';

/** Two letters that no eye sees, and one that turns the line around. */
const NAME = 'Ro\u3164me\u2800o \u202eVerona';
const UNSEEN = /[\u3164\u2800\u202e]/u;

const console = new Console({ REL_TODAY: '2026-11-20' });
beforeAll(async () => {
  const lines = hostileBook({ only: NAME }).map((line) => `${JSON.stringify(line)}\n`);
  console.write('book.jsonl', lines.join(''));
  await console.must('rel import book.jsonl');
});
afterAll(() => console.remove());

test.each(['rebuild', 'brief', 'show', 'why', 'timeline', 'promises', 'list'])(
  'rel %s writes out what nobody could see',
  async (command) => {
    const who = command === 'list' ? '' : ` $'Ro\\u3164me\\u2800o \\u202eVerona'`;
    const shown = await console.must(`rel ${command}${who}`, { COLUMNS: '200' });
    expect(shown).toContain('3164');
    expect(UNSEEN.exec(shown)).toBeNull();
  },
);
