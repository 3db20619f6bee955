import { describe, expect, test } from '@jest/globals';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backupFolder } from '../../src/store/backups.ts';
import { backUpDaily } from '../../src/store/daily-backup.ts';
import { isDailyDue } from '../../src/store/daily-due.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { day, FixedClock, olderJournal, open, refusal, tempFolder } from './temp-journal.ts';

const clock = new FixedClock('2026-11-16T11:00:00Z');
const DAILY = '2026-11-16T120000-daily.db';
const CLAIM = '2026-11-16-daily.claim';

function newJournal(): string {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  return path;
}

const namesIn = (journal: string): readonly string[] => readdirSync(backupFolder(journal)).sort();
const today = clock.today();

describe('the daily backup', () => {
  test('is due once a day', () => {
    const journal = newJournal();
    expect(isDailyDue(journal, today, 'auto')).toBe(true);
    expect(backUpDaily(journal, clock)).toBeUndefined();
    expect(isDailyDue(journal, today, 'auto')).toBe(false);
    expect(backUpDaily(journal, clock)).toBeUndefined();
    expect(namesIn(journal)).toEqual([DAILY]);
    expect(isDailyDue(journal, day(2026, 11, 17), 'auto')).toBe(true);
  });

  test('of a big journal is due only where that is wished', () => {
    const journal = newJournal();
    truncateSync(journal, 50_000_000);
    expect(isDailyDue(journal, today, 'auto')).toBe(true);
    truncateSync(journal, 50_000_001);
    expect(isDailyDue(journal, today, 'auto')).toBe(false);
    expect(isDailyDue(journal, today, 'always')).toBe(true);
  });

  test('is left to another program that is at it, but not to one that was killed', () => {
    const journal = newJournal();
    const claim = join(backupFolder(journal), CLAIM);
    mkdirSync(backupFolder(journal));
    writeFileSync(claim, '');
    expect(backUpDaily(journal, clock)).toBeUndefined();
    expect(namesIn(journal)).toEqual([CLAIM]);
    const longAgo = lstatSync(journal).mtimeMs / 1000 - 700;
    utimesSync(claim, longAgo, longAgo);
    expect(backUpDaily(journal, clock)).toBeUndefined();
    expect(namesIn(journal)).toEqual([DAILY]);
  });

  test('that cannot be made is one line, and leaves nothing', () => {
    const journal = newJournal();
    const bytes = readFileSync(journal);
    truncateSync(journal, 9_000);
    expect(backUpDaily(journal, clock)).toMatch(/^the change is stored, but .* damaged[^\n]*$/);
    expect(namesIn(journal)).toEqual([]);
    writeFileSync(journal, bytes);
    expect(backUpDaily(journal, clock)).toBeUndefined();
    expect(namesIn(journal)).toEqual([DAILY]);
  });
});

const versionOf = (path: string): number => readFileSync(path).readUInt32BE(60);

describe('before a journal is brought up to date', () => {
  test('it is backed up as it is', () => {
    const journal = olderJournal(4);
    open(journal, clock, true).close();
    expect(versionOf(journal)).toBe(SCHEMA_VERSION);
    const [name = '', ...others] = namesIn(journal);
    expect([name, others]).toEqual(['2026-11-16T120000-migration.db', []]);
    expect(versionOf(join(backupFolder(journal), name))).toBe(4);
    open(journal, clock, true).close();
    expect(namesIn(journal)).toEqual([name]);
  });

  test('and where that fails, it stays as it is', () => {
    const journal = olderJournal(4);
    const bytes = readFileSync(journal);
    writeFileSync(backupFolder(journal), 'in the way');
    expect(refusal(() => open(journal, clock, true)).message).toContain('brought up to date');
    expect(readFileSync(journal).equals(bytes)).toBe(true);
  });
});
