import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { addDays } from '../../src/journal/days.ts';
import { byOrder } from '../../src/journal/order.ts';
import { connect } from '../../src/store/driver.ts';
import { entry } from './one-of-each.ts';
import { day, emptyJournal, open, refusal, tempFolder } from './temp-journal.ts';

/** More than are read at a time, on one day as well. */
const MANY = 2_300;

test('of a customer with thousands of entries each is read once, in Order', () => {
  const store = emptyJournal();
  store.change('add', (writer) => {
    for (const name of ['Bolt', 'Acme']) writer.addCustomer({ name });
    for (let made = 0; made < MANY; made += 1) {
      // The newest are recorded first, and half of all are of one day.
      const on = made % 2 === 0 ? '2024-06-15' : `2024-0${9 - (made % 9)}-15`;
      writer.addEntry(
        entry('heard', { id: `acme-${made}`, customer: 'Acme', on, note: `ä ${made} "\\` }),
      );
    }
    writer.addEntry(entry('heard', { id: 'bolt', customer: 'Bolt', on: '2024-01-01' }));
  });
  const all = [...store.entries()].filter(({ customer }) => customer === 'Acme').sort(byOrder);
  expect(all).toHaveLength(MANY);
  expect(store.entriesOf(2)).toEqual(all);
  const last = day(2024, 6, 15);
  for (const until of [last, addDays(last, -1)])
    expect(store.entriesOf(2, { until })).toEqual(all.filter(({ on }) => on <= until));
  expect(store.entriesOf(3)).toEqual([]);
});

test.each([
  `UPDATE entry SET body = replace(body, 'word', 'w' || char(0) || 'rd') WHERE seq = 2`,
  `UPDATE entry SET id = id || char(0) WHERE seq = 2`,
  `UPDATE entry SET body = replace(body, 'word', CAST(x'ff' AS TEXT)) WHERE seq = 2`,
])('what joins the rows does not hide that one of them is damaged: %s', (sql) => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => {
    writer.addCustomer({ name: 'Acme' });
    for (const note of ['one', 'word', 'three'])
      writer.addEntry(entry('heard', { id: note, customer: 'Acme', on: '2024-01-01', note }));
  });
  store.close();
  const database = connect(path, 0);
  expect(database.prepare(sql).run().changes).toBe(1);
  database.close();
  expect(refusal(() => open(path).entriesOf(1)).message).toContain('entry 2');
});
