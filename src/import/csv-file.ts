import { dialectOf } from './csv-dialect.ts';
import { csvParser, type CsvRow, csvRows } from './csv-records.ts';
import { type Encoding, encodingOf, textIn } from './encoding.ts';

export interface CsvFile {
  readonly encoding: Encoding;
  /** To be walked once. */
  readonly rows: Generator<CsvRow, void>;
}

/** So much of the text is looked at for the separator. */
const DIALECT_UNITS = 65_536;

/** The rows of a table, whatever its encoding and its separator. Walking them throws RelError('usage') where it is broken. */
export async function readCsv(pieces: () => Iterable<Uint8Array>): Promise<CsvFile> {
  const encoding = encodingOf(pieces);
  return { encoding, rows: rowsIn(await csvParser(), textIn(pieces, encoding)) };
}

function* rowsIn(
  parse: Awaited<ReturnType<typeof csvParser>>,
  texts: Generator<string>,
): Generator<CsvRow, void> {
  let begin = '';
  while (begin.length < DIALECT_UNITS) {
    const next = texts.next();
    if (next.done === true) break;
    begin += next.value;
  }
  const { delimiter, skip, lines } = dialectOf(begin);
  const all = function* (): Generator<string> {
    yield begin.slice(skip);
    yield* texts;
  };
  yield* csvRows(parse, all(), delimiter, 1 + lines);
}
