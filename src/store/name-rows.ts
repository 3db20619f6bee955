import { foldName } from '../journal/fold-name.ts';
import { Connection } from './connection.ts';
import { inspectJournal } from './journal-file.ts';

/*
 * A word names few of a thousand customers. Which ones cannot be is told from what the rows were folded to; what other
 * scripts and accents make of a name is left to those who compare names, so that some rows too many may come, and none
 * too few.
 */

const isForeign = (column: string): string => `octet_length(${column}) <> length(${column})`;

export const mayHold = (column: string): string =>
  `(instr(' ' || ${column}, ?) > 0 OR ${isForeign(column)})`;

export const ALIAS_MAY_HOLD = `instr(body, '"aliases":') > 0 AND
  (instr(lower(body), ?) > 0 OR ${isForeign('body')})`;

export const CARD_MAY_HOLD = `${mayHold('folded')} OR ${ALIAS_MAY_HOLD}`;

/** Texts that stand in one name together: one of these lists, each text of it. In small letters, without accents. */
export type Sought = readonly (readonly string[])[];

export const anyOf = (sought: Sought, condition: string): string =>
  sought.map((texts) => texts.map(() => `(${condition})`).join(' AND ')).join(' OR ');

export const forCards = (sought: Sought): readonly string[] =>
  sought.flat().flatMap((text) => [text, inJson(text)]);

/** What an alias is looked for by: it stands in JSON. */
export const inJson = (text: string): string => JSON.stringify(text.trim()).slice(1, -1);

/** Names alone, as they stand in the rows. */
export interface Names {
  readonly customers: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
  readonly people: readonly { readonly name: string; readonly customer: string }[];
}

/**
 * Of the names with these texts in them none is missing; a blank before a text is where a word begins. For what is
 * offered and never believed: no checksum is looked at.
 */
function namesHolding(connection: Connection, sought: Sought): Names {
  const customers = connection
    .statement(
      `SELECT body ->> 'name', CASE WHEN instr(body, '"aliases":') > 0 THEN body -> 'aliases' END
       FROM customer WHERE ${anyOf(sought, CARD_MAY_HOLD)} ORDER BY key`,
    )
    .all(...forCards(sought)) as (readonly [string, string | null])[];
  const people = connection
    .statement(
      `SELECT person.body ->> 'name', customer.body ->> 'name'
       FROM person JOIN customer ON customer.key = person.customer
       WHERE ${anyOf(sought, mayHold('person.folded'))} ORDER BY person.key`,
    )
    .all(...sought.flat()) as (readonly [string, string])[];
  return {
    customers: customers.map(([name, aliases]) =>
      aliases === null ? { name } : { name, aliases: JSON.parse(aliases) as readonly string[] },
    ),
    people: people.map(([name, customer]) => ({ name, customer })),
  };
}

/** The people of one customer, as `namesHolding` has them. */
function peopleOf(connection: Connection, customer: string): readonly string[] {
  const rows = connection
    .statement(
      `SELECT person.body ->> 'name' FROM person JOIN customer ON customer.key = person.customer
       WHERE customer.folded = ? ORDER BY person.key`,
    )
    .all(foldName(customer)) as (readonly [string])[];
  return rows.map(([name]) => name);
}

/** Where the names of a journal are looked up. */
export interface Directory {
  /** Those that hold these texts, and perhaps others. */
  readonly holding: (sought: Sought) => Names;
  readonly peopleOf: (customer: string) => readonly string[];
}

/** Opens a journal for its names alone, whatever its version, and closes it whatever happens. Throws as `openStore` does. */
export function readingNames<T>(path: string, look: (directory: Directory) => T): T {
  const connection = new Connection(inspectJournal(path).file, { readonly: true });
  try {
    return connection.reading(() =>
      look({
        holding: (sought) => namesHolding(connection, sought),
        peopleOf: (customer) => peopleOf(connection, customer),
      }),
    );
  } finally {
    connection.close();
  }
}
