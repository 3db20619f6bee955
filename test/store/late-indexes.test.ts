import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { textOf } from '../../src/journal/entry-text.ts';
import { Connection } from '../../src/store/connection.ts';
import type { Store } from '../../src/store/store.ts';
import { problemsOf } from '../../src/store/verify.ts';
import { entry } from './one-of-each.ts';
import { open, tempFolder } from './temp-journal.ts';

const CUSTOMERS = 40;
const BATCH = 32;
const BATCHES = 60;

const imported = (number: number) =>
  textOf(
    entry('spoke', {
      id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      customer: `Customer ${(number * 7) % CUSTOMERS}`,
      on: `2024-01-${String(1 + (number % 28)).padStart(2, '0')}`,
      asked: number % 9 === 0,
      note: `said ${number}`,
    }),
  );

function importInto(store: Store, from: number, batches: number, last?: () => void): void {
  store.change('import x.jsonl', (writer) => {
    for (let number = 0; number < CUSTOMERS; number += 1)
      if (store.customerByName(`Customer ${number}`) === undefined)
        writer.addCustomer({ name: `Customer ${number}` });
    const intake = writer.intake('once', batches * BATCH);
    for (let batch = 0; batch < batches; batch += 1)
      intake.addAll(Array.from({ length: BATCH }, (_, at) => imported(from + batch * BATCH + at)));
    last?.();
  });
}

function asked(path: string, sql: string): readonly unknown[] {
  const connection = new Connection(path, { readonly: true });
  try {
    return connection.statement(sql).all();
  } finally {
    connection.close();
  }
}

const SCHEMA = 'SELECT name, sql FROM sqlite_schema ORDER BY name';
const ENTRIES = 'SELECT * FROM entry ORDER BY seq';
const PAGES = `SELECT name, count(*) FROM dbstat WHERE name LIKE '%entry%' GROUP BY name`;

function problems(path: string): readonly string[] {
  const connection = new Connection(path, { readonly: true });
  try {
    return problemsOf(connection);
  } finally {
    connection.close();
  }
}

test('after an import of most of the entries all indexes are there, and as small as they can be', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  const before = asked(path, SCHEMA);
  importInto(store, 0, BATCHES);
  expect(asked(path, SCHEMA)).toEqual(before);
  expect(problems(path)).toEqual([]);
  expect(asked(path, 'PRAGMA freelist_count')).toEqual([[0]]);
  const whole = join(tempFolder(), 'whole.db');
  const connection = new Connection(path, { readonly: false });
  connection.vacuumInto(whole);
  connection.close();
  expect(asked(path, PAGES)).toEqual(asked(whole, PAGES));
  // A few more come in beside them.
  importInto(store, BATCHES * BATCH, 2);
  expect(problems(path)).toEqual([]);
  expect(asked(path, 'SELECT count(*) FROM entry INDEXED BY entry_in_order')).toEqual([
    [(BATCHES + 2) * BATCH],
  ]);
  store.close();
});

test('where such an import fails, the journal has its entries and its indexes as before', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  importInto(store, 0, 2);
  const [schema, entries] = [asked(path, SCHEMA), asked(path, ENTRIES)];
  const fail = (): never => {
    throw new Error('no more');
  };
  expect(() => importInto(store, 1000, BATCHES, fail)).toThrow('no more');
  expect([asked(path, SCHEMA), asked(path, ENTRIES)]).toEqual([schema, entries]);
  expect(problems(path)).toEqual([]);
  importInto(store, 1000, BATCHES);
  expect(problems(path)).toEqual([]);
  store.close();
});
