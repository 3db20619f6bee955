import { formatDay } from '../../src/journal/days.ts';
import { type History, historyOf, type Relationship } from '../../src/journal/history.ts';
import { bookOf } from '../../src/verdict/book.ts';
import { dayOf } from './days.ts';
import { bookFrom } from './journal.ts';

/** A line of the interchange format; `id` and `customer` may be left out. */
export type Line = Readonly<Record<string, unknown>>;

/** The review date of the tests that do not give their own: a Tuesday. */
export const AS_OF = '2026-06-30';
/** The customer of all lines that name none. */
const CUSTOMER = 'Acme';

/** The date so many days before the review; negative is ahead. */
export const ago = (days: number): string => formatDay(dayOf(AS_OF, -days));

/** A dated line, so many days before the review. */
export const on = (type: string, daysAgo: number, fields: Line = {}): Line => ({
  type,
  on: ago(daysAgo),
  ...fields,
});

type Write = (daysAgo: number, fields?: Line) => Line;
const writer =
  (type: string): Write =>
  (daysAgo, fields) =>
    on(type, daysAgo, fields);

export const spoke = writer('spoke');
export const tried = writer('tried');
export const heard = writer('heard');
export const sent = writer('sent');
export const work = writer('work');
export const won = writer('won');
export const lost = writer('lost');

/** The same line on several days. */
export const each = (write: Write, daysAgo: readonly number[], fields: Line = {}): Line[] =>
  daysAgo.map((days) => write(days, fields));

/** `count` numbers from `first` on, `step` apart. */
export const run = (first: number, count: number, step = -7): number[] =>
  Array.from({ length: count }, (_, index) => first + index * step);

/** The settings, or the card of the customer. */
export const settings = (fields: Line): Line => ({ type: 'settings', ...fields });
export const card = (fields: Line): Line => ({ type: 'customer', ...fields });

/** Fills in what may be left out; the n-th line has the id `en`. */
function whole(line: Line, index: number): Line {
  if (line['type'] === 'settings') return line;
  if (line['type'] === 'customer') return { name: CUSTOMER, ...line };
  return { id: `e${index + 1}`, customer: CUSTOMER, ...line };
}

const journalText = (lines: readonly Line[]): string =>
  lines.map((line, index) => JSON.stringify(whole(line, index))).join('\n');

/** The customer's part of the journal in these lines, the median of the whole book taken on `date`. */
export function relationshipFrom(lines: readonly Line[], date = AS_OF): Relationship {
  const { accounts, settings: set } = bookFrom(journalText(lines));
  const found = bookOf(accounts, set, dayOf(date)).find(
    ({ customer }) => customer.name === CUSTOMER,
  );
  return (
    found ?? { customer: { name: CUSTOMER }, entries: [], settings: set, medianReturn: undefined }
  );
}

export const historyFrom = (lines: readonly Line[], date = AS_OF): History =>
  historyOf(relationshipFrom(lines, date), dayOf(date));
