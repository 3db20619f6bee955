import { expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { surroundingsOf } from '../../src/store/surroundings.ts';
import { tempFolder } from './temp-journal.ts';

function journalIn(...folders: readonly string[]): string {
  const folder = join(tempFolder(), ...folders);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'journal.db'), '');
  return join(folder, 'journal.db');
}

test.each([['Dropboxes'], ['onedriver'], ['my drives'], ['git'], ['cloud']])(
  'a folder called %s is copied by nobody',
  (name) => {
    expect(surroundingsOf(journalIn(name)).mirror).toBeUndefined();
  },
);

test.each([
  ['Dropbox (Personal)', 'Dropbox'],
  ['DROPBOX', 'Dropbox'],
  ['OneDrive - Acme Ltd', 'OneDrive'],
  ['com~apple~CloudDocs', 'iCloud Drive'],
  ['iCloud Drive', 'iCloud Drive'],
  ['GoogleDrive-me@example.com', 'Google Drive'],
  ['Google Drive', 'Google Drive'],
  ['Nextcloud', 'Nextcloud'],
  ['Syncthing', 'Syncthing'],
])('a folder called %s is copied by %s', (name, by) => {
  expect(surroundingsOf(journalIn(name, 'sales', 'rel')).mirror?.by).toBe(by);
});

test.each([
  ['.stfolder', 'Syncthing'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.git', 'git'],
])('a folder with %s in it, or in one above it, is kept by %s', (marker, by) => {
  const journal = journalIn('sales', 'rel');
  writeFileSync(join(journal, '../..', marker), '');
  expect(surroundingsOf(journal).mirror?.by).toBe(by);
});
