import { RelError } from '../journal/error.ts';
import type { NewEntryText } from '../journal/entry-text.ts';
import { type JournalLine, readLine } from '../journal/line.ts';
import { type PastLine, readPastLine } from '../journal/past-line.ts';
import { readPlainLine } from '../journal/plain-line.ts';

/** A line of the journal with its number in the file, from 1. */
export type NumberedLine = JournalLine & { readonly line: number };

/** What was done to the journal, or what a review showed, with its number in the file. */
export type NumberedPast = PastLine & { readonly line: number };

/** An entry of which no more was read than where its fields stand. */
export interface UnreadLine {
  readonly is: 'unread';
  readonly text: NewEntryText;
  readonly line: number;
}

/** Limit of one line, in bytes of UTF-8: more than any entry needs, less than what fills the memory. */
export const LINE_LIMIT = 4_194_304;
const SHOWN = 60;

/** Reads JSON Lines in the interchange format. Throws RelError('usage') with the number of the first line that is wrong. */
export function* readJournalLines(
  rows: Iterable<string>,
): Generator<NumberedLine | NumberedPast | UnreadLine> {
  let line = 0;
  for (const row of rows) {
    line += 1;
    const trimmed = row.trim();
    const text = readPlainLine(trimmed);
    if (text !== undefined) yield { is: 'unread', text, line };
    else if (trimmed !== '') {
      const value = parsed(trimmed, line);
      yield { ...(readPast(value, line) ?? read(value, line)), line };
    }
  }
}

/** The same of a whole text, each line read. */
export const readJournalText = (text: string): readonly NumberedLine[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((row, above) => [row.trim(), above + 1] as const)
    .filter(([row]) => row !== '')
    .map(([row, line]) => ({ ...read(parsed(row, line), line), line }));

function parsed(row: string, line: number): unknown {
  if (isTooLong(row)) throw wrong(line, 'it is longer than 4 MiB');
  try {
    return JSON.parse(row);
  } catch {
    const shown = row.length > SHOWN ? `${row.slice(0, SHOWN)} …` : row;
    throw wrong(line, `not JSON: ${shown}`);
  }
}

function read(value: unknown, line: number): JournalLine {
  const reading = readLine(value);
  if (reading.problem !== undefined) throw wrong(line, reading.problem);
  return reading.value;
}

function readPast(value: unknown, line: number): PastLine | undefined {
  const reading = readPastLine(value);
  if (reading?.problem !== undefined) throw wrong(line, reading.problem);
  return reading?.value;
}

/** A UTF-16 unit takes three bytes at the most: short lines need not be measured. */
const isTooLong = (row: string): boolean =>
  row.length > LINE_LIMIT / 3 && Buffer.byteLength(row) > LINE_LIMIT;

const wrong = (line: number, problem: string): RelError =>
  new RelError(
    'usage',
    `line ${line}: ${problem}`,
    'nothing was imported; mend the line and import again',
  );
