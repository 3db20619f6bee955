import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Console } from '../support/console.ts';

/** Text that programs read wrongly where it was not written well. */
const NOTES = [
  'plain',
  'a, comma; a semicolon\tand a tab',
  'a "quote" and ""two""',
  'two\nlines, and\n\na blank one',
  ' blanks at both ends ',
  '=1+1',
  "'quoted'",
  '007',
  '1e5',
  '2026-11-02',
  'Ünïcödé 日本 📐 \u202eturned',
  '"',
  ',',
  '\\',
  'x'.repeat(3000),
];

const home = new Console();
beforeAll(async () => {
  const lines = NOTES.map((note, index) => ({
    type: 'spoke',
    id: `n${index}`,
    customer: 'Acme, "Co"',
    on: '2026-11-02',
    note,
  }));
  home.write('notes.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await home.must('rel import notes.jsonl');
  await home.must('rel export entries --output notes.csv');
});
afterAll(() => home.remove());

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;
/** Skipped, and named as such, where the program is missing. */
const with_ = (program: string) => (has(program) ? test : test.skip);

describe('what rel export writes as CSV is read to the letter by', () => {
  with_('sqlite3')('sqlite3', async () => {
    const read = await home.must(
      'sqlite3 -json :memory: ".mode csv" ".import notes.csv t" ".mode json" "SELECT note FROM t"',
    );
    expect((JSON.parse(read) as { note: string }[]).map(({ note }) => note)).toEqual(NOTES);
  });

  with_('python3')('Python', async () => {
    home.write(
      'read.py',
      'import csv, json, sys\nwith open("notes.csv", newline="", encoding="utf-8") as file:\n    print(json.dumps([row["note"] for row in csv.DictReader(file)]))\n',
    );
    expect(JSON.parse(await home.must('python3 read.py'))).toEqual(NOTES);
  });

  // Column types: 49 is the note, as text; a date or a number would be made of some of them otherwise.
  with_('libreoffice')(
    'LibreOffice',
    async () => {
      const asText = Array.from({ length: 60 }, (_, index) => `${index + 1}/2`).join('/');
      const form = `44,34,76,1,${asText},0,false,true`;
      await home.must(
        `libreoffice -env:UserInstallation=file://$HOME/office --headless --infilter='CSV:${form}' --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true' --outdir back notes.csv >/dev/null 2>&1`,
      );
      home.write(
        'back.py',
        'import csv, json\nwith open("back/notes.csv", newline="", encoding="utf-8") as file:\n    print(json.dumps([row["note"] for row in csv.DictReader(file)]))\n',
      );
      expect(JSON.parse(await home.must('python3 back.py'))).toEqual(NOTES);
    },
    180_000,
  );
});
