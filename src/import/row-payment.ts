import { suggestNames } from '../grammar/suggest-names.ts';
import { type Day, formatDay, parseDay } from '../journal/days.ts';
import type { Customer, Entry } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { readDateCell } from './column-dates.ts';
import type { Found } from './found.ts';
import { foundInEach, foundRecord, type TableRow, type Wrong } from './found-row.ts';
import { type Invoice, Invoices } from './paid-invoices.ts';
import type { EntryRecord } from './row-entry.ts';
import { RowKeys } from './row-keys.ts';
import { type FieldCells, type Values, valuesReader } from './row-values.ts';
import { type Sourced, sourced } from './sourced.ts';
import { type Formats, LeftOutRow, WrongRow } from './table-cells.ts';
import { plainWord } from './table-words.ts';

export interface Payments {
  readonly formats: Formats;
  readonly constants: FieldCells;
  readonly importer: string;
  readonly today: Day;
  /** A bank’s list has all that came and went: what is no customer’s is left out. */
  readonly isBank: boolean;
  readonly customers: readonly Customer[];
  readonly invoices: readonly Invoice[];
  /** What came in by an earlier import, by its id. */
  readonly before: ReadonlyMap<string, Entry>;
  /** Hears what somebody should look at. */
  readonly tell: (notice: string) => void;
  /** Hears of a payer who is called much like a customer. */
  readonly suggest: (line: number, payer: string, customer: string) => void;
  /** Hears of a payment that is left out, and whose text has a customer’s name in it. */
  readonly mention: (line: number, customer: string, amount: number, on: string) => void;
}

/** Each payment as income, and as what it settles. */
export function foundInPayments(
  rows: Iterable<TableRow>,
  payments: Payments,
): Generator<Found | Wrong> {
  const reader = new PaymentReader(payments);
  return foundInEach(rows, (row) => reader.read(row));
}

interface Payment {
  readonly line: number;
  readonly on: string;
  readonly amount: number;
  /** As the file calls them. */
  readonly payer: string | undefined;
  /** The customer who is called so. */
  readonly customer: string | undefined;
  readonly invoice: string;
  readonly note: string | undefined;
}

class PaymentReader {
  readonly #payments: Payments;
  readonly #keys: RowKeys;
  readonly #valuesOf: (cells: FieldCells) => Values;
  readonly #invoices: Invoices;
  readonly #names = new Map<string, string>();
  readonly #suggested = new Set<string>();

  constructor(payments: Payments) {
    this.#payments = payments;
    this.#keys = new RowKeys(payments.importer);
    this.#valuesOf = valuesReader('payments', payments.formats, payments.constants);
    this.#invoices = new Invoices(payments.invoices);
    for (const { name, aliases = [] } of payments.customers)
      for (const alias of aliases) this.#names.set(foldName(alias), name);
    for (const { name } of payments.customers) this.#names.set(foldName(name), name);
  }

  *read({ line, cells }: TableRow): Generator<Found> {
    const { formats, isBank, today } = this.#payments;
    if (isBank && readDateCell(cells['on'] ?? '', formats.order('on')) === undefined)
      throw new LeftOutRow('no payment: it begins with no date');
    const values = this.#valuesOf(cells);
    const payment = this.#payment(values, line);
    const place = this.#placeOf(values, payment);
    const known = this.#payments.before.get(place.id);
    if (known !== undefined) {
      yield { is: 'entry', entry: known, line };
      return;
    }
    const day = parseDay(payment.on);
    if (day !== undefined && day > today)
      throw new LeftOutRow(`after today, ${formatDay(today)}: only what has happened comes in`);
    yield* this.#taken(payment, place);
  }

  #payment(values: Values, line: number): Payment {
    const { on, amount, customer: payer, invoice, note, direction } = values;
    if (direction === 'out' || (typeof amount === 'number' && amount < 0))
      throw new LeftOutRow('money that went out, or back');
    if (amount === undefined && this.#payments.isBank)
      throw new LeftOutRow('money that went out, or back');
    if (typeof on !== 'string') throw new WrongRow('on is missing');
    if (typeof amount !== 'number') throw new WrongRow('amount is missing');
    const name = typeof payer === 'string' ? payer : undefined;
    return {
      line,
      on,
      amount,
      payer: name,
      customer: name === undefined ? undefined : this.#names.get(foldName(name)),
      invoice: typeof invoice === 'string' ? invoice : '',
      note: typeof note === 'string' ? note : undefined,
    };
  }

  #placeOf({ id }: Values, { on, amount, payer, invoice, note }: Payment): Sourced {
    if (typeof id === 'string') return this.#keys.byId('payments', id);
    const said = [on, amount, foldName(payer ?? ''), invoice, note ?? ''];
    return this.#keys.byContent('payments', said);
  }

  *#taken(payment: Payment, place: Sourced): Generator<Found> {
    const { line, amount, note } = payment;
    const { settled, owner, doubt } = this.#invoices.meantBy(payment);
    const customer = settled[0]?.customer ?? payment.customer ?? owner ?? this.#stranger(payment);
    if (doubt !== undefined) this.#payments.tell(`line ${line}: ${doubt}`);
    const { on } = payment;
    const shared = { customer, on };
    const uncounted = settled.filter(({ isCounted }) => !isCounted);
    const entries: EntryRecord[] =
      settled.length > 0 && uncounted.length === 0
        ? []
        : [{ type: 'income', ...shared, amount, note }];
    for (const { invoice, amount: part } of this.#invoices.settle(settled, amount))
      entries.push(
        part === undefined
          ? { type: 'done', ...shared, ref: invoice.id }
          : { type: 'paid', ...shared, ref: invoice.id, amount: part },
      );
    for (const [index, entry] of entries.entries()) {
      const key = `${place.source.key}:${index}`;
      yield foundRecord(
        { ...entry, ...(index === 0 ? place : sourced(place.source.importer, key)) },
        line,
      );
    }
  }

  /** Whoever pays and is no customer: of a bank’s list left out, else asked about later, with all others. */
  #stranger({ line, payer, note, on, amount }: Payment): string {
    if (!this.#payments.isBank) {
      if (payer !== undefined) return payer;
      throw new WrongRow('customer is missing', 'map a column to it: --map COLUMN=customer');
    }
    if (payer !== undefined) this.#suggest(payer, line);
    const named = payer === undefined ? this.#namedIn(note ?? '') : undefined;
    if (named !== undefined) this.#payments.mention(line, named, amount, on);
    throw new LeftOutRow('from nobody who is a customer here, and for no open invoice');
  }

  /** Lists without a column for it have who pays in the text, among much else. */
  #namedIn(note: string): string | undefined {
    const text = ` ${plainWord(note)} `;
    for (const [name, customer] of this.#names)
      if (plainWord(name) !== '' && text.includes(` ${plainWord(name)} `)) return customer;
    return undefined;
  }

  #suggest(payer: string, line: number): void {
    if (this.#suggested.has(payer)) return;
    this.#suggested.add(payer);
    const book = { customers: this.#payments.customers, people: [] };
    const [like] = suggestNames(payer.split(' '), book);
    if (like === undefined) return;
    this.#payments.suggest(line, payer, like.customer);
  }
}
