import type { Person } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { writePerson } from '../journal/line.ts';
import { bodyOf } from './body.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { allCustomers, customerNames, type StoredCustomer } from './customer-rows.ts';
import { damaged } from './failures.ts';

export type StoredPerson = Person & { readonly id: string };

type PersonRow = readonly [
  key: number,
  id: string,
  customer: number,
  folded: string,
  body: string,
  crc: number,
];

const SELECT = 'SELECT key, id, customer, folded, body, crc FROM person';

function fromRow(
  [key, id, customer, folded, body, crc]: PersonRow,
  customerName: (key: number) => string,
): StoredPerson {
  if (checksum('person', key, id, customer, folded, body) !== crc) throw damaged(`person ${key}`);
  return {
    id,
    customer: customerName(customer),
    ...(JSON.parse(body) as Omit<Person, 'id' | 'customer'>),
  };
}

const COLUMNS = new Set(['type', 'id', 'customer']);

const personBody = (person: Person): string => bodyOf(writePerson(person), COLUMNS);

/** In the order in which they were added. */
export function allPeople(connection: Connection): readonly StoredPerson[] {
  const rows = connection.statement(`${SELECT} ORDER BY key`).all() as PersonRow[];
  if (rows.length === 0) return [];
  const names = new Map(allCustomers(connection).map(({ key, card }) => [key, card.name]));
  // One that is gone is damage, which looking it up reports.
  const nameOf = customerNames(connection);
  return rows.map((row) => fromRow(row, (key) => names.get(key) ?? nameOf(key)));
}

/** The people of these customers, in the order in which they were added. */
export function peopleOfCustomers(
  connection: Connection,
  customers: readonly StoredCustomer[],
): readonly StoredPerson[] {
  const names = new Map(customers.map(({ key, card }) => [key, card.name]));
  // Numbers of the journal's own; what SQLite has for lists takes longer to prepare.
  const theirs = `customer IN (${[...names.keys()].join(', ')})`;
  const rows = connection.statement(`${SELECT} WHERE ${theirs} ORDER BY key`).all() as PersonRow[];
  const nameOf = customerNames(connection);
  return rows.map((row) => fromRow(row, (key) => names.get(key) ?? nameOf(key)));
}

export function personById(connection: Connection, id: string): StoredPerson | undefined {
  const row = connection.statement(`${SELECT} WHERE id = ?`).get(id);
  return row === undefined ? undefined : fromRow(row as PersonRow, customerNames(connection));
}

/** @param customer the key of the customer that the person names */
export function insertPerson(
  connection: Connection,
  key: number,
  customer: number,
  person: StoredPerson,
): void {
  const folded = foldName(person.name);
  const body = personBody(person);
  const crc = checksum('person', key, person.id, customer, folded, body);
  connection
    .statement(
      'INSERT INTO person (key, id, customer, folded, body, crc) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(key, person.id, customer, folded, body, crc);
}

/** The place of a person who is stored, in the order in which they were added. */
export function personKey(connection: Connection, id: string): number {
  const row = connection.statement('SELECT key FROM person WHERE id = ?').get(id);
  return (row as readonly [number])[0];
}

/** @param customer the key of the customer that the person names */
export function updatePerson(connection: Connection, customer: number, person: StoredPerson): void {
  const { id } = person;
  const key = personKey(connection, id);
  const folded = foldName(person.name);
  const body = personBody(person);
  connection
    .statement('UPDATE person SET customer = ?, folded = ?, body = ?, crc = ? WHERE key = ?')
    .run(customer, folded, body, checksum('person', key, id, customer, folded, body), key);
}

export function deletePerson(connection: Connection, id: string): void {
  connection.statement('DELETE FROM person WHERE id = ?').run(id);
}
