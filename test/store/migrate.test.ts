import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Connection } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { open, refusal, tempFolder } from './temp-journal.ts';

const ADDED = 'CREATE TABLE added (key INTEGER PRIMARY KEY) STRICT';

function withConnection<T>(path: string, use: (connection: Connection) => T): T {
  const connection = new Connection(path, { readonly: false });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}

const version = (connection: Connection) => connection.statement('PRAGMA user_version').get();

test('a journal of an older version is brought up to date, once, and keeps what it holds', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
  store.close();
  withConnection(path, (connection) => {
    migrate(connection, [...MIGRATIONS, ADDED]);
    migrate(connection, [...MIGRATIONS, ADDED]);
    expect(version(connection)).toEqual([MIGRATIONS.length + 1]);
    expect(connection.statement('SELECT count(*) FROM added').get()).toEqual([0]);
    expect(connection.statement('SELECT count(*) FROM customer').get()).toEqual([1]);
  });
  expect(refusal(() => open(path)).message).toContain('newer rel');
});

test('a migration that fails half-way leaves the older version', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  withConnection(path, (connection) => {
    expect(() => migrate(connection, [...MIGRATIONS, ADDED, 'CREATE nonsense'])).toThrow();
    expect(version(connection)).toEqual([MIGRATIONS.length]);
  });
  expect(open(path).customers()).toEqual([]);
});

test('a journal that another process has brought further meanwhile is left alone', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  withConnection(path, (connection) => {
    migrate(connection, [...MIGRATIONS, ADDED, ADDED.replace('added', 'second')]);
    migrate(connection, [...MIGRATIONS, ADDED]);
    expect(version(connection)).toEqual([MIGRATIONS.length + 2]);
  });
});
