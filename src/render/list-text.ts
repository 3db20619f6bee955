import { type Day, formatDay, spokenDay } from '../journal/days.ts';
import type { Stage } from '../journal/stage.ts';
import type { Tier, Verdict } from '../journal/vocabulary.ts';
import { thousands } from '../journal/amount-words.ts';
import { type Page, sign } from './page.ts';
import { percent } from './review-page.ts';
import { columns, cut, pad, padStart, visible } from './visible.ts';

export interface ListedCustomer {
  readonly name: string;
  readonly verdict: Verdict;
  readonly tier: Tier;
  readonly stage: Stage;
  /** Up to the day of the list. */
  readonly lastTouch: Day | undefined;
  readonly entries: number;
  readonly value: number | null;
  /** The day of their first order or payment. */
  readonly since: Day | undefined;
  /** Their part of all income of a year, 0 to 1. */
  readonly share: number | null;
}

interface Column {
  readonly title: string;
  readonly right?: boolean;
  /** Not shown where nobody has one. */
  readonly seldom?: boolean;
  readonly cell: (customer: ListedCustomer) => string;
}

const NAME: Column = { title: 'Customer', cell: ({ name }) => visible(name) };
const COLUMNS: readonly Column[] = [
  { title: 'Verdict', cell: ({ verdict }) => verdict },
  { title: 'Tier', cell: ({ tier }) => tier },
  { title: 'Stage', cell: ({ stage }) => stage },
  {
    title: 'Last touch',
    cell: ({ lastTouch }) => (lastTouch === undefined ? '' : spokenDay(lastTouch)),
  },
  { title: 'Entries', right: true, cell: ({ entries }) => String(entries) },
  {
    title: 'Value',
    right: true,
    cell: ({ value }) => (value === null ? '' : thousands(value)),
  },
  {
    title: 'Income',
    right: true,
    seldom: true,
    cell: ({ share }) => (share === null ? '' : percent(share)),
  },
  {
    title: 'Since',
    right: true,
    seldom: true,
    cell: ({ since }) => (since === undefined ? '' : formatDay(since).slice(0, 4)),
  },
];
/** On a narrow page these give way, the first one first. */
const DISPENSABLE = ['Entries', 'Tier', 'Stage', 'Since', 'Value', 'Income', 'Last touch'];

const GAP = '  ';
const LEAST_NAME = 22;

/** A table of customers as wide as the page at the most; columns and names give way. */
export function listText(customers: readonly ListedCustomer[], total: number, page: Page): string {
  const widths = new Map(
    [NAME, ...COLUMNS].map((column) => [column.title, widthOf(column, customers)]),
  );
  const nameWidth = widths.get(NAME.title) ?? 0;
  const filled = COLUMNS.filter(
    ({ cell, seldom }) => seldom !== true || customers.some((customer) => cell(customer) !== ''),
  );
  const shown = fitting(filled, page.width - Math.min(nameWidth, LEAST_NAME), widths);
  const room = Math.max(1, page.width - widthOfAll(shown, widths));
  const name = Math.min(nameWidth, room);
  const { ellipsis } = sign(page);
  const line = (cellOf: (column: Column) => string): string =>
    [
      pad(cut(cellOf(NAME), name, ellipsis), name),
      ...shown.map((column) => {
        const width = widths.get(column.title) ?? 0;
        return column.right === true ? padStart(cellOf(column), width) : pad(cellOf(column), width);
      }),
    ]
      .join(GAP)
      .trimEnd();
  const lines = [
    page.paint(
      'quiet',
      line(({ title }) => title),
    ),
    ...customers.map((customer) => line(({ cell }) => cell(customer))),
    ...(customers.length < total
      ? [page.paint('quiet', `${customers.length} of ${total} customers`)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

const widthOf = ({ title, cell }: Column, customers: readonly ListedCustomer[]): number =>
  customers.reduce((most, customer) => Math.max(most, columns(cell(customer))), columns(title));

const widthOfAll = (some: readonly Column[], widths: ReadonlyMap<string, number>): number =>
  some.reduce((sum, { title }) => sum + (widths.get(title) ?? 0) + GAP.length, 0);

/** Those of the columns that fit; the name has its place already. */
function fitting(
  all: readonly Column[],
  room: number,
  widths: ReadonlyMap<string, number>,
): readonly Column[] {
  let shown = all;
  for (const title of DISPENSABLE) {
    if (widthOfAll(shown, widths) <= room) break;
    shown = shown.filter((column) => column.title !== title);
  }
  return shown;
}
