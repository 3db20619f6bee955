import { RelError } from '../journal/error.ts';
import { type JournalLine, readLine } from '../journal/line.ts';

/** A line of the journal with its number in the file, from 1. */
export type NumberedLine = JournalLine & { readonly line: number };

/** Limit of one line, in UTF-16 units: more than any entry needs, less than what fills the memory. */
const LINE_LIMIT = 4_194_304;
const SHOWN = 60;

/** Reads JSON Lines in the interchange format. Throws RelError('usage') with the number of the first line that is wrong. */
export function readJournalText(text: string): readonly NumberedLine[] {
  const rows = text.replace(/^\uFEFF/, '').split('\n');
  return rows.flatMap((row, index) => {
    const trimmed = row.trim();
    return trimmed === '' ? [] : [{ ...readRow(trimmed, index + 1), line: index + 1 }];
  });
}

function readRow(row: string, line: number): JournalLine {
  if (row.length > LINE_LIMIT) throw wrong(line, 'it is longer than 4 MiB');
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    const shown = row.length > SHOWN ? `${row.slice(0, SHOWN)} …` : row;
    throw wrong(line, `not JSON: ${shown}`);
  }
  const read = readLine(value);
  if (read.problem !== undefined) throw wrong(line, read.problem);
  return read.value;
}

const wrong = (line: number, problem: string): RelError =>
  new RelError(
    'usage',
    `line ${line}: ${problem}`,
    'nothing was imported; mend the line and import again',
  );
