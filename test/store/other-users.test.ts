import { expect, test } from '@jest/globals';
import {
  chmodSync,
  chownSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  lchownSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { backUp } from '../../src/store/back-up.ts';
import { backupFolder, backupsOf } from '../../src/store/backups.ts';
import { isOpenToAll } from '../../src/store/other-users.ts';
import { FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const STRANGER = 65_534;
/** Only root can make files of somebody else. */
const asRoot = process.getuid?.() === 0 ? test : test.skip;

function openFolder(): string {
  const folder = tempFolder();
  chmodSync(folder, 0o1777);
  return folder;
}

function journalIn(folder: string): string {
  const path = join(folder, 'journal.db');
  open(path).change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
  return path;
}

test('a folder is open to all when all may put files there', () => {
  const folder = tempFolder();
  const open = [0o700, 0o755, 0o775, 0o777, 0o1777].map((mode) => {
    chmodSync(folder, mode);
    return isOpenToAll(folder);
  });
  expect(open).toEqual([false, false, false, true, true]);
  expect(isOpenToAll(join(folder, 'none'))).toBe(false);
});

test('what is no ordinary file beside the journal is no rollback', () => {
  const path = journalIn(tempFolder());
  symlinkSync(path, `${path}-journal`);
  expect(refusal(() => open(path)).message).toContain('journal.db-journal');
});

asRoot('a rollback that a stranger laid beside the journal is not taken into it', () => {
  const path = journalIn(openFolder());
  const before = readFileSync(path);
  writeFileSync(`${path}-journal`, 'pages of a stranger');
  chownSync(`${path}-journal`, STRANGER, STRANGER);
  const { kind, message } = refusal(() => open(path));
  expect([kind, message]).toEqual(['journal', expect.stringContaining('65534')]);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readFileSync(`${path}-journal`, 'utf8')).toBe('pages of a stranger');
});

asRoot('a rollback of whoever owns the journal is theirs', () => {
  const path = journalIn(tempFolder());
  writeFileSync(`${path}-journal`, '');
  for (const each of [path, `${path}-journal`]) chownSync(each, STRANGER, STRANGER);
  expect(open(path).customers()).toHaveLength(1);
});

asRoot('a journal of a stranger, and a link of theirs, are not used where all may put them', () => {
  const folder = openFolder();
  const path = journalIn(folder);
  symlinkSync(path, join(folder, 'link.db'));
  lchownSync(join(folder, 'link.db'), STRANGER, STRANGER);
  expect(refusal(() => open(join(folder, 'link.db'))).message).toContain('another user');
  expect(open(path).customers()).toHaveLength(1);
  chownSync(path, STRANGER, STRANGER);
  expect(refusal(() => open(path)).message).toContain('another user');
  chmodSync(folder, 0o755);
  expect(open(path).customers()).toHaveLength(1);
});

asRoot('a folder of a stranger in the place of the backups is neither used nor believed', () => {
  const path = journalIn(openFolder());
  backUp(path, new FixedClock(), 'asked');
  expect(backupsOf(path)).toHaveLength(1);
  chownSync(backupFolder(path), STRANGER, STRANGER);
  expect(backupsOf(path)).toEqual([]);
  expect(refusal(() => backUp(path, new FixedClock(), 'asked')).message).toContain('another user');
  expect(readdirSync(backupFolder(path))).toHaveLength(1);
});
