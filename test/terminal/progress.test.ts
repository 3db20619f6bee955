import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { hasTerminal } from './terminal.ts';

const ENTRIES = 2_000;
const PATIENCE_MS = 120_000;
const COUNTED = /[\d,]+ (lines read|entries imported) …/;
const CLEARED = '\r\u001b[K';
const console = new Console();

beforeAll(async () => {
  const lines = Array.from(
    { length: ENTRIES },
    (_, index) => `{"type":"spoke","id":"e${index}","customer":"Acme","on":"2026-11-02"}\n`,
  );
  console.write('many.jsonl', lines.join(''));
  console.write('book.jsonl', [...book()].join(''));
  console.write('hasty.cjs', HASTY);
  await console.must(
    'rel import book.jsonl --db book.db && rel backup --db book.db && mkdir shared',
  );
});

function* book(): Generator<string> {
  for (let talk = 0; talk < TALKS; talk += 1)
    for (let customer = 0; customer < CUSTOMERS; customer += 1) {
      const on = new Date(Date.UTC(2026, 10, 1 - 4 * talk)).toISOString().slice(0, 10);
      yield `{"type":"spoke","id":"b${talk}-${customer}","customer":"Customer ${customer}","on":"${on}"}\n`;
    }
}

afterAll(() => console.remove());

const inTerminal = (command: string): string => `script -qefc '${command}' /dev/null`;

/** What comes slowly takes long on a quick machine, too. */
const SLOWLY = '(head -n 1000 many.jsonl; sleep 3; tail -n +1001 many.jsonl)';

(hasTerminal ? test : test.skip)(
  'a long import counts on a terminal, and leaves no trace of it there',
  async () => {
    const shown = await console.must(inTerminal(`${SLOWLY} | rel import - --db first.db`));
    expect(shown).toMatch(COUNTED);
    expect(shown).toContain(`${CLEARED}imported 1 customer, 0 people, 2000 entries`);
  },
  PATIENCE_MS,
);

(hasTerminal ? test : test.skip)(
  'nothing is counted where standard error is no terminal',
  async () => {
    const shown = await console.must(inTerminal(`${SLOWLY} | rel import - --db second.db 2>told`));
    expect(shown).toBe('imported 1 customer, 0 people, 2000 entries; 0 here already\r\n');
    expect(console.read('told')).toBe('');
  },
  PATIENCE_MS,
);

const CUSTOMERS = 12;
const TALKS = 30;

/** For the program a millisecond of work is an hour, however quick the machine is. */
const HASTY = `const { bigint: now } = process.hrtime;
process.hrtime.bigint = () => now() * 3_600_000n;
`;

const hastily = (command: string): string =>
  `NODE_OPTIONS=--require=./hasty.cjs ${command} --db book.db`;

const LONG: readonly (readonly [command: string, counted: RegExp, answer: string])[] = [
  ['rel backtest', /\d+ customers replayed …/, 'losses warned of'],
  ['rel rules --try silence.factor=9', /\d+ customers tried …/, 'would change'],
  ['rel review', /\d+ customers measured …[^]*\d+ customers read …/, 'Review of'],
  ['rel backup', /\d+ rows checked …/, 'entries kept'],
  ['rel doctor', /\d+ rows checked …/, 'every row is what'],
  ['rel export entries', /\d+ rows …/, 'spoke'],
  ['rel export verdicts', /\d+ customers measured …[^]*\d+ customers read …/, 'Customer 1'],
  ['rel export promises', /\d+ customers read …/, 'firstDue'],
  ['rel why "customer 1"', /\d+ customers measured …/, 'Customer 1'],
  ['rel handover "customer 1" --to Ann', /\d+ customers measured …/, 'Customer 1'],
  ['rel today', /\d+ customers read …/, 'nothing is due'],
  ['rel show "customer 1" --format html', /\d+ customers measured …/, '</html>'],
  ['rel review --format html', /\d+ customers drawn …/, '</html>'],
  ['rel doctor --salvage $$.db', /\d+ entries saved …/, 'entries'],
  ['rel restore latest --yes', /\d+ rows checked …/, 'put back'],
  ['rel sync shared --yes', /\d+ steps read …/, 'nothing new'],
];

/** What is done once, with its like that is done in a pipe. */
const ONCE: readonly (readonly [command: string, counted: RegExp, other: string])[] = [
  ['rel undo', /\d+ steps taken back …/, 'rel redo --db book.db && rel undo'],
  ['rel redo', /\d+ steps done again …/, 'rel undo --db book.db && rel redo'],
  ['rel won "customer 4" 100', /\d+ customers measured …/, 'rel won "customer 5" 100'],
  [
    'rel forget "customer 2" --no-export --yes',
    /\d+ steps looked through …/,
    'rel forget "customer 3" --no-export --yes',
  ],
];

(hasTerminal ? test.each(LONG) : test.skip.each(LONG))(
  '%s counts on a terminal, and in no pipe',
  async (command, counted, answer) => {
    const shown = await console.must(inTerminal(hastily(command)));
    expect(shown).toMatch(counted);
    expect(shown).toContain(CLEARED);
    const { stdout, stderr } = await console.run(hastily(command));
    expect(stdout).toContain(answer);
    expect(`${stdout}${stderr}`).not.toMatch(counted);
  },
  PATIENCE_MS,
);

(hasTerminal ? test.each(ONCE) : test.skip.each(ONCE))(
  '%s counts on a terminal, and its like in no pipe',
  async (command, counted, other) => {
    const shown = await console.must(inTerminal(hastily(command)));
    expect(shown).toMatch(counted);
    expect(shown).toContain(CLEARED);
    const { stdout, stderr, code } = await console.run(hastily(other));
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toMatch(/ …/);
  },
  PATIENCE_MS,
);
