import type { Json } from '../journal/fields.ts';

/** One line of the journal in the interchange form. */
export type Line = Readonly<Record<string, Json>>;

/** The line as its row keeps it: the JSON of all fields that have no column of their own. */
export function bodyOf(line: Line, columns: ReadonlySet<string>): string {
  const body: Record<string, Json> = {};
  for (const [field, value] of Object.entries(line)) if (!columns.has(field)) body[field] = value;
  return JSON.stringify(body);
}
