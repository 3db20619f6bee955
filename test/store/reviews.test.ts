import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Connection } from '../../src/store/connection.ts';
import { connect } from '../../src/store/driver.ts';
import { day, emptyJournal, open, refusal, tempFolder } from './temp-journal.ts';

const FIRST = { day: day(2026, 11, 6), verdicts: { acme: 'FIX', bolt: 'KEEP' } } as const;
const SECOND = { day: day(2026, 11, 13), verdicts: { acme: 'DROP' } } as const;

test('the last review before a day is found, its own day not counted', () => {
  const store = emptyJournal();
  expect(store.lastReview(SECOND.day)).toBeUndefined();
  store.recordReview(SECOND);
  store.recordReview(FIRST);
  expect(store.lastReview(FIRST.day)).toBeUndefined();
  expect(store.lastReview(SECOND.day)).toEqual(FIRST);
  expect(store.lastReview(day(2030, 1, 1))).toEqual(SECOND);
});

test('of two reviews on one day the later one is kept, and it is no step to undo', () => {
  const store = emptyJournal();
  store.recordReview(FIRST);
  store.recordReview({ ...FIRST, verdicts: { acme: 'REBUILD' } });
  expect(store.lastReview(SECOND.day)).toEqual({ ...FIRST, verdicts: { acme: 'REBUILD' } });
  expect(store.damagedRows()).toEqual([]);
  expect([...store.operations()]).toEqual([]);
  expect(() => store.change('undo', (writer) => writer.undo(1))).toThrow('nothing is left to undo');
});

test('a recorded review that is not what was written is refused', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.recordReview(FIRST);
  store.close();
  const database = connect(path, 0);
  expect(database.prepare('UPDATE review SET day = day + 1').run().changes).toBe(1);
  database.close();
  const spoilt = open(path);
  expect(refusal(() => spoilt.lastReview(SECOND.day)).message).toContain('review 1');
  expect(spoilt.damagedRows()).toEqual([{ table: 'review', key: 1 }]);
});

test('a journal from before reviews were recorded keeps all it holds, and takes them', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => writer.addCustomer({ id: 'acme', name: 'Acme' }));
  store.close();
  const connection = new Connection(path, { readonly: false });
  connection.run(`
    DROP TABLE addition;
    DROP TRIGGER addition_needs_update;
    DROP TRIGGER addition_needs_delete;
    DROP INDEX operation_on_card;
    DROP TABLE review;
    DROP INDEX entry_lasting;
    DROP INDEX entry_in_order;
    CREATE INDEX entry_in_order ON entry (customer, day, seq);
    PRAGMA user_version = 2`);
  connection.close();
  const brought = open(path);
  brought.recordReview(FIRST);
  expect(brought.customers()).toHaveLength(1);
  expect(brought.lastReview(SECOND.day)).toEqual(FIRST);
});
