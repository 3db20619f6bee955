import { type Header, mapHeader } from './table-mapping.ts';
import type { TableKind } from './table-fields.ts';

/** A table of customers may hold their people, too, and one of people what is known of their companies. */
const BESIDE: Readonly<Partial<Record<TableKind, Beside>>> = {
  customers: {
    kind: 'people',
    company: ['name', 'customer'],
    fields: ['name', 'firstName', 'lastName'],
  },
  people: { kind: 'customers', company: ['customer', 'name'], fields: ['tier', 'value', 'terms'] },
};

interface Beside {
  readonly kind: TableKind;
  /** What the company is called as a field of the one and of the other. */
  readonly company: readonly [here: string, there: string];
  /** Any of these tells that the table is of the other kind, too. */
  readonly fields: readonly string[];
}

/** What else a table can be read as, and the column of the company where its name does not tell it. */
export interface AlsoHeld {
  readonly kind: TableKind;
  readonly company: { readonly column: string; readonly field: string } | undefined;
}

/** @param leftOut the columns that hold something and were not read */
export function alsoHeld(
  { row, mapping }: Header,
  kind: TableKind,
  leftOut: readonly string[],
): AlsoHeld | undefined {
  const beside = BESIDE[kind];
  const [here = '', field = ''] = beside?.company ?? [];
  const [place] = mapping.get(here) ?? [];
  if (beside === undefined || place === undefined) return undefined;
  const company = { column: row.cells[place]?.trim() ?? '', field };
  const other = mapHeader(row, beside.kind, [company], []);
  const unread = new Set(leftOut);
  const isUnread = (column: number): boolean => unread.has(row.cells[column]?.trim() ?? '');
  if (!beside.fields.some((each) => other.mapping.get(each)?.some(isUnread) === true))
    return undefined;
  const isTold = mapHeader(row, beside.kind, [], []).mapping.get(field)?.includes(place) === true;
  return { kind: beside.kind, company: isTold ? undefined : company };
}
