import { foldAccents } from '../grammar/likeness.ts';

/** An invoice, whether or not it still waits for its money. */
export interface Invoice {
  readonly id: string;
  readonly customer: string;
  readonly number: string | undefined;
  /** Undefined where none was agreed. */
  readonly amount: number | undefined;
  /** What is left of the amount. */
  readonly owed: number | undefined;
  readonly isOpen: boolean;
  /** The order was counted as income already. */
  readonly isCounted: boolean;
}

/** What a payment says of what it is for. */
export interface PaidFor {
  readonly amount: number;
  /** Who pays, where that is a customer. */
  readonly customer: string | undefined;
  /** The number of an invoice, where a column has it. */
  readonly invoice: string;
  readonly note: string | undefined;
}

interface Meant {
  /** None, one, or several whose sum was paid. */
  readonly settled: readonly Invoice[];
  /** Whose invoice it names, where that settles none. */
  readonly owner?: string;
  /** Why it is not clear which one is meant. */
  readonly doubt?: string;
}

interface Part {
  readonly invoice: Invoice;
  /** What was paid of it; undefined where that is all. */
  readonly amount: number | undefined;
}

/** A shorter number may stand in a text by chance. */
const SURE_LENGTH = 5;

/**
 * The invoices while payments are read one after the other. Which one a payment means follows from what never changes
 * of them, so that it means the same one when it comes again.
 */
export class Invoices {
  readonly #all: Map<string, Invoice>;

  constructor(all: readonly Invoice[]) {
    this.#all = new Map(all.map((invoice) => [invoice.id, invoice]));
  }

  /** By the number, else by who pays and how much; what could be several is no match. */
  meantBy(payment: PaidFor): Meant {
    const named = this.#named(payment);
    if (named.length > 0) return amongNamed(named, payment);
    const { customer, amount } = payment;
    if (customer === undefined) return { settled: [] };
    const fitting = [...this.#all.values()].filter(
      (each) => each.isOpen && each.customer === customer && sameSum(each.owed, amount),
    );
    if (fitting.length <= 1) return { settled: fitting };
    const doubt = `${customer} has ${fitting.length} open invoices over ${amount}; it is income, and settles none: rel paid N`;
    return { settled: [], doubt };
  }

  /** Takes from what is owed; the last one gets what is left. */
  settle(invoices: readonly Invoice[], amount: number): readonly Part[] {
    let left = amount;
    return invoices.map((invoice) => {
      const { owed } = invoice;
      if (owed === undefined || left >= owed - HALF_A_CENT) {
        this.#all.set(invoice.id, { ...invoice, owed: 0, isOpen: false });
        left -= owed ?? 0;
        return { invoice, amount: undefined };
      }
      this.#all.set(invoice.id, { ...invoice, owed: cents(owed - left) });
      return { invoice, amount: cents(left) };
    });
  }

  #named({ invoice, note, customer, amount }: PaidFor): readonly Invoice[] {
    const column = plain(invoice);
    const text = ` ${column} ${plain(note ?? '')} `;
    return [...this.#all.values()].filter(({ number, customer: owner, amount: whole }) => {
      const wanted = plain(number ?? '');
      if (wanted === '') return false;
      const squeezed = wanted.replaceAll(' ', '');
      if (column === wanted || column === squeezed) return true;
      if (!text.includes(` ${wanted} `) && !text.includes(` ${squeezed} `)) return false;
      return squeezed.length >= SURE_LENGTH || owner === customer || sameSum(whole, amount);
    });
  }
}

function amongNamed(named: readonly Invoice[], { customer, amount }: PaidFor): Meant {
  const [first] = named;
  const owners = new Set(named.map((invoice) => invoice.customer));
  const numbers = named.map(({ number }) => number).join(', ');
  if (first === undefined || owners.size > 1)
    return { settled: [], doubt: `it names invoices of several customers: ${numbers}` };
  if (customer !== undefined && customer !== first.customer)
    return {
      settled: [],
      doubt: `${customer} pays, and ${numbers} is an invoice of ${first.customer}; it settles none`,
    };
  const sum = named.reduce((total, { amount: whole }) => total + (whole ?? NaN), 0);
  if (named.length > 1 && !sameSum(sum, amount))
    return {
      settled: [],
      doubt: `it names ${numbers}, which are not ${amount} together; it settles none: rel paid N AMOUNT`,
    };
  const open = named.filter(({ isOpen }) => isOpen);
  if (open.length === named.length) return { settled: named };
  return { settled: [], owner: first.customer, doubt: `${numbers} is paid already; it is income` };
}

const HALF_A_CENT = 0.005;
const cents = (amount: number): number => Math.round(amount * 100) / 100;
const sameSum = (owed: number | undefined, amount: number): boolean =>
  owed !== undefined && Math.abs(owed - amount) < HALF_A_CENT;

/** Letters and digits, words kept apart by one blank. */
const plain = (text: string): string =>
  foldAccents(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
