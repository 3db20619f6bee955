import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from '../../src/export/csv.ts';
import { Console } from '../support/console.ts';
import { Desk } from './undo-world.ts';

interface Activity {
  readonly Customer: string;
  readonly Date: string;
  readonly Type: string;
  readonly Notes: string;
}

const COLUMNS = ['Customer', 'Date', 'Type', 'Notes'];

/** Few values, so that rows are often alike: true duplicates. */
const activity: fc.Arbitrary<Activity> = fc.record({
  Customer: fc.constantFrom('Acme', 'Brazos Rentals'),
  Date: fc.constantFrom('2026-11-02', '2026-11-03'),
  Type: fc.constantFrom('call', 'email', 'complaint', 'delivery'),
  Notes: fc.constantFrom('', 'a "quoted" word', 'two\nlines', '=1+1'),
});

const written = (rows: readonly Activity[]): string =>
  [
    ...csvOf(
      COLUMNS,
      rows.map((row) => ({ ...row })),
      { bom: false, spreadsheet: false },
    ),
  ].join('');

/** The entries without their numbers, which follow the order of recording. */
const entriesAt = (desk: Desk): readonly string[] =>
  desk
    .dump()
    .split('\n')
    .filter((line) => line.includes('"on"'))
    .map((line) => line.replace(/^#\d+/, ''))
    .sort();

describe('the same rows', () => {
  const desks: Desk[] = [];
  afterAll(() => desks.forEach((desk) => desk.clear()));

  async function imported(files: readonly (readonly Activity[])[]): Promise<readonly string[]> {
    const desk = new Desk();
    desks.push(desk);
    await desk.rel('add', 'customer', 'Acme');
    for (const [index, rows] of files.entries()) {
      const name = `${index}.csv`;
      desk.files.set(name, written(rows));
      expect(await desk.rel('import', name, '--as', 'entries', '--new-customers')).toBe(true);
    }
    return entriesAt(desk);
  }

  test('give the same entries, however often and in whatever order they come', async () => {
    const rows = fc.array(activity, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, fc.infiniteStream(fc.nat()), fc.nat(6), async (all, chance, cut) => {
        const shuffled = [...all]
          .map((row) => ({ row, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        const once = await imported([all]);
        expect(once).toHaveLength(all.length);
        expect(await imported([all, all])).toEqual(once);
        expect(await imported([shuffled.slice(0, cut), all, shuffled])).toEqual(once);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

/** Text that a spreadsheet would take for a formula, or that looks as if somebody had kept it from that. */
const SUMS = { customer: '=Sums & "Co"', on: '2026-11-02' };
const HOSTILE = [
  { type: 'customer', name: SUMS.customer, aliases: ["'-odd", '@x'], needs: ["''=2"] },
  { type: 'person', customer: SUMS.customer, name: '+Dana', email: 'a@b.example', win: '\t=x' },
  ...["'=1+1", ' +49 30 5', '-5', "'quoted'", '\n=below', 'two\nlines, "and" more;'].map(
    (note, index) => ({ type: 'spoke', id: `h${index}`, ...SUMS, feel: -2, note }),
  ),
  { type: 'promise', id: 'p1', ...SUMS, by: 'us', what: '=pay', due: '2026-11-05' },
  { type: 'moved', id: 'm1', ...SUMS, ref: 'p1', due: '2026-11-12', agreed: true },
  { type: 'promise', id: 'p2', ...SUMS, by: 'them', what: '-1', due: '2026-10-01' },
  { type: 'broken', id: 'b2', ...SUMS, ref: 'p2' },
  { type: 'promise', id: 'p3', ...SUMS, by: 'them', what: 'c', due: '2026-10-01' },
  { type: 'waived', id: 'w3', ...SUMS, ref: 'p3' },
  { type: 'promise', id: 'p4', ...SUMS, by: 'them', what: 'd', due: '2026-10-01' },
];

describe('what rel export wrote as CSV', () => {
  const home = new Console();
  afterAll(() => home.remove());

  test('is read back: the tables of another journal are the same', async () => {
    await home.must('rel import "$FIXTURES/best-customer-vanishes.jsonl"');
    await home.must('rel import "$FIXTURES/our-failure-owned.jsonl"');
    home.write('hostile.jsonl', HOSTILE.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await home.must('rel import hostile.jsonl');
    const tables = ['customers', 'people', 'entries', 'promises'];
    for (const form of ['', '--spreadsheet', '--bom']) {
      const db = `--db read-back${form.slice(2)}.db`;
      for (const table of tables) {
        await home.must(`rel export ${table} --private ${form} --force --output ${table}.csv`);
        if (table === 'promises') continue;
        await home.must(`rel import ${table}.csv --as ${table} ${db}`);
      }
      for (const table of tables)
        expect(await home.must(`rel export ${table} --private ${db}`)).toBe(
          await home.must(`rel export ${table} --private`),
        );
      const again = await home.must(`rel import entries.csv --as entries ${db} --json`);
      expect(JSON.parse(again)).toMatchObject({ entries: { added: 0 }, notices: [], leftOut: [] });
      const same = await home.must(`rel import promises.csv --as promises ${db} --json`);
      expect(JSON.parse(same)).toMatchObject({ entries: { added: 0 } });
    }
  }, 60_000);

  test('promises alone come back as they stood, with what became of them', async () => {
    const columns = 'cut -d, -f2-';
    const before = await home.must(`rel export promises --output all.csv && ${columns} all.csv`);
    await home.must('rel import all.csv --as promises --new-customers --db alone.db');
    expect(await home.must(`rel export promises --db alone.db | ${columns}`)).toBe(before);
  }, 60_000);
});

const CDNOW = join(
  import.meta.dirname,
  '../../../shared/data/cdnow/lifetimes__datasets__CDNOW_sample.txt',
);
const withCdnow = existsSync(CDNOW) ? test : test.skip;

withCdnow(
  'a real table of 6,919 purchases comes in to the row and the cent (needs ../shared/data)',
  async () => {
    const home = new Console();
    try {
      const rows = readFileSync(CDNOW, 'utf8')
        .trim()
        .split('\n')
        .map((row) => row.trim().split(/ +/).join(';'));
      home.write('cdnow.csv', ['who;other;day;count;sum', ...rows].join('\n'));
      const how = '--as payments --map who=customer --map day=on --map sum=amount --new-customers';
      const first = JSON.parse(await home.must(`rel import cdnow.csv ${how} --json`)) as object;
      expect(first).toMatchObject({ entries: { added: 6919, already: 0 }, leftOut: [] });
      const again = JSON.parse(await home.must(`rel import cdnow.csv ${how} --json`)) as object;
      expect(again).toMatchObject({ entries: { added: 0, already: 6919 } });
      const lines = (await home.must('rel export entries --format jsonl')).trim().split('\n');
      const entries = lines.map(
        (line) => JSON.parse(line) as { customer: string; on: string; amount: number },
      );
      expect(new Set(entries.map(({ customer }) => customer)).size).toBe(2357);
      const days = entries.map(({ on }) => on).sort();
      expect([days[0], days.at(-1)]).toEqual(['1997-01-01', '1998-06-30']);
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(244_091.94, 2);
      const places = entries.map(({ customer, on }) => `${customer} ${on}`);
      expect(places.length - new Set(places).size).toBe(223);
    } finally {
      home.remove();
    }
  },
  120_000,
);
