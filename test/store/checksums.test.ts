import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { crc32OfFew } from '../../src/store/checksum.ts';
import { connect } from '../../src/store/driver.ts';
import type { Store } from '../../src/store/store.ts';
import { entry } from './one-of-each.ts';
import { open, refusal, tempFolder } from './temp-journal.ts';

/** A journal with a row in each table, changed behind the back of its checksums. */
function spoiltBy(sql: string): Store {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => {
    writer.putSettings({ floor: 40 });
    writer.addCustomer({ id: 'acme', name: 'Acme' });
    writer.addPerson({ id: 'dana', customer: 'Acme', name: 'Dana' });
    writer.addEntry(
      entry('promise', {
        id: 'a',
        customer: 'Acme',
        on: '2024-01-01',
        by: 'us',
        due: '2024-01-05',
      }),
    );
    writer.addEntry(entry('done', { id: 'b', customer: 'Acme', on: '2024-01-04', ref: 'a' }));
  });
  store.close();
  const database = connect(path, 0);
  database.exec(
    'PRAGMA foreign_keys = OFF; DROP TRIGGER operation_is_final; DROP TRIGGER change_is_final',
  );
  expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
  database.close();
  return open(path);
}

const entries = (store: Store) => [...store.entries()];
const operations = (store: Store) => [...store.operations()];

describe('a changed row is refused, never read', () => {
  test.each<[string, string, string, (store: Store) => unknown]>([
    ['entry', 'entry 1', `body = replace(body, '05"', '06"')`, entries],
    ['entry', 'entry 1', 'day = day + 1 WHERE seq = 1', (store) => store.entryByNumber(1)],
    ['entry', 'entry 2', `ref = NULL WHERE seq = 2`, (store) => store.entryById('b')],
    ['entry', 'entry 2', `type = 'broken' WHERE seq = 2`, (store) => store.entriesOf(1)],
    ['entry', 'entry 9', 'seq = 9 WHERE seq = 1', entries],
    ['entry', 'entry 1', 'customer = 2 WHERE seq = 1', (store) => store.entriesOf(2)],
    ['entry', 'entry 1', 'crc = crc + 1 WHERE seq = 1', entries],
    [
      'customer',
      'customer 1',
      `body = replace(body, 'Acme', 'Acne')`,
      (store) => store.customers(),
    ],
    ['customer', 'customer 1', `folded = 'bolt'`, (store) => store.customerByName('Bolt')],
    ['person', 'person 1', `body = replace(body, 'Dana', 'Dora')`, (store) => store.people()],
    ['person', 'person 1', `id = 'dora'`, (store) => store.personById('dora')],
    ['settings', 'settings', `body = '{"floor":41}'`, (store) => store.settings()],
    [
      'operation',
      'operation 2',
      `after = replace(after, 'Acme', 'Acne') WHERE seq = 2`,
      operations,
    ],
    ['change', 'change 1', `command = 'ad'`, operations],
  ])('%s: %s, %s', (table, named, change, read) => {
    const store = spoiltBy(`UPDATE ${table} SET ${change}`);
    const error = refusal(() => read(store));
    expect(error.kind).toBe('journal');
    expect(error.message).toContain('damaged');
    expect(error.message).toContain(named);
    expect(store.damagedRows().map((row) => row.table)).toContain(table);
  });

  test('a clock that changed: nothing more is recorded', () => {
    const store = spoiltBy(`UPDATE meta SET device = 'other'`);
    const error = refusal(() => store.change('add', (writer) => writer.addCustomer({ name: 'B' })));
    expect(error.message).toContain('damaged');
    expect(store.damagedRows()).toEqual([{ table: 'meta', key: 1 }]);
    expect(store.customers()).toHaveLength(1);
  });

  test('a customer that is gone', () => {
    expect(refusal(() => entries(spoiltBy('DELETE FROM customer'))).message).toContain(
      'customer 1',
    );
  });
});

test('an untouched journal has no damaged row', () => {
  expect(spoiltBy('UPDATE settings SET body = body').damagedRows()).toEqual([]);
});

test('the checksum of a few rows is that of many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(crc32OfFew(text)).toBe(crc32(text));
    }),
  );
});
