import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { Console, FIXTURES } from '../support/console.ts';
import { manyCustomers } from '../support/many-customers.ts';

const DAY = '2025-06-27';
const SIGNS = { KEEP: '▁', FIX: '▃', REBUILD: '▅', DROP: '▇' } as const;
const LETTERS = { KEEP: 'K', FIX: 'F', REBUILD: 'R', DROP: 'D' } as const;

interface Reviewed {
  readonly customer: string;
  readonly verdict: keyof typeof SIGNS;
  readonly value: number | null;
  readonly weeks: readonly { readonly asOf: string; readonly verdict: keyof typeof SIGNS | null }[];
}

const signsOf = ({ weeks }: Reviewed, signs: Readonly<Record<string, string>>, unknown: string) =>
  weeks.map(({ verdict }) => (verdict === null ? unknown : signs[verdict])).join('');
const widest = (text: string): number =>
  Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('a book of fifteen at one look', () => {
  const console = new Console({ REL_TODAY: DAY });
  let customers: readonly Reviewed[] = [];
  beforeAll(async () => {
    await console.must(`rel import '${join(FIXTURES, '../books/fifteen.jsonl')}'`);
    const json = await console.must('rel review --json --no-hangs-on --graph');
    ({ customers } = JSON.parse(json) as { customers: readonly Reviewed[] });
  });
  afterAll(() => console.remove());

  const rows = (text: string): readonly string[] =>
    text.split('\n').filter((line) => customers.some(({ customer }) => line.startsWith(customer)));

  test('is a line for each customer in the order of the review: name, weeks, verdict, worth', async () => {
    const lines = rows(await console.must('rel review --graph --all'));
    expect(lines).toHaveLength(15);
    for (const [index, one] of customers.entries()) {
      expect(one.weeks).toHaveLength(26);
      const worth = one.value === null ? '' : one.value.toLocaleString('en-US');
      const [name, rest] = [one.customer, `${signsOf(one, SIGNS, ' ')}  ${one.verdict}`];
      expect(lines[index]?.startsWith(name)).toBe(true);
      expect(lines[index]).toContain(`  ${rest}`);
      expect(lines[index]?.endsWith(worth)).toBe(true);
    }
    // Nothing was known of them before their first entry.
    expect(customers.find(({ customer }) => customer.startsWith('Castellan'))?.weeks[0]).toEqual({
      asOf: '2025-01-03',
      verdict: null,
    });
  });

  test('is aligned, whatever letters the names have, and has the months above', async () => {
    const text = await console.must('rel review --graph --all');
    const begins = rows(text).map((line) =>
      stringWidth(line.slice(0, line.search(/ (KEEP|FIX|REBUILD|DROP)( |$)/))),
    );
    expect(new Set(begins).size).toBe(1);
    const [months = ''] = text.split('\n').filter((line) => line.startsWith('customer'));
    expect(months).toMatch(/ Jan +Feb +Mar +Apr +May +Jun +now +EUR a year$/);
    const first = customers[0]?.weeks.findIndex(({ asOf }) => asOf.startsWith('2025-02')) ?? 0;
    const begin =
      months.indexOf('Jan') -
      (customers[0]?.weeks.findIndex(({ asOf }) => asOf >= '2025-01-01') ?? 0);
    expect(months.indexOf('Feb') - begin).toBe(first);
  });

  test('counts those who were KEEP all the time in one line, and lists them with --all or by name', async () => {
    const steady = customers.filter(({ weeks }) =>
      weeks.every(({ verdict }) => verdict === null || verdict === 'KEEP'),
    );
    expect(steady.length).toBeGreaterThan(1);
    const text = await console.must('rel review --graph');
    expect(rows(text)).toHaveLength(15 - steady.length);
    expect(text).toContain(
      `${steady.length} customers, KEEP all the time: rel review --graph --all`,
    );
    const [one] = steady;
    const named = await console.must(`rel review --graph '${one?.customer ?? ''}'`);
    expect(rows(named)).toHaveLength(1);
    expect(named).not.toContain('KEEP all the time');
  });

  test('says what the signs stand for, below, those that occur', async () => {
    const last = async (command: string): Promise<string | undefined> =>
      (await console.must(command)).trimEnd().split('\n').at(-1);
    expect(await last('rel review --graph')).toBe(
      'a sign a week, the last is now:  ▁ KEEP  ▃ FIX  ▅ REBUILD  ▇ DROP',
    );
    expect(await last('rel review --graph kettleby')).toBe(
      'a sign a week, the last is now:  ▅ REBUILD',
    );
    expect(await last('LANG=C rel review --graph castellan')).toBe(
      'a sign a week, the last is now:  K KEEP  F FIX  D DROP  . not known yet',
    );
  });

  test('has letters where only ASCII is shown', async () => {
    const lines = rows(await console.must('rel review --graph --all', { LANG: 'C' }));
    for (const [index, one] of customers.entries())
      expect(lines[index]).toContain(` ${signsOf(one, LETTERS, '.')} `);
  });

  test('stands under its verdict on a narrow page, all weeks on it', async () => {
    const lines = (await console.must('rel review --graph --all', { COLUMNS: '40' })).split('\n');
    const words = lines.filter((line) => /^(KEEP|FIX|REBUILD|DROP)$/.test(line));
    expect(words).toEqual(['DROP', 'REBUILD', 'FIX', 'KEEP']);
    for (const one of customers) {
      const row = lines.findIndex(
        (line) =>
          line.endsWith(signsOf(one, SIGNS, ' ')) && line.startsWith(one.customer.slice(0, 4)),
      );
      const above = lines.slice(0, row).findLast((line) => words.includes(line));
      expect([one.customer, above]).toEqual([one.customer, one.verdict]);
    }
  });
});

test.each([30, 40, 59, 60, 80, 120])(
  'a book of a hundred keeps within %i columns',
  async (width) => {
    const console = new Console();
    console.write('book.jsonl', manyCustomers(100, '2026-11-16'));
    await console.must('rel import book.jsonl');
    const text = await console.must('rel review --graph --all', { COLUMNS: String(width) });
    expect(widest(text)).toBeLessThanOrEqual(width);
    expect(widest(text)).toBeGreaterThan(Math.min(width, 80) * 0.7);
    expect(text.split('\n').length).toBeGreaterThan(100);
    console.remove();
  },
  60_000,
);
