import type { Connection } from './connection.ts';
import { customersWhere, type StoredCustomer } from './customer-rows.ts';
import { anyOf, CARD_MAY_HOLD, forCards, mayHold, type Sought } from './name-rows.ts';
import { peopleOfCustomers, type StoredPerson } from './person-rows.ts';

/** Customers of whom a name may be meant, each with all people of theirs; in the order in which they were added. */
export interface Accounts {
  readonly customers: readonly StoredCustomer[];
  readonly people: readonly StoredPerson[];
}

/** Of those with these texts in a name of theirs or of their people none is missing. */
export function accountsNamed(connection: Connection, sought: Sought): Accounts {
  const named = `${anyOf(sought, CARD_MAY_HOLD)} OR
    key IN (SELECT customer FROM person WHERE ${anyOf(sought, mayHold('folded'))})`;
  const customers = customersWhere(connection, named, [...forCards(sought), ...sought.flat()]);
  return { customers, people: peopleOfCustomers(connection, customers) };
}
