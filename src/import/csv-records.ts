import type { parse } from 'csv-parse';
import { RelError } from '../journal/error.ts';

/** One row of a table. */
export interface CsvRow {
  /** In which line of the file it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

type Parse = typeof parse;

/** Loads the parser, which nobody needs who imports no table. */
export const csvParser = async (): Promise<Parse> => (await import('csv-parse')).parse;

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

const ROW_LIMIT = 4_194_304;
const CELL_LIMIT = 1_048_576;
const COLUMNS_LIMIT = 1000;

/**
 * The rows of a CSV text, as RFC 4180 has them; blank lines are left out. Throws RelError('usage') with the line where it
 * is broken, or longer than can be taken.
 * @param firstLine the line of the file in which the text begins
 */
export function* csvRows(
  parseCsv: Parse,
  texts: Iterable<string>,
  delimiter: string,
  firstLine = 1,
): Generator<CsvRow> {
  const parser = parseCsv({
    delimiter,
    info: true,
    relax_column_count: true,
    // Each would be held against the number of columns, at the cost of an error.
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: ROW_LIMIT,
  });
  // Each piece is parsed while it is written, and its failure is looked for then.
  parser.on('error', () => undefined);
  let ended = 0;
  let doubled = 0;
  let count = 0;
  const rows = function* (): Generator<CsvRow> {
    for (;;) {
      const parsed = parser.read() as Parsed | null;
      if (parsed === null) break;
      const { info, record: cells } = parsed;
      const breaks = breaksIn(cells);
      // The parser counts CRLF inside quotes as two lines.
      if (breaks > 0) doubled += occurrences(cells, /\r\n/g);
      ended = info.lines - doubled;
      count += 1;
      yield checked({ line: firstLine + ended - 1 - breaks, cells });
    }
    if (parser.errored !== null) throw broken(parser.errored, firstLine + ended);
  };
  for (const text of texts) {
    parser.write(text);
    yield* rows();
  }
  parser.end();
  yield* rows();
  if (parser.info.records !== count) throw new Error('the parser kept rows to itself');
}

const IS_BROKEN = /[\r\n]/;

/** How many line breaks stand inside of cells. */
export const breaksIn = (cells: readonly string[]): number =>
  cells.some((cell) => IS_BROKEN.test(cell)) ? occurrences(cells, /\r\n|\n|\r/g) : 0;

const occurrences = (cells: readonly string[], sought: RegExp): number =>
  cells.reduce((sum, cell) => sum + (cell.match(sought)?.length ?? 0), 0);

function checked(row: CsvRow): CsvRow {
  const { line, cells } = row;
  if (cells.length > COLUMNS_LIMIT)
    throw refused(line, `it has ${cells.length} columns, and ${COLUMNS_LIMIT} are the most`);
  const long = cells.findIndex(
    (cell) => cell.length > CELL_LIMIT / 3 && Buffer.byteLength(cell) > CELL_LIMIT,
  );
  if (long >= 0) throw refused(line, `column ${long + 1} is longer than 1 MiB`);
  return row;
}

/** @param line where the row begins that could not be read to its end */
function broken(error: Error, line: number): RelError {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return refused(line, 'a quote is opened and never closed');
  if (code === 'CSV_INVALID_CLOSING_QUOTE')
    return refused(
      line,
      'more follows behind a closing quote; a quote inside quotes is written ""',
    );
  if (code === 'INVALID_OPENING_QUOTE')
    return refused(line, 'a quote stands inside a cell that has none around it; write "a ""b"" c"');
  if (code === 'CSV_MAX_RECORD_SIZE') return refused(line, 'the row is longer than 4 MiB');
  return refused(line, error.message);
}

const refused = (line: number, problem: string): RelError =>
  new RelError(
    'usage',
    `line ${line}: ${problem}`,
    'nothing was imported; mend the file, and import again',
  );
