import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Connection } from '../../src/store/connection.ts';
import { open, tempFolder } from './temp-journal.ts';

test.each([
  ['journal_mode', 'delete'],
  ['synchronous', 3],
  ['fullfsync', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['temp_store', 2],
  ['secure_delete', 1],
  ['busy_timeout', 2_000],
  ['application_id', 0x72_65_6c_6a],
  ['user_version', 6],
])('%s is %s on an open journal', (name, value) => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  const connection = new Connection(path, { readonly: false });
  try {
    expect(connection.statement(`PRAGMA ${name}`).get()).toEqual([value]);
  } finally {
    connection.close();
  }
});

test('a connection that only reads refuses writes by SQLite too', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  const connection = new Connection(path, { readonly: true });
  try {
    expect(() => connection.run('DELETE FROM meta')).toThrow('readonly');
  } finally {
    connection.close();
  }
});

test('every table is strict and the whole file is sound', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  const connection = new Connection(path, { readonly: false });
  try {
    const loose =
      "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'";
    expect(connection.statement(loose).all()).toEqual([]);
    expect(connection.statement('PRAGMA integrity_check').all()).toEqual([['ok']]);
    expect(connection.statement('PRAGMA mmap_size').get() ?? [0]).toEqual([0]);
  } finally {
    connection.close();
  }
});
