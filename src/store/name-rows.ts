import type { Connection } from './connection.ts';
import { customersByKeys, type StoredCustomer } from './customer-rows.ts';
import { peopleOfCustomers, type StoredPerson } from './person-rows.ts';

/*
 * A word names few of a thousand customers. Which ones cannot be is told from what the rows were folded to; what other
 * scripts and accents make of a name is left to those who compare names, so that some rows too many may come, and none
 * too few.
 */

const isForeign = (column: string): string => `octet_length(${column}) <> length(${column})`;

const mayHold = (column: string): string =>
  `(instr(' ' || ${column}, ?) > 0 OR ${isForeign(column)})`;

const CARD_MAY_HOLD = `${mayHold('folded')} OR
  instr(body, '"aliases":') > 0 AND (instr(lower(body), ?) > 0 OR ${isForeign('body')})`;

const anyOf = (texts: readonly string[], condition: string): string =>
  texts.map(() => condition).join(' OR ');

const forCards = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => [text, inJson(text)]);

/** What an alias is looked for by: it stands in JSON. */
const inJson = (text: string): string => JSON.stringify(text.trim()).slice(1, -1);

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

/** Names alone, as they stand in the rows. */
export interface Names {
  readonly customers: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly people: readonly { readonly name: string; readonly customer: string }[];
}

/**
 * Of the names with one of these texts in them none is missing; a blank before a text is where a word begins. For what is
 * offered and never believed: no checksum is looked at. @param texts without accents, in small letters
 */
export function namesHolding(connection: Connection, texts: readonly string[]): Names {
  const customers = connection
    .statement(
      `SELECT body ->> 'name', CASE WHEN instr(body, '"aliases":') > 0 THEN body -> 'aliases' END
       FROM customer WHERE ${anyOf(texts, CARD_MAY_HOLD)} ORDER BY key`,
    )
    .all(...forCards(texts)) as (readonly [string, string | null])[];
  const people = connection
    .statement(
      `SELECT person.body ->> 'name', customer.body ->> 'name'
       FROM person JOIN customer ON customer.key = person.customer
       WHERE ${anyOf(texts, mayHold('person.folded'))} ORDER BY person.key`,
    )
    .all(...texts) as (readonly [string, string])[];
  return {
    customers: customers.map(([name, aliases]) =>
      aliases === null ? { name } : { name, aliases: JSON.parse(aliases) as readonly string[] },
    ),
    people: people.map(([name, customer]) => ({ name, customer })),
  };
}
