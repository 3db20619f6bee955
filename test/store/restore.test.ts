import { describe, expect, test } from '@jest/globals';
import {
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../src/store/back-up.ts';
import { backupFolder, backupsOf } from '../../src/store/backups.ts';
import { differenceOf } from '../../src/store/journal-difference.ts';
import { putBack } from '../../src/store/restore.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { lastGoodBackup, lookAt } from '../../src/store/sound-backup.ts';
import { day, FixedClock, olderJournal, open, refusal, tempFolder } from './temp-journal.ts';

const clock = new FixedClock('2026-11-16T11:00:00Z');
const ASIDE = '2026-11-16T120001-restore.db';

function add(journal: string, id: string, customer = 'Acme'): void {
  const store = open(journal);
  store.change('add', (writer) => {
    if (store.customerByName(customer) === undefined) writer.addCustomer({ name: customer });
    writer.addEntry({ type: 'drop', id, customer, on: day(2026, 11, 16) });
  });
  store.close();
}

const idsIn = (journal: string): readonly string[] => {
  const store = open(journal, clock, true);
  const ids = [...store.entries()].map(({ id }) => id);
  store.close();
  return ids;
};

/** A journal with one entry, backed up, and then another one. */
function prepared() {
  const journal = join(tempFolder(), 'journal.db');
  add(journal, 'one');
  const backup = backUp(journal, clock, 'asked').file;
  add(journal, 'two');
  return { journal, backup };
}

describe('a backup is put back', () => {
  test('and what was there is kept, and can be put back in its turn', () => {
    const { journal, backup } = prepared();
    const bytes = readFileSync(backup);
    const aside = putBack(journal, backup, clock);
    expect(aside).toBe(join(backupFolder(journal), ASIDE));
    expect(idsIn(journal)).toEqual(['one']);
    expect(readFileSync(backup).equals(bytes)).toBe(true);
    add(journal, 'three');
    expect(idsIn(aside ?? '')).toEqual(['one', 'two']);
    expect(backupsOf(journal)).toHaveLength(2);
    expect(lastGoodBackup(journal)?.file).toBe(backup);
    putBack(journal, aside ?? '', clock);
    expect(idsIn(journal)).toEqual(['one', 'two']);
    expect(backupsOf(journal)).toHaveLength(3);
  });

  test.each([
    ['an empty file', (path: string) => truncateSync(path, 0)],
    ['a text', (path: string) => writeFileSync(path, 'my notes of the year')],
    ['a half of a journal', (path: string) => truncateSync(path, 9_000)],
    ['a journal without its first page', (path: string) => writeFileSync(path, zeroed(path))],
    ['the database of somebody else', (path: string) => writeFileSync(path, others(path))],
  ])('in the place of %s, which is kept byte by byte', (_what, spoil) => {
    const { journal, backup } = prepared();
    spoil(journal);
    const bytes = readFileSync(journal);
    const aside = putBack(journal, backup, clock) ?? '';
    expect(readFileSync(aside).equals(bytes)).toBe(true);
    expect(idsIn(journal)).toEqual(['one']);
  });

  test('where there is no journal, nothing is kept aside', () => {
    const { journal, backup } = prepared();
    unlinkSync(journal);
    expect(putBack(journal, backup, clock)).toBeUndefined();
    expect(idsIn(journal)).toEqual(['one']);
    expect(backupsOf(journal)).toHaveLength(1);
  });

  test('what was left beside a lost journal does not get into it', () => {
    const { journal, backup } = prepared();
    unlinkSync(journal);
    for (const ending of ['-journal', '-wal', '-shm']) writeFileSync(`${journal}${ending}`, 'old');
    putBack(journal, backup, clock);
    expect(idsIn(journal)).toEqual(['one']);
    const left = readdirSync(join(journal, '..')).filter((name) =>
      /left-(journal|wal|shm)$/.test(name),
    );
    expect(left).toHaveLength(3);
    expect(existsSync(`${journal}-wal`)).toBe(false);
  });

  test('of an older version, it is brought up to date; the backup stays as it is', () => {
    const { journal } = prepared();
    const old = olderJournal(2);
    expect(lookAt(old).contents?.entries).toBe(0);
    const bytes = readFileSync(old);
    putBack(journal, old, clock);
    expect(readFileSync(old).equals(bytes)).toBe(true);
    expect(readFileSync(journal).readUInt32BE(60)).toBe(SCHEMA_VERSION);
  });
});

const zeroed = (path: string): Buffer => {
  const bytes = readFileSync(path);
  return bytes.fill(0, 100, 4_096);
};
const others = (path: string): Buffer => {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(1, 68);
  return bytes;
};

describe('nothing is put back', () => {
  const unchanged = (journal: string, backup: string): string => {
    const bytes = readFileSync(journal);
    const { message } = refusal(() => putBack(journal, backup, clock));
    expect(readFileSync(journal).equals(bytes)).toBe(true);
    expect(readdirSync(join(journal, '..')).sort()).toEqual(['journal-backups', 'journal.db']);
    return message;
  };

  test('from a backup in which one byte is another one', () => {
    const { journal, backup } = prepared();
    const bytes = readFileSync(backup);
    bytes.writeUInt8(0x41, bytes.indexOf('Acme') + 1);
    writeFileSync(backup, bytes);
    expect(unchanged(journal, backup)).toContain('damaged');
  });

  test('from a backup of a newer version', () => {
    const { journal, backup } = prepared();
    const bytes = readFileSync(backup);
    bytes.writeUInt32BE(SCHEMA_VERSION + 1, 60);
    writeFileSync(backup, bytes);
    expect(unchanged(journal, backup)).toContain('newer rel');
  });

  test('from a text', () => {
    const { journal, backup } = prepared();
    writeFileSync(backup, 'my notes of the year');
    expect(unchanged(journal, backup)).toContain('is not a rel journal');
  });
});

test('a program that has the old journal open stores nothing in it, and says so', () => {
  const { journal, backup } = prepared();
  const writer = open(journal);
  expect(writer.count()).toBe(2);
  const aside = putBack(journal, backup, clock) ?? '';
  const error = refusal(() => writer.change('add', (each) => each.addCustomer({ name: 'Late' })));
  expect([error.kind, error.message]).toEqual([
    'journal',
    expect.stringContaining('another journal was put in the place'),
  ]);
  for (const file of [aside, journal]) expect(lookAt(file).contents?.customers).toBe(1);
});

test('the difference names what would be missing, what comes back, and what was corrected', () => {
  const { journal, backup } = prepared();
  add(journal, 'three', 'Brazos Rentals');
  const store = open(journal);
  store.change('edit', (writer) => writer.removeEntry('one'));
  store.close();
  const on = day(2026, 11, 16);
  expect(differenceOf(journal, backup)).toEqual({
    missing: [
      { number: 2, day: on },
      { number: 3, day: on },
    ],
    back: [{ number: 1, day: on }],
    corrected: 0,
    customers: ['Brazos Rentals'],
  });
});
