import { breaksIn, type CsvRow } from './csv-records.ts';

/** Totals that reports write beneath their columns. */
const TOTAL = /^(grand totals?|sub-?totals?|total records|gesamtsumme|zwischensumme)\b/i;
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
    const first = row.cells.find((cell) => cell.trim() !== '') ?? '';
    return this.#isBeneath || TOTAL.test(first.trim());
  }
}

const lineAfter = ({ line, cells }: CsvRow): number => line + 1 + breaksIn(cells);
