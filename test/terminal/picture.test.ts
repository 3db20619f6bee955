import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { Console, FIXTURES } from '../support/console.ts';
import { hasTerminal, Terminal } from './terminal.ts';

const PATIENCE_MS = 60_000;
const TODAY = '2025-06-27';
const SIGNS = { KEEP: '▁', FIX: '▃', REBUILD: '▅', DROP: '▇' } as const;

const console = new Console({ REL_TODAY: TODAY });
beforeAll(() => console.must(`rel import '${join(FIXTURES, '../books/fifteen.jsonl')}'`));
afterAll(() => console.remove());

async function shown(
  command: string,
  columns: number,
  lang = 'C.UTF-8',
): Promise<readonly string[]> {
  const terminal = new Terminal(command, {
    columns,
    cwd: console.home,
    env: { ...console.environment, LANG: lang },
  });
  expect(await terminal.ended()).toBe(0);
  return terminal.shown.split('\n');
}

const describeOnTerminal = hasTerminal ? describe : describe.skip;

describeOnTerminal.each([
  [80, 'C.UTF-8'],
  [80, 'C'],
  [40, 'C.UTF-8'],
  [40, 'C'],
])('at %i columns, with %s', (columns, lang) => {
  const piped = (command: string): Promise<string> =>
    console.must(command, { COLUMNS: String(columns), LANG: lang });

  test.each(['tamarind', '東京キッチン'])(
    'the picture of %s says without its colours what it says in a pipe',
    async (name) => {
      const lines = await shown(`rel show ${name}`, columns, lang);
      const begin = lines.findIndex((line) => line.startsWith('months'));
      const picture = lines.slice(begin - 1, lines.indexOf('', begin));
      expect(picture.length).toBeGreaterThan(5);
      expect(picture.filter((line) => stringWidth(line) > columns)).toEqual([]);
      expect(await piped(`rel show ${name}`)).toContain(picture.join('\n'));
    },
    PATIENCE_MS,
  );

  test(
    'the book at one look says without its colours what it says in a pipe',
    async () => {
      const lines = await shown('rel review --graph', columns, lang);
      expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
      expect(lines.join('\n')).toBe(await piped('rel review --graph'));
    },
    PATIENCE_MS,
  );
});

describeOnTerminal('a review on a terminal', () => {
  test(
    'shows thirteen of the twenty-six weeks, and all where there is room; a pipe shows none',
    async () => {
      const json = await console.must('rel review tamarind --json --no-hangs-on --graph');
      const { customers } = JSON.parse(json) as {
        customers: readonly { weeks: readonly { verdict: keyof typeof SIGNS }[] }[];
      };
      const bars = (customers[0]?.weeks ?? []).map(({ verdict }) => SIGNS[verdict]).join('');
      expect(bars).toHaveLength(26);
      const lineOn = async (columns: number): Promise<string> =>
        (await shown('rel review', columns)).find((line) => line.includes(' Tamarind ')) ?? '';
      expect((await lineOn(80)).endsWith(`  ${bars.slice(-13)}`)).toBe(true);
      expect((await lineOn(120)).endsWith(`  ${bars}`)).toBe(true);
      expect(await console.must('rel review')).not.toContain(bars.slice(-13));
      await console.must('rel config set display.graph never');
      expect(await lineOn(80)).toMatch(/15 %$/);
      await console.must('rel config unset display.graph');
    },
    PATIENCE_MS,
  );
});

(hasTerminal ? test : test.skip)(
  'an answer breaks between words on a terminal, and is one line in a pipe',
  async () => {
    const db = '--db answers.db';
    const line = `rel log Acme ${db} --new call -- the pallet came late and stood in the rain`;
    for (const command of [
      line,
      `rel notice acme ${db} by fri pay, or we part ways`,
      `rel undo ${db}`,
    ]) {
      const lines = await shown(command, 40);
      expect(lines.filter((each) => stringWidth(each) > 40)).toEqual([]);
    }
    const [first] = (await console.must(line.replace('Acme', 'Zinc'))).split('\n');
    expect(first).toMatch(/Zinc: called: “the pallet came late and stood in the rain”$/);
  },
  PATIENCE_MS,
);
