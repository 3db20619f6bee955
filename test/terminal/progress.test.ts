import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';
import { hasTerminal } from './terminal.ts';

const ENTRIES = 2_000;
const PATIENCE_MS = 120_000;
const COUNTED = /[\d,]+ (lines read|entries imported) …/;
const CLEARED = '\r\u001b[K';
const console = new Console();

beforeAll(() => {
  const lines = Array.from(
    { length: ENTRIES },
    (_, index) => `{"type":"spoke","id":"e${index}","customer":"Acme","on":"2026-11-02"}\n`,
  );
  console.write('many.jsonl', lines.join(''));
});

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
