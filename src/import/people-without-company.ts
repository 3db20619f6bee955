import type { Customer, Person } from '../journal/entry.ts';
import { type Correspondents, correspondentsOf } from './correspondents.ts';
import type { EntryRecord } from './row-entry.ts';
import { textOf } from './row-values.ts';

interface Waiting {
  readonly line: number;
  readonly record: EntryRecord;
}

/** A row of a person with the customer where they are; undefined where nobody can tell. */
export interface Placed extends Waiting {
  readonly customer: string | undefined;
}

/**
 * Address books name few companies. Whoever has none is with the customer whose people have mail addresses of the same
 * domain, or who is called like them, as in `card-people.ts`: found from all rows together, so that a second import
 * finds nobody new.
 */
export class PeopleWithoutCompany {
  readonly #customers: readonly Customer[];
  readonly #people: Person[];
  readonly #book: Correspondents;
  readonly #waiting: Waiting[] = [];

  constructor(customers: readonly Customer[], people: readonly Person[]) {
    this.#customers = customers;
    this.#people = [...people];
    this.#book = correspondentsOf(customers, people);
  }

  /** A row whose company is named, by which others may be told. */
  know(record: EntryRecord): void {
    const company = textOf(record, 'customer');
    this.#add(record, this.#book.customerCalled(company) ?? company);
  }

  wait(line: number, record: EntryRecord): void {
    this.#waiting.push({ line, record });
  }

  /** All that waited, in their order. Whoever is recognised may make others known in turn. */
  placed(): readonly Placed[] {
    const found = new Map<Waiting, string>();
    const place = (who: Waiting, customer: string): void => {
      found.set(who, customer);
      this.#add(who.record, customer);
    };
    for (const who of this.#waiting) {
      const own = this.#book.customerCalled(textOf(who.record, 'name'));
      if (own !== undefined) place(who, own);
    }
    for (let before = -1; before < found.size;) {
      before = found.size;
      const known = correspondentsOf(this.#customers, this.#people);
      for (const who of this.#waiting) {
        const customer = found.has(who) ? undefined : byAddresses(who.record, known);
        if (customer !== undefined) place(who, customer);
      }
    }
    return this.#waiting.map((who) => ({ ...who, customer: found.get(who) }));
  }

  #add(record: EntryRecord, customer: string): void {
    this.#people.push({ customer, name: textOf(record, 'name'), email: textOf(record, 'email') });
  }
}

const byAddresses = (record: EntryRecord, known: Correspondents): string | undefined =>
  textOf(record, 'email')
    .split(', ')
    .map((address) => known.byAddress(address)?.customer)
    .find((customer) => customer !== undefined);
