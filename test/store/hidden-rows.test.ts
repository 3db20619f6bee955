import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '../../src/store/connection.ts';
import { connect } from '../../src/store/driver.ts';
import type { Store } from '../../src/store/store.ts';
import { problemsOf } from '../../src/store/verify.ts';
import { entry } from './one-of-each.ts';
import { day, open, refusal, tempFolder } from './temp-journal.ts';

const PAGE = 4096;

/** A journal whose first page of this table or index has forgotten its last row. */
function withoutLastRow(name: string): string {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => {
    writer.putSettings({ floor: 40 });
    for (const id of ['acme', 'bolt']) writer.addCustomer({ id, name: id });
    const promise = { customer: 'acme', on: '2024-01-01', by: 'us', due: '2024-01-05' } as const;
    writer.addEntry(entry('promise', { id: 'a', ...promise }));
    writer.addEntry(entry('done', { id: 'b', customer: 'acme', on: '2024-01-04', ref: 'a' }));
  });
  store.change('undo', (writer) => writer.undo(1));
  store.change('redo', (writer) => writer.redo(1));
  store.recordReview({ day: day(2024, 1, 5), verdicts: { acme: 'KEEP' } });
  store.close();
  const bytes = readFileSync(path);
  const page = pageOf(path, bytes, name);
  page.writeUInt16BE(page.readUInt16BE(3) - 1, 3);
  writeFileSync(path, bytes);
  return path;
}

test.each([
  ['a letter of it', (page: Buffer, at: number) => flip(page, at)],
  // The code of a text of seven letters, which becomes that of seven raw bytes.
  ['its kind', (page: Buffer, at: number) => flip(page, page.lastIndexOf(27, at))],
])('a type that the index knows otherwise is not believed: %s', (_, spoil) => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => {
    writer.addCustomer({ id: 'acme', name: 'acme' });
    const promise = { customer: 'acme', on: '2024-01-01', by: 'us', due: '2024-01-05' } as const;
    writer.addEntry(entry('promise', { id: 'a', ...promise }));
  });
  store.close();
  const bytes = readFileSync(path);
  const page = pageOf(path, bytes, 'entry_in_order');
  spoil(page, page.indexOf('promise'));
  writeFileSync(path, bytes);
  const error = refusal(() => open(path).refuseHiddenRows());
  expect(error.message).toContain('entries by day');
});

function flip(page: Buffer, at: number): void {
  page.writeUInt8(page.readUInt8(at) ^ 1, at);
}

/** The first page of this table or index, within the bytes of the file. */
function pageOf(path: string, bytes: Buffer, name: string): Buffer {
  const database = connect(path, 0);
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const start = (Number(root.get(name)) - 1) * PAGE;
  database.close();
  return bytes.subarray(start, start + PAGE);
}

test.each<[string, (store: Store) => void]>([
  ['entry', (store) => store.refuseHiddenRows()],
  ['entry_in_order', (store) => store.refuseHiddenRows()],
  ['entry_lasting', (store) => store.refuseHiddenRows()],
  ['entry_by_ref', (store) => store.refuseHiddenRows()],
  ['customer', (store) => store.refuseHiddenRows()],
  ['settings', (store) => store.refuseHiddenRows()],
  ['review', (store) => store.refuseHiddenRows()],
  ['operation', (store) => store.known(day(2030, 1, 1))],
  ['operation_by_change', (store) => store.lastChanges(5)],
  ['change', (store) => store.lastChanges(5)],
  ['reversal', (store) => store.changesOfEntry(1)],
  ['reversal_by_change', (store) => store.lastChanges(5)],
])('a row that %s hides is not overlooked', (name, read) => {
  const path = withoutLastRow(name);
  const connection = new Connection(path, { readonly: true });
  expect(problemsOf(connection)).not.toEqual([]);
  connection.close();
  const error = refusal(() => read(open(path)));
  expect(error.kind).toBe('journal');
  expect(error.message).toContain('damaged');
});

test.each([
  ['DROP INDEX entry_by_ref', 'entry_by_ref'],
  ['CREATE TABLE mine (a TEXT)', 'mine'],
  ["DELETE FROM entry_type WHERE name = 'mood'", 'types of entries'],
  ["UPDATE sqlite_sequence SET seq = 0 WHERE name = 'entry'", 'next number of entry'],
  ['DELETE FROM meta', 'device'],
])('%s: that is no journal of this version', (sql, named) => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => {
    writer.addCustomer({ name: 'acme' });
    writer.addEntry(entry('drop', { id: 'x', customer: 'acme', on: '2024-01-01' }));
  });
  store.close();
  const database = connect(path, 0);
  database.exec(sql);
  database.close();
  const connection = new Connection(path, { readonly: true });
  expect(problemsOf(connection)).toEqual([expect.stringContaining(named)]);
  connection.close();
});

test('nothing is hidden where nothing is', () => {
  const store = open(join(tempFolder(), 'journal.db'));
  expect(() => store.refuseHiddenRows()).not.toThrow();
});
