import { RelError } from '../journal/error.ts';
import { DateColumn, type DateOrder } from './column-dates.ts';
import { type Decimal, NumberColumn } from './column-numbers.ts';
import { readCsv } from './csv-file.ts';
import type { CsvRow } from './csv-records.ts';
import type { Encoding } from './encoding.ts';
import { cellsOf, isFormula, withoutGuard } from './row-values.ts';
import type { Shelf } from './sorted-lines.ts';
import type { Formats } from './table-cells.ts';
import { TableFoot } from './table-foot.ts';
import { fieldsOfTable } from './table-fields.ts';
import { headerIn, type HeaderWishes } from './table-header.ts';
import type { Header } from './table-mapping.ts';
import type { TableRow } from './found-row.ts';

/** What was said of a table beforehand. */
export interface TableWishes extends HeaderWishes {
  readonly order: DateOrder | undefined;
  readonly decimal: Decimal | undefined;
  readonly words: ReadonlyMap<string, string>;
}

/** A table that was looked through once. */
export interface ReadTable {
  readonly encoding: Encoding;
  readonly header: Header;
  readonly formats: Formats;
  /** The names of columns that hold something, and are no field. */
  readonly leftOut: readonly string[];
  /** To be walked once. */
  readonly rows: Iterable<TableRow>;
}

/**
 * Looks through a whole table: encoding, separator, header, and how dates and numbers are written in each column. Throws
 * RelError('usage') for what is broken, what cannot be found, and what has two readings.
 */
export async function readTable(
  pieces: () => Iterable<Uint8Array>,
  wishes: TableWishes,
  shelf: Shelf,
): Promise<ReadTable> {
  const { encoding, rows } = await readCsv(pieces);
  const { header, others } = headerIn(rows, wishes);
  const columns = new ColumnFormats(wishes, header);
  const idle = idleColumns(header);
  let isGuarded = header.isOurs;
  const foot = new TableFoot(header.row);
  for (const row of others) {
    if (!header.isOurs && foot.has(row)) {
      shelf.add(`${JSON.stringify({ line: row.line, cells: {}, isBeneath: true })}\n`);
      continue;
    }
    refuseLonger(row, header);
    for (const column of idle.empty)
      if ((row.cells[column] ?? '').trim() !== '') idle.empty.delete(column);
    const cells = cellsOf(row.cells, header.mapping, wishes.kind);
    columns.add(cells, row.line);
    if (isGuarded && Object.values(cells).some(isFormula)) isGuarded = false;
    shelf.add(`${JSON.stringify({ line: row.line, cells })}\n`);
  }
  return {
    encoding,
    header,
    formats: columns.settle(),
    leftOut: idle.named.flatMap(([column, name]) => (idle.empty.has(column) ? [] : [name])),
    rows: rowsOn(shelf, isGuarded),
  };
}

/** Columns that are no field, with their names; all are empty as long as no row was seen. */
function idleColumns({ mapping, row, isOurs }: Header) {
  const taken = new Set([...mapping.values()].flat());
  const idle = (cell: string, column: number) =>
    isOurs || taken.has(column) || cell.trim() === '' ? [] : [[column, cell.trim()] as const];
  const named = row.cells.flatMap(idle);
  return { named, empty: new Set(named.map(([column]) => column)) };
}

function refuseLonger({ line, cells }: CsvRow, { row }: Header): void {
  if (cells.length <= row.cells.length) return;
  const extra = cells.slice(row.cells.length);
  if (extra.every((cell) => cell.trim() === '')) return;
  throw new RelError(
    'usage',
    `line ${line}: it has ${cells.length} cells, and the header has ${row.cells.length}`,
    'nothing was imported; a cell that holds the separator must stand in quotes',
  );
}

/** How the dates and numbers of each column are written. */
class ColumnFormats {
  readonly #wishes: TableWishes;
  readonly #isOurs: boolean;
  readonly #dates = new Map<string, DateColumn>();
  readonly #numbers = new Map<string, NumberColumn>();
  readonly #names = new Map<string, string>();

  constructor(wishes: TableWishes, { mapping, row, isOurs }: Header) {
    this.#wishes = wishes;
    this.#isOurs = isOurs;
    const fields = fieldsOfTable(wishes.kind);
    for (const [field, [column]] of mapping) {
      const kind = fields[field]?.kind;
      this.#names.set(field, row.cells[column ?? 0] ?? field);
      if (kind === 'date') this.#dates.set(field, new DateColumn());
      else if (kind === 'money' || kind === 'number' || kind === 'minutes')
        this.#numbers.set(field, new NumberColumn());
    }
  }

  add(cells: Readonly<Record<string, string>>, line: number): void {
    for (const [field, column] of this.#dates) {
      const cell = cells[field];
      if (cell !== undefined) column.add(cell, line);
    }
    for (const [field, column] of this.#numbers) {
      const cell = cells[field];
      if (cell !== undefined) column.add(cell, line);
    }
  }

  /** Throws RelError('usage') for a column that has two readings. */
  settle(): Formats {
    const { order, decimal, words } = this.#wishes;
    const orders = new Map<string, DateOrder>();
    const decimals = new Map<string, Decimal>();
    if (order === undefined)
      for (const [field, column] of this.#dates) {
        const settled = column.settle();
        if ('problem' in settled) throw this.#doubt(field, settled);
        orders.set(field, settled.order);
      }
    if (decimal === undefined && !this.#isOurs)
      for (const [field, column] of this.#numbers) {
        const settled = column.settle();
        if ('problem' in settled) throw this.#doubt(field, settled);
        decimals.set(field, settled.decimal);
      }
    return {
      order: (field) => order ?? orders.get(field) ?? 'dmy',
      decimal: (field) => decimal ?? decimals.get(field) ?? 'point',
      words,
      isOurs: this.#isOurs,
    };
  }

  #doubt(field: string, { problem, hint }: { problem: string; hint: string }): RelError {
    return new RelError('usage', `column ${this.#names.get(field) ?? field} ${problem}`, hint);
  }
}

function* rowsOn(shelf: Shelf, isGuarded: boolean): Generator<TableRow> {
  for (const text of shelf.lines()) {
    const row = JSON.parse(text) as TableRow;
    if (!isGuarded) yield row;
    else
      yield {
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([field, cell]) => [field, withoutGuard(cell)]),
        ),
      };
  }
}
