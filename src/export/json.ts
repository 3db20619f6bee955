import type { Row } from './tables.ts';

/** Makes the JSON text of a row with all columns, null where it is empty. */
function writerOf(columns: readonly string[]): (row: Row) => string {
  const places = new Map(columns.map((column, place) => [column, place]));
  const names = columns.map((column) => `${JSON.stringify(column)}:`);
  const empty = names.map((name) => `${name}null`);
  return (row) => {
    const fields = [...empty];
    for (const column in row) {
      const place = places.get(column);
      if (place !== undefined)
        fields[place] = `${names[place] ?? ''}${JSON.stringify(row[column] ?? null)}`;
    }
    return `{${fields.join(',')}}`;
  };
}

/** One array of objects, a line each; every column is there, null where it is empty. */
export function* jsonOf(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  const written = writerOf(columns);
  let before = '[\n';
  for (const row of rows) {
    yield `${before}${written(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** One object a line. */
export function* jsonLinesOf(columns: readonly string[], rows: Iterable<Row>): Iterable<string> {
  const written = writerOf(columns);
  for (const row of rows) yield `${written(row)}\n`;
}
