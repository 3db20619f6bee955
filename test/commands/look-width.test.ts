import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { Console, TODAY } from '../support/console.ts';
import { manyCustomers } from '../support/many-customers.ts';

const CUSTOMERS = 300;
const WIDTHS = [40, 60, 80, 120];

interface DueLine {
  readonly kind: string;
  readonly customer: string;
  readonly command: string;
}

interface ListedNames {
  readonly customers: readonly { readonly name: string }[];
}

describe('a book of 300 customers', () => {
  const console = new Console();
  let names: readonly string[] = [];
  beforeAll(async () => {
    console.write('book.jsonl', manyCustomers(CUSTOMERS, TODAY));
    await console.must('rel import book.jsonl');
    const list = JSON.parse(await console.must('rel list --json')) as ListedNames;
    names = list.customers.map(({ name }) => name);
  });
  afterAll(() => console.remove());

  const dueLines = async (): Promise<readonly DueLine[]> => {
    const { due } = JSON.parse(await console.must('rel today --json')) as { due: DueLine[] };
    return due;
  };
  const lines = async (command: string, width: number): Promise<readonly string[]> => {
    const text = await console.must(command, { COLUMNS: String(width) });
    return text.split('\n').slice(0, -1);
  };
  const tooWide = (text: readonly string[], width: number): readonly string[] =>
    // A command that is to be pasted is never cut.
    text.filter((line) => stringWidth(line) > width && !/^ *→ rel /.test(line));

  test('is the same for the same seed, and another for another', () => {
    expect(manyCustomers(5, TODAY)).toBe(manyCustomers(5, TODAY));
    expect(manyCustomers(5, TODAY)).not.toBe(manyCustomers(5, TODAY, 2));
    expect(new Set(names).size).toBe(CUSTOMERS);
  });

  test.each(WIDTHS)('keeps within %i columns', async (width) => {
    const customer = `'${names.find((name) => name.includes('商事')) ?? ''}'`;
    for (const command of [
      'rel today --all',
      'rel list',
      'rel search cafe --last 60',
      `rel timeline ${customer}`,
      `rel show ${customer}`,
    ]) {
      const text = await lines(command, width);
      expect(text.length).toBeGreaterThan(5);
      expect(tooWide(text, width)).toEqual([]);
    }
  });

  test('lists each customer on one aligned line', async () => {
    const [head = '', ...rows] = await lines('rel list', 80);
    expect(rows).toHaveLength(CUSTOMERS);
    const column = stringWidth(head.slice(0, head.indexOf('Verdict')));
    for (const row of rows) {
      const before = row.slice(0, row.search(/ (KEEP|FIX|REBUILD|DROP) /) + 1);
      expect(stringWidth(before)).toBe(column);
    }
  });

  test('shows today on one screen, each kind of thing on it, and counts the rest', async () => {
    const text = await lines('rel today', 80);
    expect(text.length).toBeLessThanOrEqual(24);
    const due = await dueLines();
    const kinds = new Set(due.map(({ kind }) => kind));
    const headings = text.filter((line) => /^\p{L}/u.test(line)).slice(1);
    expect(kinds.size).toBeGreaterThan(5);
    expect(headings.filter((line) => !line.includes('within a week'))).toHaveLength(kinds.size);
    const shown = text.filter((line) => /#\d+ .* rel |#\d+ /.test(line) && line.startsWith(' '));
    const hidden = Number(text.find((line) => line.endsWith('rel today --all'))?.split(' ')[0]);
    expect(shown.length + hidden).toBe(due.length);
    const all = await lines('rel today --all', 80);
    expect(all.filter((line) => /^ .*#\d+ /.test(line))).toHaveLength(due.length);
  });

  test('names customers in commands as rel itself understands them', async () => {
    const ofCustomer = (await dueLines()).filter(({ command }) => command.includes(' log '));
    for (const { command, customer } of ofCustomer.slice(0, 10)) {
      const shown = await console.must(command.replace('rel log', 'rel log --json'));
      expect(JSON.parse(shown)).toMatchObject({ entry: { customer } });
    }
  });

  test('stops quietly when the reader has seen enough', async () => {
    for (const command of ['rel list', 'rel search cafe --last 600', 'rel today --all']) {
      expect(await console.must(`${command} | head -1`)).not.toBe('');
    }
  });
});
