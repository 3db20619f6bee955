import type { Customer } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { writeCustomer } from '../journal/line.ts';
import { bodyOf } from './body.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';

/** A customer with its place in the journal. */
export interface StoredCustomer {
  /** What entries name it by inside this file; means nothing outside it. */
  readonly key: number;
  readonly id: string;
  readonly card: Customer & { readonly id: string };
}

type CustomerRow = readonly [key: number, id: string, folded: string, body: string, crc: number];

const SELECT = 'SELECT key, id, folded, body, crc FROM customer';

function fromRow([key, id, folded, body, crc]: CustomerRow): StoredCustomer {
  if (checksum('customer', key, id, folded, body) !== crc) throw damaged(`customer ${key}`);
  return { key, id, card: { id, ...(JSON.parse(body) as Customer) } };
}

const COLUMNS = new Set(['type', 'id']);

const cardBody = (card: Customer): string => bodyOf(writeCustomer(card), COLUMNS);

/** In the order in which they were added. */
export function allCustomers(connection: Connection): readonly StoredCustomer[] {
  return (connection.statement(`${SELECT} ORDER BY key`).all() as CustomerRow[]).map(fromRow);
}

/** In the order in which they were added. @param condition of SQL, with a `?` for each of the given texts */
export function customersWhere(
  connection: Connection,
  condition: string,
  given: readonly string[],
): readonly StoredCustomer[] {
  const sql = `${SELECT} WHERE ${condition} ORDER BY key`;
  return (connection.statement(sql).all(...given) as CustomerRow[]).map(fromRow);
}

function find(
  connection: Connection,
  column: 'key' | 'id' | 'folded',
  value: string | number,
): StoredCustomer | undefined {
  const row = connection.statement(`${SELECT} WHERE ${column} = ?`).get(value);
  return row === undefined ? undefined : fromRow(row as CustomerRow);
}

export const customerById = (connection: Connection, id: string): StoredCustomer | undefined =>
  find(connection, 'id', id);

/** By its name alone, case and accents' encoding aside; aliases are not looked at. */
export const customerByName = (connection: Connection, name: string): StoredCustomer | undefined =>
  find(connection, 'folded', foldName(name));

/** The customer that a row refers to. */
function customerByKey(connection: Connection, key: number): StoredCustomer {
  const found = find(connection, 'key', key);
  if (found === undefined)
    throw damaged(`customer ${key} is gone, although something refers to it`);
  return found;
}

/** Customers by key, each read once. */
export function storedCustomers(connection: Connection): (key: number) => StoredCustomer {
  const read = new Map<number, StoredCustomer>();
  return (key) => {
    const known = read.get(key);
    if (known !== undefined) return known;
    const customer = customerByKey(connection, key);
    read.set(key, customer);
    return customer;
  };
}

/** The names of customers by key, each read once. */
export function customerNames(connection: Connection): (key: number) => string {
  const customerOf = storedCustomers(connection);
  return (key) => customerOf(key).card.name;
}

export function insertCustomer(connection: Connection, { key, id, card }: StoredCustomer): void {
  const folded = foldName(card.name);
  const body = cardBody(card);
  connection
    .statement('INSERT INTO customer (key, id, folded, body, crc) VALUES (?, ?, ?, ?, ?)')
    .run(key, id, folded, body, checksum('customer', key, id, folded, body));
}

export function updateCustomer(connection: Connection, { key, id, card }: StoredCustomer): void {
  const folded = foldName(card.name);
  const body = cardBody(card);
  connection
    .statement('UPDATE customer SET folded = ?, body = ?, crc = ? WHERE key = ?')
    .run(folded, body, checksum('customer', key, id, folded, body), key);
}

/** Whether entries or people belong to the customer. */
export function isReferredTo(connection: Connection, { key }: StoredCustomer): boolean {
  const [any] = connection
    .statement(
      `SELECT EXISTS (SELECT 1 FROM entry WHERE customer = ?)
           OR EXISTS (SELECT 1 FROM person WHERE customer = ?)`,
    )
    .get(key, key) as readonly [number];
  return any === 1;
}

export function deleteCustomer(connection: Connection, { key }: StoredCustomer): void {
  connection.statement('DELETE FROM customer WHERE key = ?').run(key);
}
