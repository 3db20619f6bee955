import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../src/store/driver.ts';
import { Console } from '../support/console.ts';
import { CTRL_C, ENTER, hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;
const WIDTHS = [80, 40];
const LEFT = 130;
const TODAY = '2023-12-24';

const untouched = new Console({ REL_TODAY: TODAY });
let console: Console;
beforeAll(async () => {
  for (const story of ['best-customer-vanishes', 'our-failure-owned', 'complacency-before-renewal'])
    await untouched.must(`rel import "$FIXTURES/${story}.jsonl"`);
});
beforeEach(() => {
  console = new Console({ REL_TODAY: TODAY }, untouched);
});
afterEach(() => console.remove());
afterAll(() => untouched.remove());

const terminal = (command: string, columns = 80, today = TODAY): Terminal =>
  new Terminal(command, {
    columns,
    cwd: console.home,
    env: { ...console.environment, REL_TODAY: today },
  });

interface Decision {
  readonly type: string;
  readonly customer: string;
  readonly verdict: string;
  readonly computed: string;
  readonly reason?: string;
  readonly until?: string;
}

async function decisions(): Promise<readonly (readonly unknown[])[]> {
  const lines = (await console.must('rel export journal')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Decision)
    .filter(({ type }) => type === 'decision')
    .map(({ customer, verdict, computed, reason, until }) =>
      [customer, verdict, computed, reason, until].filter((each) => each !== undefined),
    );
}

const against = async (today: string): Promise<unknown> => {
  const json = await console.must('rel review --json --no-hangs-on', { REL_TODAY: today });
  return (JSON.parse(json) as { readonly against: unknown }).against;
};

const describeOnTerminal = hasTerminal ? describe : describe.skip;

describeOnTerminal('a review that is read', () => {
  test(
    'is recorded on a terminal, and the next one is compared with it',
    async () => {
      const read = terminal('rel review');
      expect(await read.ended()).toBe(0);
      expect(read.shown).toContain('since Sun 17 Dec 2023');
      expect(await against(TODAY)).toBe('2023-12-17');
      expect(await against('2023-12-27')).toBe(TODAY);
      const next = terminal('rel review', 80, '2023-12-27');
      expect(await next.ended()).toBe(0);
      expect(next.shown).toContain('since Sun 24 Dec 2023');
      const again = terminal('rel review', 80, '2023-12-27');
      expect(await again.ended()).toBe(0);
      expect(again.shown).toContain('since Sun 24 Dec 2023');
      expect(await against('2023-12-30')).toBe('2023-12-27');
      expect(await console.must('rel undo')).toContain('import');
    },
    PATIENCE_MS,
  );

  test.each([
    'rel review --as-of 2023-12-24',
    'rel review --known 2023-12-24',
    'rel review brazos',
    'rel review --verdict drop',
    'rel review --json',
    'rel why brazos',
    'sh -c "rel review > shown.txt"',
  ])(
    'is not by: %s',
    async (command) => {
      expect(await terminal(command).ended()).toBe(0);
      expect(await against('2023-12-27')).toBe('2023-12-20');
    },
    PATIENCE_MS,
  );

  test(
    'is not in a pipe, nor where another program holds the journal; and that is no failure',
    async () => {
      expect(await console.must('rel review | cat')).toContain('since Sun 17 Dec 2023');
      expect(await against('2023-12-27')).toBe('2023-12-20');
      const rival = connect(console.journal, 0);
      rival.exec('BEGIN IMMEDIATE');
      const locked = terminal('rel review');
      expect(await locked.ended()).toBe(0);
      rival.close();
      expect(locked.shown).toContain('1 DROP');
      expect(locked.shown).not.toContain('locked');
      expect(await against('2023-12-27')).toBe('2023-12-20');
    },
    PATIENCE_MS,
  );
});

describeOnTerminal.each(WIDTHS)('rel review -i at %d columns', (columns) => {
  test(
    'accepts, overrides with reason and end, leaves for later; each answer is one change',
    async () => {
      const walk = terminal('rel review -i', columns);
      await walk.answer(
        ['1 of 3: DROP?', 'o'],
        ['What do you say?', 'k'],
        ['Why?', `their hall burnt down${ENTER}`],
        ['Until when?', `in 2 weeks${ENTER}`],
        ['decided KEEP', ''],
        ['2 of 3: KEEP?', 'a'],
        ['3 of 3: FIX?', ENTER],
        ['2 decisions written', ''],
      );
      expect(await walk.ended()).toBe(0);
      expect(walk.shown).toContain('Leeward Foods');
      expect(walk.shown).not.toContain('()');
      const both = [
        ['Brazos Rentals', 'KEEP', 'DROP', 'their hall burnt down', '2024-01-07'],
        ['Maxwell & Ivy', 'KEEP', 'KEEP'],
      ];
      expect(await decisions()).toEqual(both);
      expect(await against('2023-12-27')).toBe(TODAY);
      const undone = await console.must('rel undo');
      expect(undone).toContain('undone: decide "Maxwell & Ivy" KEEP');
      expect(await decisions()).toEqual(both.slice(0, 1));
    },
    PATIENCE_MS,
  );

  test(
    'with --blind asks before it tells, and keeps both verdicts',
    async () => {
      const walk = terminal('rel review -i --blind', columns);
      await walk.sees('Brazos Rentals');
      await walk.sees('1 of 3: what do you say?');
      expect(walk.shown).not.toContain('serious');
      walk.type('f');
      await walk.sees('promises');
      await walk.answer(
        ['Why?', ENTER],
        ['Until when?', `-${ENTER}`],
        ['Maxwell & Ivy', ''],
        ['2 of 3: what do you say?', 'k'],
        ['decided KEEP', ''],
        ['3 of 3: what do you say?', 's'],
        ['2 decisions written, 1 left', ''],
      );
      expect(await walk.ended()).toBe(0);
      expect(await decisions()).toEqual([
        ['Brazos Rentals', 'FIX', 'DROP'],
        ['Maxwell & Ivy', 'KEEP', 'KEEP'],
      ]);
      expect(await against('2023-12-27')).toBe('2023-12-20');
    },
    PATIENCE_MS,
  );

  test(
    'left with Ctrl-C keeps what was answered, and nothing half',
    async () => {
      const walk = terminal('rel review -i', columns);
      await walk.answer(
        ['1 of 3: DROP?', 'a'],
        ['2 of 3: KEEP?', 'o'],
        ['What do you say?', 'd'],
        ['Why?', `because${CTRL_C}`],
      );
      expect(await walk.ended()).toBe(LEFT);
      expect(walk.shown).toContain('1 decision written');
      expect(await decisions()).toEqual([['Brazos Rentals', 'DROP', 'DROP']]);
      const again = terminal('rel review -i', columns);
      await again.answer(['1 of 2: KEEP?', 's']);
      expect(await again.ended()).toBe(0);
    },
    PATIENCE_MS,
  );
});
