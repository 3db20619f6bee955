import type { Connection } from './connection.ts';
import { customersByKeys, type StoredCustomer } from './customer-rows.ts';
import { anyOf, CARD_MAY_HOLD, forCards, mayHold, type Sought } from './name-rows.ts';
import { peopleOfCustomers, type StoredPerson } from './person-rows.ts';

/** Customers of whom a name may be meant, each with all people of theirs; in the order in which they were added. */
export interface Accounts {
  readonly customers: readonly StoredCustomer[];
  readonly people: readonly StoredPerson[];
}

/** Of those with these texts in a name of theirs or of their people none is missing. */
export function accountsNamed(connection: Connection, sought: Sought): Accounts {
  const sql = `SELECT key FROM customer WHERE ${anyOf(sought, CARD_MAY_HOLD)}
    UNION SELECT customer FROM person WHERE ${anyOf(sought, mayHold('folded'))}`;
  const given = [...forCards(sought), ...sought.flat()];
  const rows = connection.statement(sql).all(...given) as (readonly [number])[];
  const keys = rows.map(([key]) => key);
  const customers = customersByKeys(connection, keys);
  return { customers, people: peopleOfCustomers(connection, customers) };
}
