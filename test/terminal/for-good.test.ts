import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { CTRL_C, ENTER, hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;
const LEFT = 130;

const untouched = new Console({ REL_TODAY: '2026-11-20' });
let console: Console;
beforeAll(async () => {
  await untouched.must('rel log "Harlan Supply" --new call asked for forklifts');
  await untouched.must('rel backup; rel log harlan call after the backup');
  await untouched.must('rel log "Brazos Rentals" --new call harlan supply recommended us');
});
beforeEach(() => {
  console = new Console({ REL_TODAY: '2026-11-20' }, untouched);
});
afterEach(() => console.remove());
afterAll(() => untouched.remove());

const terminal = (command: string, columns: number): Terminal =>
  new Terminal(command, {
    columns,
    cwd: console.home,
    env: console.environment,
  });

const describeOnTerminal = hasTerminal ? describe : describe.skip;

describeOnTerminal.each([80, 40])('what cannot be taken back is asked at %i columns', (columns) => {
  test(
    'before somebody is forgotten',
    async () => {
      const forget = terminal('rel forget harlan', columns);
      await forget.answer(
        ['First export', ENTER],
        ['in place of the name where', 'y'],
        ['Type the name', `harlan supply${ENTER}`],
        ['is forgotten', ''],
      );
      expect(await forget.ended()).toBe(0);
      // What is shown before the questions is a notice, and has no colours that would be written out.
      expect(forget.shown).not.toContain('u001b');
      expect(await console.must('rel export journal')).not.toMatch(/harlan/i);
      expect(await console.must('cat harlan-supply.jsonl')).toContain('asked for forklifts');
    },
    PATIENCE_MS,
  );

  test.each<[string, string, ...(readonly [question: string, keys: string])[]]>([
    ['rel forget harlan', 'at the first question', ['First export', CTRL_C]],
    ['rel forget harlan --no-export --mentions', 'at the last one', ['Type the name', CTRL_C]],
    [
      'rel forget harlan --no-export --mentions',
      'after the name of somebody else',
      ['Type the name', `somebody${ENTER}`],
      ['that is not the name', CTRL_C],
    ],
  ])(
    'and nobody is by %s, left %s',
    async (command, _, ...turns) => {
      const before = await console.must('rel export journal');
      const forget = terminal(command, columns);
      await forget.answer(...turns);
      expect(await forget.ended()).toBe(LEFT);
      expect(await console.must('rel export journal')).toBe(before);
    },
    PATIENCE_MS,
  );

  test(
    'before a backup takes the place of the journal',
    async () => {
      const whole = await console.must('rel export journal');
      for (const [keys, code] of [
        ['n', 0],
        [CTRL_C, LEFT],
      ] as const) {
        const asked = terminal('rel restore latest', columns);
        await asked.answer(['Put it back?', keys]);
        expect(await asked.ended()).toBe(code);
        expect(await console.must('rel export journal')).toBe(whole);
      }
      const sure = terminal('rel restore latest', columns);
      await sure.answer(['Put it back?', 'y'], ['put back: 1 entry', '']);
      expect(await sure.ended()).toBe(0);
      expect(await console.must('rel export journal')).not.toContain('after the backup');
    },
    PATIENCE_MS,
  );
});
