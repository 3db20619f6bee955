import { foldName } from '../journal/fold-name.ts';
import type { Connection } from './connection.ts';
import { customerByName, customersWhere, type StoredCustomer } from './customer-rows.ts';
import {
  ALIAS_MAY_HOLD,
  anyOf,
  CARD_MAY_HOLD,
  forCards,
  inJson,
  mayHold,
  type Names,
  type Sought,
} from './name-rows.ts';
import { peopleOfCustomers, type StoredPerson } from './person-rows.ts';

/** Customers of whom a name may be meant, each with all people of theirs; in the order in which they were added. */
export interface Accounts {
  readonly customers: readonly StoredCustomer[];
  readonly people: readonly StoredPerson[];
}

/** Whom a line may mean. */
export interface Search {
  /** Whoever has this name is meant before anybody else. */
  readonly whole: string;
  /** What every name that may be meant has in it. */
  readonly sought: Sought;
  /** The name of the one customer whom the line means, where only these names are in the book. */
  readonly meant: (names: Names) => string | undefined;
}

/**
 * The one customer who is meant, found by names alone: to read a card costs as much as to look through a hundred names.
 * Where nobody or several are meant, whoever has the sought texts in a name of theirs or of their people; none is missing.
 */
export function accountsMeant(connection: Connection, search: Search): Accounts {
  const { whole, sought, meant } = search;
  const name = isOneName(connection, whole) ? whole : meant(namesHolding(connection, sought));
  const one = name === undefined ? undefined : customerByName(connection, name);
  const customers = one === undefined ? customersNamed(connection, sought) : [one];
  return { customers, people: peopleOfCustomers(connection, customers) };
}

/** Whether one customer has this name, and it can be no short name of another. */
function isOneName(connection: Connection, name: string): boolean {
  const folded = foldName(name);
  const [isOne] = connection
    .statement(
      `SELECT EXISTS (SELECT 1 FROM customer WHERE folded = ?) AND
         NOT EXISTS (SELECT 1 FROM customer WHERE ${ALIAS_MAY_HOLD} AND folded <> ?)`,
    )
    .get(folded, inJson(folded), folded) as readonly [number];
  return isOne === 1;
}

/** The names that `customersNamed` looks at, in folded form and all in one row. No checksum is looked at. */
function namesHolding(connection: Connection, sought: Sought): Names {
  const [customers, people] = connection
    .statement(
      `SELECT
        (SELECT json_group_array(json_array(folded,
           CASE WHEN instr(body, '"aliases":') > 0 AND json_valid(body) THEN body END))
         FROM customer WHERE ${anyOf(sought, CARD_MAY_HOLD)}),
        (SELECT json_group_array(json_array(person.folded, customer.folded))
         FROM person JOIN customer ON customer.key = person.customer
         WHERE ${anyOf(sought, mayHold('person.folded'))})`,
    )
    .get(...forCards(sought), ...sought.flat()) as readonly [string, string];
  return {
    customers: pairsIn(customers).map(([name, body]) => ({ ...aliasesIn(body), name })),
    people: pairsIn(people).map(([name, customer]) => ({ name, customer: customer ?? '' })),
  };
}

const pairsIn = (rows: string) => JSON.parse(rows) as (readonly [string, string | null])[];

const aliasesIn = (body: string | null): { readonly aliases?: readonly string[] } =>
  body === null ? {} : (JSON.parse(body) as { readonly aliases?: readonly string[] });

function customersNamed(connection: Connection, sought: Sought): readonly StoredCustomer[] {
  const named = `${anyOf(sought, CARD_MAY_HOLD)} OR
    key IN (SELECT customer FROM person WHERE ${anyOf(sought, mayHold('folded'))})`;
  return customersWhere(connection, named, [...forCards(sought), ...sought.flat()]);
}
