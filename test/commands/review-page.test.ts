import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { Console, FIXTURES } from '../support/console.ts';
import { manyCustomers } from '../support/many-customers.ts';

const DAY = '2025-06-27';
const FIFTEEN = join(FIXTURES, '../books/fifteen.jsonl');
const SCREEN = 48;

interface Finding {
  readonly rule: string;
  readonly level: number;
  readonly message: string;
}
interface Reviewed {
  readonly customer: string;
  readonly verdict: string;
  readonly previous: string | null;
  readonly value: number | null;
  readonly share: number | null;
  readonly next: string;
  readonly findings: readonly Finding[];
}
interface ReviewJson {
  readonly customers: readonly Reviewed[];
  readonly book: {
    readonly customers: number;
    readonly changed: number;
    readonly verdicts: Readonly<Record<string, number>>;
    readonly time: { readonly prospectMinutes: number; readonly customerMinutes: number };
    readonly atStake: { readonly share: number; readonly income: number };
    readonly ourPromises: { readonly late: number; readonly soon: number };
    readonly leftAlone: { readonly customer: string; readonly days: number };
  };
}

const thousands = (amount: number): string => amount.toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(share * 100)} %`;
/** A command that is to be pasted is never cut. */
const isCommand = (line: string): boolean => line.includes('→ rel ');
const widest = (text: string): number =>
  Math.max(...text.split('\n').map((line) => (isCommand(line) ? 0 : stringWidth(line))));

describe('the page of fifteen customers', () => {
  const console = new Console({ REL_TODAY: DAY });
  let json: ReviewJson;
  let text = '';
  beforeAll(async () => {
    await console.must(`rel import '${FIFTEEN}'`);
    json = JSON.parse(await console.must('rel review --json --no-hangs-on')) as ReviewJson;
    text = await console.must('rel review');
  });
  afterAll(() => console.remove());

  const lineOf = (customer: string): string =>
    text.split('\n').find((line) => /^[A-Z]/.test(line) && line.slice(9).startsWith(customer)) ??
    '';

  test('fits one screen', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(24);
    expect(lines.length).toBeLessThanOrEqual(SCREEN);
  });

  test('names of whom there is more to mind where the page is full, and tells it where it may be longer', async () => {
    const told = (page: string): string =>
      (/^ {2}mind {3}[^]*?(?=^ {2}\w)/m.exec(page)?.[0] ?? '').replace(/\s+/g, ' ');
    expect(told(text)).toMatch(/^ mind more at rel why NAME: Tamarind Street Bakery, .* more/);
    const narrow = told(await console.must('COLUMNS=40 rel review'));
    expect(narrow).toMatch(/^ mind since the windfall of .* 2 of 2 before/);
  });

  test('says of each customer what the JSON says', () => {
    const alone = json.customers.filter(({ customer }) => lineOf(customer) !== '');
    expect(alone.map(({ verdict }) => verdict)).toEqual(
      'DROP DROP DROP REBUILD REBUILD FIX FIX FIX'.split(' '),
    );
    for (const { customer, next, previous, share, value, verdict } of alone) {
      const line = lineOf(customer);
      expect(line).toMatch(new RegExp(`^${verdict} `));
      expect(line.includes(`was ${previous}`)).toBe(previous !== verdict);
      expect(line).toContain(` ${thousands(value ?? NaN)} `);
      expect(line.endsWith(` ${percent(share ?? NaN)}`)).toBe(true);
      expect(text).toContain(`→ ${next}\n`);
    }
  });

  test('puts those together of whom there is nothing but the same warning on our side', () => {
    const together = ['Bäckerei Grünwald', 'Córdoba Catering', 'Hôtel du Lac'];
    const mild = json.customers.filter(({ customer }) => together.includes(customer));
    expect(mild.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual(
      together.map(() => ['discovery']),
    );
    const values = mild.reduce((sum, { value }) => sum + (value ?? 0), 0);
    expect(text).toContain(`FIX      3 customers: need or win unknown`);
    expect(text).toContain(thousands(values));
    expect(text).toContain(`\n         ${together.join(', ')}\n`);
    // Another one of its kind stands alone, because nobody else has it.
    expect(lineOf('Orchard Lane Nursery')).not.toBe('');
  });

  test('says of the book what the JSON says', () => {
    const { book } = json;
    expect(text).toContain(`${book.customers} customers, ${book.changed} changed since`);
    for (const [verdict, count] of Object.entries(book.verdicts))
      expect(text).toMatch(new RegExp(`^(.* )?${count} ${verdict}\\b`, 'm'));
    const hours = (minutes: number): string => `${Number((minutes / 60).toFixed(1))} h`;
    expect(text).toContain(
      `${hours(book.time.prospectMinutes)} prospects, ${hours(book.time.customerMinutes)} customers`,
    );
    expect(text).toContain(`${percent(book.atStake.share)} of a year's income`);
    expect(text).toContain(thousands(book.atStake.income));
    expect(text).toContain(`${book.ourPromises.late} promise of yours late`);
    expect(text).toContain(`${book.ourPromises.soon} due within`);
    expect(text).toContain(`${book.leftAlone.customer} (`);
    expect(text).toContain(`for ${book.leftAlone.days} days`);
  });

  test('shows no weeks in a pipe that did not ask for them', async () => {
    expect(await console.must('rel review')).not.toMatch(/[▁▃▅▇]/);
    const { customers } = JSON.parse(await console.must('rel review --json')) as ReviewJson;
    expect(customers[0]).not.toHaveProperty('weeks');
  });

  test.each([40, 60, 80, 120])('keeps within %i columns', async (width) => {
    const env = { COLUMNS: String(width) };
    const page = await console.must('rel review --all', env);
    expect(widest(page)).toBeLessThanOrEqual(width);
    expect(widest(page)).toBeGreaterThan(width * 0.7);
  });

  test('stands in columns whatever letters the names have', () => {
    const ends = ['Tamarind', 'Castellan', '東京キッチン'].map((name) => stringWidth(lineOf(name)));
    expect(ends).toEqual([80, 80, 80]);
  });

  test('is the same in CSV as the export', async () => {
    expect(await console.must('rel review --format csv')).toBe(
      await console.must('rel export verdicts'),
    );
    const drops = await console.must('rel review --verdict drop --format csv');
    expect(drops.trimEnd().split('\r\n')).toHaveLength(1 + 3);
  });

  test.each(['text', 'md', 'csv'])('keeps feelings and notes to oneself in %s', async (format) => {
    const named = 'Tamarind Street Bakery 東京';
    const page = await console.must(`rel review ${named} --format ${format}`);
    expect(page.length).toBeGreaterThan(300);
    expect(page).not.toMatch(/felt|feeling|shouted/);
    // The finding itself is told, since it counts.
    if (format === 'text') expect(page).toContain('cost   !  how it feels to you: see rel why');
    if (format === 'md')
      expect(page).toContain('| cost | warn | how it feels to you: see rel why |');
  });

  test('fails on a verdict in every format', async () => {
    for (const format of ['text', 'json', 'md', 'csv']) {
      const { code } = await console.run(`rel review --fail-on drop --format ${format}`);
      expect([format, code]).toEqual([format, 1]);
    }
  });
});

describe('hostile names', () => {
  const console = new Console();
  afterAll(() => console.remove());

  test('are text in Markdown', async () => {
    const name = 'A|B *c* `d` <e> [f](http://g.example) www.h.example \\ #1';
    const line = { id: 'x', customer: name, on: '2026-11-01' };
    console.write(
      'book.jsonl',
      `${JSON.stringify({ type: 'heard', dealbreaker: true, ...line })}\n`,
    );
    await console.must('rel import book.jsonl');
    const page = await console.must('rel review --format md');
    expect(page).toContain(
      '## DROP: A\\|B \\*c\\* \\`d\\` \\<e\\> \\[f\\](http\\://g.example) www\\.h.example \\\\ \\#1\n',
    );
    // One row for the one customer, with as many cells as there are titles.
    const [, , row = ''] = page.split('\n').filter((each) => each.startsWith('|'));
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
    expect(page).toContain(`- \`\`rel drop 'A|B *c* \`d\` <e>`);
  });
});

describe('a page of three hundred customers', () => {
  const console = new Console();
  beforeAll(async () => {
    console.write('book.jsonl', manyCustomers(300, '2026-11-16'));
    await console.must('rel import book.jsonl');
  });
  afterAll(() => console.remove());

  test('is folded, and counts everyone once', async () => {
    const page = await console.must('rel review');
    const lines = page.trimEnd().split('\n');
    expect(lines[0]).toContain('300 customers');
    expect(lines.length).toBeLessThan(150);
    const heads = lines.filter((line) => /^(DROP|REBUILD|FIX|KEEP) /.test(line));
    const counts = heads.map((line) => Number(/^\w+ +(\d+) customers?[:,]/.exec(line)?.[1] ?? 1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(counts.some((count) => count > 20)).toBe(true);
  });
});
