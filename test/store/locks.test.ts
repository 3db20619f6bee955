import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Connection, type ConnectionOptions } from '../../src/store/connection.ts';
import { connect } from '../../src/store/driver.ts';
import { open, refusal, tempFolder } from './temp-journal.ts';

/**
 * Two connections to one journal: one that locks it, and ours, which waits 20 ms in silence and 60
 * in all.
 */
function rivals(options: Partial<ConnectionOptions>) {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  const other = connect(path, 0);
  const ours = new Connection(path, { readonly: false, ...options }, { silent: 20, whole: 60 });
  return {
    other,
    read: () => ours.reading(() => ours.statement('SELECT count(*) FROM customer').get()),
    write: () => ours.writing(() => ours.run("INSERT INTO settings VALUES (1, '{}', 0)")),
    close() {
      other.close();
      ours.close();
    },
  };
}

test.each(['read', 'write'] as const)(
  'to %s while another writes: told once, then it goes on',
  (what) => {
    let told = 0;
    const onWait = () => {
      told += 1;
      rival.other.exec('ROLLBACK');
    };
    const rival = rivals({ onWait });
    rival.other.exec('BEGIN EXCLUSIVE');
    rival[what]();
    expect(told).toBe(1);
    rival.close();
  },
);

test('a commit waits for a reader, and is told of it', () => {
  const rival = rivals({ onWait: () => rival.other.exec('ROLLBACK') });
  rival.other.exec('BEGIN; SELECT * FROM meta');
  rival.write();
  expect(rival.other.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(1);
  rival.close();
});

test.each(['read', 'write'] as const)(
  'to %s is given up in the end, and works when the other is gone',
  (what) => {
    const rival = rivals({});
    rival.other.exec('BEGIN EXCLUSIVE');
    const error = refusal(rival[what]);
    expect(error.kind).toBe('journal');
    expect(error.message).toContain('locked by another program');
    rival.other.exec('ROLLBACK');
    rival[what]();
    rival.close();
  },
);

test('a commit given up leaves nothing and nothing half-open', () => {
  const rival = rivals({});
  rival.other.exec('BEGIN; SELECT * FROM meta');
  expect(refusal(rival.write).message).toContain('locked');
  rival.other.exec('ROLLBACK');
  expect(rival.other.prepare('SELECT count(*) FROM settings').pluck().get()).toBe(0);
  rival.write();
  rival.close();
});
