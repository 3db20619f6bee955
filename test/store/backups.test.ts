import { describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { backUp } from '../../src/store/back-up.ts';
import { backupFolder, backupsOf } from '../../src/store/backups.ts';
import { Connection } from '../../src/store/connection.ts';
import { connect } from '../../src/store/driver.ts';
import { isSound, lastGoodBackup, lookAt } from '../../src/store/sound-backup.ts';
import { FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const NOON = '2026-11-16T11:00:00Z';
const IN_AN_HOUR = '2026-11-16T12:00:00Z';

/** A journal with this many customers, closed. */
function journalWith(customers: number, path = join(tempFolder(), 'journal.db')): string {
  const store = open(path);
  for (let at = 1; at <= customers; at += 1)
    store.change('add', (writer) => writer.addCustomer({ name: `Customer ${at}` }));
  store.close();
  return path;
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const namesIn = (journal: string): readonly string[] => readdirSync(backupFolder(journal)).sort();

/** One byte in the middle of the text is another one. */
function flip(file: string, text: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  expect(at).toBeGreaterThan(0);
  bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
  writeFileSync(file, bytes);
}

describe('a backup', () => {
  test.each([0o000, 0o077])('is a whole journal, for its user alone under umask %o', (umask) => {
    const journal = journalWith(3);
    const before = process.umask(umask);
    const { file, made, occasion, bytes } = backUp(journal, new FixedClock(NOON), 'asked');
    process.umask(before);
    expect([made, occasion]).toEqual(['2026-11-16T12:00:00', 'asked']);
    expect(bytes).toBe(statSync(file).size);
    expect(namesIn(journal)).toEqual(['2026-11-16T120000-asked.db']);
    expect([modeOf(backupFolder(journal)), modeOf(file)]).toEqual(['700', '600']);
    expect(lookAt(file).contents).toEqual({ entries: 0, customers: 3, lastDay: undefined });
    expect(open(file, undefined, true).customers()).toHaveLength(3);
  });

  test('two of one second have names of their own; the newest comes first', () => {
    const journal = journalWith(1);
    const clock = new FixedClock('2026-11-16T22:59:59Z');
    backUp(journal, clock, 'asked');
    backUp(journal, clock, 'asked');
    expect(backupsOf(journal).map(({ made }) => made)).toEqual([
      '2026-11-17T00:00:00',
      '2026-11-16T23:59:59',
    ]);
  });

  test('two journals of one folder keep theirs apart', () => {
    const folder = tempFolder();
    const [one, other] = [join(folder, 'one.db'), join(folder, 'other.db')];
    backUp(journalWith(1, one), new FixedClock(), 'asked');
    expect(backupsOf(journalWith(2, other))).toEqual([]);
    expect(backupsOf(one)).toHaveLength(1);
  });

  test('is not made of a damaged journal, and nothing is left of the attempt', () => {
    const journal = journalWith(2);
    backUp(journal, new FixedClock(NOON), 'daily');
    flip(journal, '"Customer 2"');
    const error = refusal(() => backUp(journal, new FixedClock(IN_AN_HOUR), 'daily'));
    expect([error.kind, error.message]).toEqual(['journal', expect.stringContaining('customer 2')]);
    expect(namesIn(journal)).toEqual(['2026-11-16T120000-daily.db']);
  });

  test('does not touch a folder of that name that cannot be written', () => {
    const journal = journalWith(1);
    writeFileSync(backupFolder(journal), 'a file');
    expect(refusal(() => backUp(journal, new FixedClock(), 'daily')).message).toContain(
      'journal-backups',
    );
    expect(readFileSync(backupFolder(journal), 'utf8')).toBe('a file');
  });

  test('sees what was stored before it, while others may write afterwards', () => {
    const journal = journalWith(1);
    const writer = open(journal);
    const { file } = backUp(journal, new FixedClock(), 'asked');
    writer.change('add', (write) => write.addCustomer({ name: 'Later' }));
    expect(lookAt(file).contents?.customers).toBe(1);
    expect(writer.customers()).toHaveLength(2);
  });
});

describe('what lies in the folder', () => {
  test('and is not a backup of this journal is passed over', () => {
    const journal = journalWith(1);
    const { file } = backUp(journal, new FixedClock(NOON), 'asked');
    const folder = backupFolder(journal);
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    mkdirSync(join(folder, '2026-11-16T120001-asked.db'));
    symlinkSync(file, join(folder, '2026-11-16T120002-asked.db'));
    // As a restore leaves it that was killed: the journal under a second name.
    linkSync(journal, join(folder, '2026-11-16T120003-restore.db'));
    expect(backupsOf(journal).map((each) => each.file)).toEqual([file]);
  });

  test('of a killed backup is never taken for one, and goes with a later one', () => {
    const journal = journalWith(1);
    const folder = backupFolder(journal);
    mkdirSync(folder);
    // What VACUUM INTO leaves: a database that opens, and has no tables.
    const left = join(folder, '2026-11-16T110000-daily.db.new-0123456789ab');
    writeFileSync(left, '');
    connect(left, 0).exec('CREATE TABLE x (y); DROP TABLE x');
    expect(statSync(left).size).toBeGreaterThan(0);
    writeFileSync(`${left}-journal`, '');
    const recent = join(folder, '2026-11-16T110000-daily.db.new-ba9876543210');
    writeFileSync(recent, '');
    for (const file of [left, `${left}-journal`]) utimesSync(file, 1_000_000, 1_000_000);
    expect(backupsOf(journal)).toEqual([]);
    expect(isSound({ file: left })).toBe(false);
    const { file } = backUp(journal, new FixedClock(NOON), 'daily');
    expect(namesIn(journal)).toEqual([basename(recent), basename(file)].sort());
  });
});

describe('whether a backup is sound', () => {
  const three = () => {
    const journal = journalWith(2);
    const clock = new FixedClock(NOON);
    const files = ['12', '13', '14'].map((hour) => {
      clock.set(`2026-11-16T${hour}:00:00Z`);
      return backUp(journal, clock, 'asked').file;
    });
    return { journal, files };
  };

  test('the newest sound one is the last good one', () => {
    const { journal, files } = three();
    const [first = '', second = '', third = ''] = files;
    expect(lastGoodBackup(journal)?.file).toBe(third);
    flip(third, '"Customer 1"');
    expect(lastGoodBackup(journal)?.file).toBe(second);
    truncateSync(second, 5_000);
    expect(lastGoodBackup(journal)?.file).toBe(first);
    writeFileSync(first, '');
    expect(lastGoodBackup(journal)).toBeUndefined();
  });

  test('one without a table that belongs to its version is not', () => {
    const { files } = three();
    const [file = ''] = files;
    const connection = new Connection(file, { readonly: false });
    connection.run('DROP TABLE reversal');
    connection.close();
    expect(isSound({ file })).toBe(false);
  });

  test('to find it out changes nothing, not even in a folder that cannot be written', () => {
    const { journal, files } = three();
    const before = files.map((file) => readFileSync(file));
    chmodSync(backupFolder(journal), 0o500);
    expect(files.map((file) => isSound({ file }))).toEqual([true, true, true]);
    chmodSync(backupFolder(journal), 0o700);
    expect(files.map((file) => readFileSync(file))).toEqual(before);
    expect(namesIn(journal)).toHaveLength(3);
  });
});
