import { DECIMALS, readNumberCell } from './column-numbers.ts';
import { breaksIn, type CsvRow } from './csv-records.ts';

/** Totals that reports write beneath their columns. */
const TOTAL = /^(grand totals?|sub-?totals?|total records|gesamtsumme|zwischensumme)\b/i;
/** A sum by hand: one of these words, and else numbers alone, so that no date may stand there. */
const SUM = /^(total|totals|sum|summe|gesamt|insgesamt|somme|suma|totale)\s*:?$/i;
/** So many blank lines end a table. */
const BLANK_LINES = 2;

/**
 * Tells the rows of a table from what stands beneath it: totals, and, after blank lines, the single cells in which a report
 * says who made it, and whose it is.
 */
export class TableFoot {
  readonly #columns: number;
  #next: number;
  #isBeneath = false;

  constructor(header: CsvRow) {
    this.#columns = header.cells.length;
    this.#next = lineAfter(header);
  }

  /** Of each row in turn. */
  has(row: CsvRow): boolean {
    const isSingle = this.#columns > 1 && row.cells.length === 1;
    this.#isBeneath = isSingle && (this.#isBeneath || row.line - this.#next >= BLANK_LINES);
    this.#next = lineAfter(row);
    const first = (row.cells.find((cell) => cell.trim() !== '') ?? '').trim();
    return this.#isBeneath || TOTAL.test(first) || (SUM.test(first) && hasNumbersOnly(row.cells));
  }
}

/** Behind its first cell. */
function hasNumbersOnly(cells: readonly string[]): boolean {
  const [, ...others] = cells.filter((cell) => cell.trim() !== '');
  const isNumber = (cell: string): boolean =>
    DECIMALS.some((decimal) => readNumberCell(cell, decimal) !== undefined);
  return others.length > 0 && others.every(isNumber);
}

const lineAfter = ({ line, cells }: CsvRow): number => line + 1 + breaksIn(cells);
