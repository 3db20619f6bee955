import type { CsvRow } from './csv-records.ts';
import { type TableKind, TABLES } from './table-fields.ts';
import { lacking, PREAMBLE_ROWS } from './table-header.ts';
import { mapHeader, type OwnColumns } from './table-mapping.ts';

/** What the rows of a table may be, as far as its header tells, the one of which most columns are known first. */
export function likelyTables(
  rows: Iterable<CsvRow>,
  own: (kind: TableKind) => OwnColumns,
): readonly TableKind[] {
  let looked = 0;
  for (const row of rows) {
    const likely = TABLES.flatMap((kind) => {
      const header = mapHeader(row, kind, [], own(kind));
      const isWhole = lacking(header, kind, {}).length === 0;
      return isWhole ? [{ kind, known: header.isOurs ? Infinity : header.mapping.size }] : [];
    });
    if (likely.length > 0) return likely.sort((a, b) => b.known - a.known).map(({ kind }) => kind);
    if ((looked += 1) >= PREAMBLE_ROWS) break;
  }
  return [];
}
