import type { Connection } from './connection.ts';
import { customersByKeys, type StoredCustomer } from './customer-rows.ts';
import { anyOf, CARD_MAY_HOLD, forCards, mayHold } from './name-rows.ts';
import { peopleOfCustomers, type StoredPerson } from './person-rows.ts';

/** Customers of whom a name may be meant, each with all people of theirs; in the order in which they were added. */
export interface Accounts {
  readonly customers: readonly StoredCustomer[];
  readonly people: readonly StoredPerson[];
}

/** Of those with one of these texts in a name of theirs or of their people none is missing. @param texts without accents, in small letters */
export function accountsNamed(connection: Connection, texts: readonly string[]): Accounts {
  const sql = `SELECT key FROM customer WHERE ${anyOf(texts, CARD_MAY_HOLD)}
    UNION SELECT customer FROM person WHERE ${anyOf(texts, mayHold('folded'))}`;
  const rows = connection.statement(sql).all(...forCards(texts), ...texts) as (readonly [number])[];
  const keys = rows.map(([key]) => key);
  const customers = customersByKeys(connection, keys);
  return { customers, people: peopleOfCustomers(connection, customers) };
}
