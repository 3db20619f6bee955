import { foldName } from '../journal/fold-name.ts';
import type { Day } from '../journal/days.ts';
import type { Customer, Person } from '../journal/entry.ts';
import type { Found } from './found.ts';
import { foundInEach, foundRecord, type TableRow, type Wrong } from './found-row.ts';
import { type EntryRecord, entryReader } from './row-entry.ts';
import { textOfHtml } from './html-text.ts';
import { PeopleWithoutCompany } from './people-without-company.ts';
import { RowKeys } from './row-keys.ts';
import { severalOf, withBareName, withFirst } from './row-names.ts';
import { invoiceRecord, needed, promiseRecord } from './row-promise.ts';
import {
  type FieldCells,
  textOf,
  timeReader,
  type Values,
  valuesReader,
  withoutFields,
} from './row-values.ts';
import { type Sourced, sourced } from './sourced.ts';
import { type Formats, LeftOutRow } from './table-cells.ts';
import type { TableKind } from './table-fields.ts';

export interface Table {
  /** Payments are read elsewhere: they are held against the open invoices. */
  readonly kind: Exclude<TableKind, 'payments'>;
  readonly formats: Formats;
  /** What counts where a row says nothing. */
  readonly constants: FieldCells;
  readonly importer: string;
  readonly today: Day;
  /** Notes are HTML. */
  readonly hasHtml: boolean;
  /** What stands between several companies or people; undefined where there is only ever one. */
  readonly between: string | undefined;
  /** Who is in the journal already. */
  readonly customers: readonly Customer[];
  readonly people: readonly Person[];
}

/** What the rows say, in their order. What one row gives comes together. */
export function* foundInRows(rows: Iterable<TableRow>, table: Table): Generator<Found | Wrong> {
  const keys = new RowKeys(table.importer);
  const employers = employersOf(table.people);
  const terms = new Map(table.customers.map((card) => [foldName(card.name), card.terms]));
  const readers = {
    values: valuesReader(table.kind, table.formats, table.constants),
    time: timeReader(table.formats, 'on'),
    entry: entryReader(table.formats.words, table.today),
    strangers:
      table.kind === 'people' && !table.formats.isOurs
        ? new PeopleWithoutCompany(table.customers, table.people)
        : undefined,
  };
  yield* foundInEach(rows, ({ line, cells }) => {
    const read = readers.values(cells);
    const said = table.hasHtml ? { ...read, note: textOfHtml(textOf(read, 'note')) } : read;
    const named = table.between === undefined ? said : withFirst(said, table.between, terms);
    const values = withPlace(withBareName(named), employers);
    return foundIn({ line, cells, values }, table, keys, terms, readers);
  });
  for (const { line, record, customer } of readers.strangers?.placed() ?? [])
    yield customer === undefined
      ? { is: 'left', line, why: 'no company is named' }
      : foundRecord({ ...record, customer }, line);
}

/** The customers of everybody who has a name that only one customer’s people have. */
function employersOf(people: readonly Person[]): ReadonlyMap<string, string | undefined> {
  const employers = new Map<string, string | undefined>();
  for (const { name, customer } of people) {
    const folded = foldName(name);
    const known = employers.has(folded);
    employers.set(folded, known && employers.get(folded) !== customer ? undefined : customer);
  }
  return employers;
}

/** Activities are often filed under a person alone. */
function withPlace(values: Values, employers: ReadonlyMap<string, string | undefined>): Values {
  const { customer, person } = values;
  if (customer !== undefined || typeof person !== 'string') return values;
  const employer = employers.get(foldName(person));
  return employer === undefined ? values : { ...values, customer: employer };
}

interface ReadRow extends TableRow {
  readonly values: Values;
}

/** What reads the parts of a row, made once for a table. */
interface Readers {
  readonly values: ReturnType<typeof valuesReader>;
  readonly time: ReturnType<typeof timeReader>;
  readonly entry: ReturnType<typeof entryReader>;
  /** Told of everybody in a table of people that rel did not write. */
  readonly strangers: PeopleWithoutCompany | undefined;
}

function foundIn(
  row: ReadRow,
  table: Table,
  keys: RowKeys,
  terms: ReadonlyMap<string, number | undefined>,
  readers: Readers,
): Iterable<Found> {
  const { line, values } = row;
  const own = ownId(values, table);
  switch (table.kind) {
    case 'customers':
      return [foundRecord({ type: 'customer', ...cardFields(values), ...own }, line)];
    case 'people':
      return foundPerson(
        { type: 'person', ...personFields(values, table.formats), ...own },
        line,
        readers,
      );
    case 'entries': {
      const record = readers.entry(withTime(row, readers.time));
      needed(record, 'customer', 'map a column to it, or say it of all rows: --set customer=NAME');
      return [
        foundRecord({ ...record, ...(own ?? keyOf(record, values, table.kind, keys)) }, line),
      ];
    }
    case 'promises':
    case 'invoices':
      needed(values, 'customer', 'map a column to it, or say it of all rows: --set customer=NAME');
      return promiseWithRest(row, table, keys, terms, own);
  }
}

/** Only what rel wrote has ids of the journal. */
const ownId = ({ id }: Values, { formats }: Table): { readonly id: string } | undefined =>
  formats.isOurs && typeof id === 'string' ? { id } : undefined;

function* promiseWithRest(
  { line, values }: ReadRow,
  { kind, importer, today }: Table,
  keys: RowKeys,
  terms: ReadonlyMap<string, number | undefined>,
  own: { readonly id: string } | undefined,
): Generator<Found> {
  const theirs = terms.get(foldName(textOf(values, 'customer')));
  const { promise, then } =
    kind === 'invoices' ? invoiceRecord(values, theirs) : promiseRecord(values, today);
  const place: Partial<Sourced> & { readonly id: string } =
    own ?? keyOf(promise, values, kind, keys);
  yield foundRecord({ ...promise, ...place }, line);
  const key = place.source?.key ?? place.id;
  for (const entry of then) {
    const ref = entry['type'] === 'income' ? {} : { ref: place.id };
    const follower = { ...entry, ...ref, ...sourced(importer, `${key}:${textOf(entry, 'type')}`) };
    yield { ...foundRecord(follower, line), follows: place.id };
  }
}

/** What an entry is known by when it comes again: its number in the file’s own world, else what it says. */
function keyOf(record: EntryRecord, values: Values, kind: string, keys: RowKeys): Sourced {
  const { id } = values;
  if (typeof id === 'string') return keys.byId(kind, id);
  const customer = foldName(textOf(record, 'customer'));
  const number = kind === 'invoices' ? record['number'] : undefined;
  if (number !== undefined) return keys.byContent(kind, [customer, number]);
  // A promise is the same one, whenever somebody has noted it.
  const on = kind === 'entries' ? record['on'] : undefined;
  const all: EntryRecord = { ...record, customer, on };
  const fields: string[] = [];
  for (const field in all) if (all[field] !== undefined) fields.push(field);
  return keys.byContent(
    kind,
    fields.sort().map((field) => [field, all[field]]),
  );
}

/** The time that stands beside the date, where no column of its own has one. */
function withTime({ cells, values }: ReadRow, timeOf: Readers['time']): Values {
  if (values['time'] !== undefined) return values;
  const time = cells['on'] === undefined ? undefined : timeOf(cells['on']);
  return time === undefined ? values : { ...values, time };
}

function cardFields(values: Values): EntryRecord {
  needed(values, 'name', 'map a column to it: --map COLUMN=name');
  const { needs } = values;
  const fields = withoutFields(values, ['id', 'needs']);
  return needs === undefined ? fields : { ...fields, needs: [needs] };
}

function foundPerson(record: EntryRecord, line: number, { strangers }: Readers): Iterable<Found> {
  if (record['customer'] !== undefined) {
    strangers?.know(record);
    return [foundRecord(record, line)];
  }
  if (strangers === undefined) throw new LeftOutRow('no company is named');
  // What is wrong with it is told with its line, whoever they are with.
  foundRecord({ ...record, customer: textOf(record, 'name') }, line);
  strangers.wait(line, record);
  return [];
}

function personFields(values: Values, { isOurs }: Formats): EntryRecord {
  const parts = [textOf(values, 'firstName'), textOf(values, 'lastName')];
  const name = textOf(values, 'name') || parts.filter((part) => part !== '').join(' ');
  if (name === '') throw new LeftOutRow('nobody is named');
  return {
    ...withoutFields(values, ['id', 'firstName', 'lastName']),
    name,
    ...(isOurs ? {} : { ...severalOf(values, 'email'), ...severalOf(values, 'phone') }),
  };
}
