import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from '../../src/export/csv.ts';
import { readCsv } from '../../src/import/csv-file.ts';

/** In pieces of that many bytes. */
const inPieces = (bytes: Uint8Array, size: number) =>
  function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };

async function read(given: string | Uint8Array, size = 65_536) {
  const bytes = typeof given === 'string' ? Buffer.from(given) : given;
  const { encoding, rows } = await readCsv(inPieces(bytes, size));
  return { encoding: encoding.name, rows: [...rows] };
}

const cellsOf = async (given: string | Uint8Array, size?: number) =>
  (await read(given, size)).rows.map(({ cells }) => cells);

const linesOf = async (given: string) => (await read(given)).rows.map(({ line }) => line);

describe('what a file is written in', () => {
  const text = 'Kunde;Notiz\r\nMüller;„schön“ – 5 €\r\n';
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const western = Buffer.concat([
    Buffer.from('Kunde;Notiz\r\nM'),
    Buffer.from([0xfc]),
    Buffer.from('ller;'),
    Buffer.from([0x84]),
    Buffer.from('sch'),
    Buffer.from([0xf6]),
    Buffer.from('n'),
    Buffer.from([0x93, 0x20, 0x96]),
    Buffer.from(' 5 '),
    Buffer.from([0x80, 0x0d, 0x0a]),
  ]);

  test.each<readonly [string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
    ['UTF-16LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'UTF-16LE'],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'UTF-16BE'],
    ['UTF-16LE', utf16, 'UTF-16LE'],
    ['UTF-16BE', swapped, 'UTF-16BE'],
    ['windows-1252', western, 'windows-1252'],
  ])('%s, however it is cut', async (_what, bytes, encoding) => {
    for (const size of [1, 3, 7, 65_536]) {
      expect(await read(bytes, size)).toMatchObject({
        encoding,
        rows: [{ cells: ['Kunde', 'Notiz'] }, { cells: ['Müller', '„schön“ – 5 €'] }],
      });
    }
  });

  test.each<readonly [string, Uint8Array, string]>([
    ['a zero byte', Buffer.from('a,b\n1,2\n3,\u00004\n'), 'line 3: there is a zero byte'],
    [
      'a mark of UTF-8, and none of it',
      Buffer.concat([Buffer.from('\uFEFFa,b\n1,2\n'), Buffer.from([0x41, 0xff, 0x0a])]),
      'line 3: it is not UTF-8 text',
    ],
    [
      'half a letter at the end',
      Buffer.concat([Buffer.from('\uFEFFa,b\n'), Buffer.from([0xc3])]),
      'it is not UTF-8 text',
    ],
    [
      'half a pair in UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from('a,b\n', 'utf16le'),
        Buffer.from([0x00, 0xd8, 0x41, 0x00]),
      ]),
      'it is not UTF-16LE text',
    ],
  ])('%s is refused', async (_what, bytes, problem) => {
    await expect(read(bytes)).rejects.toThrow(problem);
  });
});

describe('the separator', () => {
  test.each<readonly [string, readonly string[]]>([
    ['a;b\n1,5;2,5\n', ['1,5', '2,5']],
    ['a,b\n"x;y;z",2\n', ['x;y;z', '2']],
    ['a\tb\n1,2;3\t4\n', ['1,2;3', '4']],
    ['a|b\n1|2\n', ['1', '2']],
    ['a\nb\n', ['b']],
    ['sep=;\na;b,c\n1;2\n', ['1', '2']],
    ['Konto: 1,2\nStand: 3\n\na;b;c\n1;2,0;3\n4;5,0;6\n', ['1', '2,0', '3']],
  ])('%j', async (text, row) => {
    expect(await cellsOf(text)).toContainEqual(row);
  });
});

describe('lines', () => {
  test.each<readonly [string, readonly number[]]>([
    ['a,b\n1,2\n3,4\n', [1, 2, 3]],
    ['a,b\r\n1,"x\r\ny"\r\n\r\n3,4', [1, 2, 5]],
    ['a,b\r1,2\r', [1, 2]],
    ['sep=,\na,b\n1,2\n', [2, 3]],
    ['\n\na,b\n', [3]],
  ])('of %j are %j', async (text, lines) => expect(await linesOf(text)).toEqual(lines));

  test.each([
    ['a,b\n1,"x\ny\n2,3\n', 'line 2: a quote is opened and never closed'],
    ['a,b\n1,2\n3,"x"y\n', 'line 3: more follows behind a closing quote'],
    ['a,b\n1,x"y\n', 'line 2: a quote stands inside a cell'],
    [`a,b\n1,"${'x'.repeat(1_048_577)}"\n`, 'line 2: column 2 is longer than 1 MiB'],
    [`a,b\n1,"${'x'.repeat(4_300_000)}"\n`, 'line 2: the row is longer than 4 MiB'],
    [`a,b\n${','.repeat(1000)}\n`, 'line 2: it has 1001 columns, and 1000 are the most'],
  ])('%.30j is refused', async (text, problem) => {
    await expect(read(text)).rejects.toThrow(problem);
  });
});

test('what rel writes is read back to the letter, however it is cut', async () => {
  const cell = fc.string({
    unit: fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      "'",
      '=',
      ' ',
      'é',
      'a',
      '\u{1f4d0}',
      '|',
      '\t',
    ),
    maxLength: 6,
  });
  const table = fc.array(fc.record({ a: cell, b: cell, c: cell }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const columns = ['a', 'b', 'c'];
      const written = [...csvOf(columns, rows, { bom: true, spreadsheet: false })].join('');
      const expected = rows.map(({ a, b, c }) => [a, b, c]);
      expect(await cellsOf(Buffer.from(written), size)).toEqual([columns, ...expected]);
    }),
  );
});

const SPECTRUM = join(import.meta.dirname, '../../../shared/data/csv-spectrum');
const pairs = existsSync(SPECTRUM)
  ? readdirSync(SPECTRUM).flatMap((file) => /^csvs__(.*)\.csv$/.exec(file)?.[1] ?? [])
  : [];

describe('csv-spectrum (needs ../shared/data)', () => {
  const compared =
    pairs.length > 0 ? test.each(pairs) : test.skip.each(['its tables read as their JSON']);
  compared('%s', async (name) => {
    const text = (file: string) => readFileSync(join(SPECTRUM, file));
    const [header = [], ...rows] = await cellsOf(text(`csvs__${name}.csv`));
    const objects = rows.map((cells) =>
      Object.fromEntries(cells.map((cell, place) => [header[place] ?? '', cell] as const)),
    );
    const expected: unknown = JSON.parse(text(`json__${name}.json`).toString('utf8'));
    // A checkout may have changed the line ends of the table, and not what the other file says of them.
    const plain = (value: unknown) =>
      JSON.stringify(value).replaceAll(String.raw`\r\n`, String.raw`\n`);
    expect(plain(objects)).toBe(plain(expected));
  });
});
