import { describe, expect, test } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csvOf } from '../../src/export/csv.ts';

const COLUMNS = ['id', 'na,me', 'note', 'tags', 'amount', 'source'];

const awkward = fc.string({
  unit: fc.constantFrom(
    '"',
    ',',
    '\n',
    '\r',
    '\t',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '；',
    ';',
    'é',
    'a',
    ' ',
    '\u{1f4d0}',
  ),
  maxLength: 8,
});
const row = fc.record(
  {
    id: awkward,
    'na,me': fc.option(awkward),
    note: fc.string({ unit: 'grapheme' }),
    tags: fc.array(awkward),
    amount: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    source: fc.boolean(),
  },
  { requiredKeys: [] },
);

type Cell = string | number | boolean | readonly string[] | null | undefined;

/** A cell as a list and a number are written, before anything is quoted. */
function plain(value: Cell): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? value.join(';') : String(value);
}

/** What a spreadsheet obeys, behind blanks too, and what would look like such a cell made harmless. */
function isObeyed(text: string): boolean {
  const bare = text.replace(/^'+/, '');
  return /^[\t\r\n]/.test(bare) || '=+-@＝＋－＠'.includes(bare.trimStart().charAt(0) || ' ');
}

describe('CSV is what a library would write', () => {
  test.each([
    { bom: false, spreadsheet: false },
    { bom: true, spreadsheet: true },
  ])('%o', (options) => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const cells = rows.map((each) =>
          COLUMNS.map((column) => {
            const text = plain(each[column as keyof typeof each]);
            return options.spreadsheet && isObeyed(text) ? `'${text}` : text;
          }),
        );
        const shared = { record_delimiter: 'windows', quote_record_delimiter: true } as const;
        const expected =
          stringify([COLUMNS], { ...shared, bom: options.bom }) + stringify(cells, shared);
        expect([...csvOf(COLUMNS, rows, options)].join('')).toBe(expected);
      }),
    );
  });

  test('a column that is none of the table’s is left out', () => {
    const pieces = csvOf(['a'], [{ b: 1, a: 2 }], { bom: false, spreadsheet: false });
    expect([...pieces].join('')).toBe('a\r\n2\r\n');
  });
});
