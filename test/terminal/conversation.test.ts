import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Console, TODAY } from '../support/console.ts';
import { CTRL_C, CTRL_D, ENTER, hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;
const WIDTHS = [80, 40];
const LEFT = 130;

let console: Console;
beforeEach(() => {
  console = new Console();
});
afterEach(() => console.remove());

const terminal = (command: string, columns = 80): Terminal =>
  new Terminal(command, {
    columns,
    cwd: console.home,
    env: console.environment,
  });

/** The entries of the journal without what differs from run to run. */
async function entries(): Promise<readonly object[]> {
  const lines = (await console.must('rel export journal')).trim().split('\n');
  return lines.map((line) => {
    const fields = Object.entries(JSON.parse(line) as object);
    return Object.fromEntries(fields.filter(([name]) => name !== 'id' && name !== 'recordedAt'));
  });
}

const oneLiner = (shown: string): string => {
  const [, line = ''] = /the same in one line: (rel .*)/.exec(shown.replace(/\n(?! )/g, '')) ?? [];
  return line.trim();
};

/** A first conversation with a customer nobody knew. */
const FIRST: readonly (readonly [string, string])[] = [
  ['Who?', 'Brazos Rentals'],
  ['new customer “Brazos Rentals”', ENTER],
  ['Make a new customer', 'y'],
  ['how?', 'v'],
  ['How did it go?', 's'],
  ['Who was it?', `Dana Whitfield${ENTER}`],
  ['About what?', 'n'],
  ['How long? (Enter: not said)', `40${ENTER}`],
  ['How did it feel?', '4'],
  [
    'Note, where words like :thanks count',
    `they:"send the list" by:fri :thanks saw the new hall${ENTER}`,
  ],
];

const VISIT = {
  type: 'spoke',
  customer: 'Brazos Rentals',
  on: TODAY,
  channel: 'visit',
  person: 'Dana Whitfield',
  about: ['need'],
  minutes: 40,
  feel: 1,
};

(hasTerminal ? describe : describe.skip)('rel log on a terminal', () => {
  test(
    'ends its lines between words, and a command that goes on in the next one can be copied',
    async () => {
      await console.must('rel add customer Acme');
      const told = 'rel log acme wants a call-over powered by batteries';
      const asked = 'rel log acme called them about the price list for winter, no answer :order';
      const both = terminal(`sh -c '${told}; ${asked}'`, 40);
      expect(await both.ended()).toBe(2);
      const lines = both.shown.trim().split('\n');
      expect(lines.filter((line) => line.length > 40)).toEqual([]);
      expect(lines).toEqual([
        '#1 Mon 16 Nov 2026, Acme: called: “wants',
        '   a call-over powered by batteries”',
        'rel: "called them about the price list',
        '     for winter, no answer" can be read',
        '     in two ways, so nothing is written',
        '     nobody reached:',
        '       rel log acme call no-answer \\',
        '       about the price list for winter \\',
        '       :order',
        '     you spoke:',
        '       rel log acme :order -- called \\',
        '       them about the price list for \\',
        '       winter, no answer',
      ]);
      await console.must(lines.slice(6, 9).join('\n'));
      expect((await entries()).at(-1)).toMatchObject({
        type: 'tried',
        about: ['order'],
        note: 'about the price list for winter',
      });
    },
    PATIENCE_MS,
  );

  test.each(WIDTHS)(
    'asks, stores what was answered, and shows the line that does the same, at %d columns',
    async (columns) => {
      const first = terminal('rel log', columns);
      await first.answer(...FIRST.slice(0, -1), [
        'Note',
        `asked for lifts :thanks me:quote by:fri${ENTER}`,
      ]);
      expect(await first.ended()).toBe(0);
      const stored = await entries();
      expect(stored).toEqual([
        { type: 'customer', name: 'Brazos Rentals' },
        { type: 'person', customer: 'Brazos Rentals', name: 'Dana Whitfield' },
        { ...VISIT, note: 'asked for lifts', signals: ['thanks'] },
        {
          type: 'promise',
          customer: 'Brazos Rentals',
          on: TODAY,
          by: 'us',
          what: 'quote',
          due: '2026-11-20',
        },
      ]);
      const line = oneLiner(first.shown);
      expect(line).toMatch(/^rel log "Brazos Rentals" --new visit /);
      await console.must('mv .local/share/rel/journal.db* .');
      await console.must(line);
      expect(await entries()).toEqual(stored);
    },
    PATIENCE_MS,
  );

  test(
    'asks no more than four things where nobody was reached, and proposes what was so last time',
    async () => {
      await console.must('rel add customer Brazos Rentals');
      await console.must('rel log brazos email no-reply 3 nov with:Dana');
      await console.must('rel log brazos email no-reply 10 nov with:Dana');
      const second = terminal('rel log brazos');
      await second.answer(
        ['how? (email)', ENTER],
        ['How did it go? (no reply)', ENTER],
        ['Who was it? (Dana)', ENTER],
        ['Note', ENTER],
        ['3 tries since 3 Nov 2026, nobody reached', ''],
        ['rel log brazos email no-reply with:Dana', ''],
      );
      expect(await second.ended()).toBe(0);
      expect((await entries()).at(-1)).toEqual({
        type: 'tried',
        customer: 'Brazos Rentals',
        on: TODAY,
        channel: 'email',
        outcome: 'no-reply',
        person: 'Dana',
      });
    },
    PATIENCE_MS,
  );

  test(
    'finds customers by their people, and says what cannot be read where it was typed',
    async () => {
      await console.must('rel add customer Harlan Supply');
      await console.must('rel add person Dana Whitfield --at harlan');
      const talk = terminal('rel log');
      await talk.answer(
        ['Who?', 'whit'],
        ['Dana Whitfield, Harlan Supply', ENTER],
        ['how?', '?'],
        ['? is none of these keys', 'c'],
        ['How did it go?', 'i'],
        ['About what?', 'r'],
        ['How long?', `long${ENTER}`],
        ['--minutes long', '\x15'],
        ['How long?', `1h${ENTER}`],
        ['How did it feel?', ENTER],
        ['Note', `:thx${ENTER}`],
        [':thx is not a word', `\x15-- --rude${ENTER}`],
      );
      expect(await talk.ended()).toBe(0);
      expect((await entries()).at(-1)).toMatchObject({
        type: 'heard',
        person: 'Dana Whitfield',
        about: ['price'],
        minutes: 60,
        note: '-- --rude',
      });
    },
    PATIENCE_MS,
  );

  test.each(FIRST.map((_turn, index) => index))(
    'writes nothing when left with Ctrl-C at question %d',
    async (index) => {
      const talk = terminal('rel log', index % 2 === 0 ? 80 : 40);
      await talk.answer(...FIRST.slice(0, index));
      await talk.sees(FIRST[index]?.[0] ?? '');
      talk.type(CTRL_C);
      expect(await talk.ended()).toBe(LEFT);
      expect(talk.shown).toContain('nothing was written');
      expect(existsSync(console.journal)).toBe(false);
    },
    PATIENCE_MS,
  );

  test.each([0, 3, 5, 9])(
    'writes nothing when left with Ctrl-D at question %d, a half answer typed',
    async (index) => {
      await console.must('rel add customer Acme');
      const before = readFileSync(console.journal);
      const talk = terminal('rel log');
      await talk.answer(...FIRST.slice(0, index));
      await talk.sees(FIRST[index]?.[0] ?? '');
      talk.type(index === 3 ? CTRL_D : `x${CTRL_D}`);
      expect(await talk.ended()).toBe(LEFT);
      expect(readFileSync(console.journal).equals(before)).toBe(true);
    },
    PATIENCE_MS,
  );

  test(
    'asks nothing with --no-input, nor where the line says what happened',
    async () => {
      await console.must('rel add customer Acme');
      const quiet = terminal('rel log acme --no-input');
      expect(await quiet.ended()).toBe(0);
      const line = terminal('rel log acme no-answer');
      expect(await line.ended()).toBe(0);
      const nobody = terminal('rel log --no-input');
      expect(await nobody.ended()).toBe(2);
      expect(nobody.shown).toContain('rel log needs a customer');
      expect((await entries()).map((entry) => 'type' in entry && entry.type)).toEqual([
        'customer',
        'spoke',
        'tried',
      ]);
    },
    PATIENCE_MS,
  );

  test(
    'stores nothing with --show',
    async () => {
      await console.must('rel add customer Acme');
      const talk = terminal('rel log acme --show');
      await talk.answer(
        ['how?', 'c'],
        ['How did it go?', 'v'],
        ['Who was it?', ENTER],
        ['Note', ENTER],
        ['not written', ''],
      );
      expect(await talk.ended()).toBe(0);
      expect(await entries()).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});
