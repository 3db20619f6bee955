import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { connect } from '../../src/store/driver.ts';
import { journalExists } from '../../src/store/journal-file.ts';
import { SCHEMA_VERSION } from '../../src/store/schema.ts';
import { openStore } from '../../src/store/store.ts';
import { FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a new journal', () => {
  test.each([0o000, 0o022, 0o077])('is 0600 in folders of 0700 under umask %o', (umask) => {
    const home = tempFolder();
    const before = process.umask(umask);
    try {
      open(join(home, 'share/rel/journal.db'));
    } finally {
      process.umask(before);
    }
    expect(modeOf(join(home, 'share'))).toBe('700');
    expect(modeOf(join(home, 'share/rel'))).toBe('700');
    expect(modeOf(join(home, 'share/rel/journal.db'))).toBe('600');
  });

  test('leaves the mode of a folder that was there, and nothing else in it', () => {
    const home = tempFolder();
    chmodSync(home, 0o755);
    open(join(home, 'journal.db'));
    expect(modeOf(home)).toBe('755');
    expect(readdirSync(home)).toEqual(['journal.db']);
  });

  test('is not made by looking for it, nor by a command that only reads', () => {
    const home = tempFolder();
    const path = join(home, 'rel/journal.db');
    expect(journalExists(path)).toBe(false);
    const error = refusal(() =>
      openStore(path, { clock: new FixedClock(), create: false, readonly: true }),
    );
    expect(error.kind).toBe('journal');
    expect(error.message).toContain(path);
    expect(readdirSync(home)).toEqual([]);
  });

  test.each(['-journal', '-wal'])('is not made beside a left-over %s of another one', (suffix) => {
    const path = join(tempFolder(), 'journal.db');
    writeFileSync(`${path}${suffix}`, 'left over');
    expect(refusal(() => open(path)).message).toContain(`journal.db${suffix}`);
    expect(existsSync(path)).toBe(false);
  });

  test('cannot be made where a file stands in the place of the folder', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, 'text');
    expect(refusal(() => open(join(file, 'journal.db'))).kind).toBe('journal');
    expect(readFileSync(file, 'utf8')).toBe('text');
  });
});

/** A whole journal as bytes, to be spoilt. */
function journalBytes(): Buffer {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  return readFileSync(path);
}

function otherDatabase(): Buffer {
  const path = join(tempFolder(), 'other.db');
  writeFileSync(path, '');
  const database = connect(path, 0);
  database.exec(
    'PRAGMA application_id = 77; PRAGMA user_version = 1; CREATE TABLE song (title TEXT)',
  );
  database.close();
  return readFileSync(path);
}

function withHeader(bytes: Buffer, at: number, value: number): Buffer {
  const spoilt = Buffer.from(bytes);
  spoilt.writeUInt32BE(value, at);
  return spoilt;
}

describe('what is no journal is refused and keeps its bytes', () => {
  test.each([
    ['text', 'not a rel journal', () => Buffer.from('Dear diary\n'.repeat(100))],
    ['zeros', 'not a rel journal', () => Buffer.alloc(8192)],
    ['nothing', '0 bytes', () => Buffer.alloc(0)],
    ['the beginning of a journal', 'not a rel journal', () => journalBytes().subarray(0, 50)],
    ["another program's database", 'another program', otherDatabase],
    ['a database without an owner', 'another program', () => withHeader(journalBytes(), 68, 0)],
    ['a newer journal', 'newer rel', () => withHeader(journalBytes(), 60, SCHEMA_VERSION + 1)],
    ['a far newer journal', 'newer rel', () => withHeader(journalBytes(), 60, 0xff_ff_ff_ff)],
    ['a journal without a version', 'damaged', () => withHeader(journalBytes(), 60, 0)],
    [
      'a journal switched to write-ahead logging',
      'write-ahead',
      () => withHeader(journalBytes(), 16, 0x10_00_02_02),
    ],
  ])('%s', (_what, says, bytesOf) => {
    const path = join(tempFolder(), 'journal.db');
    const bytes = bytesOf();
    writeFileSync(path, bytes);
    const before = statSync(path, { bigint: true });
    for (const readonly of [false, true]) {
      const error = refusal(() => open(path, new FixedClock(), readonly));
      expect(error.kind).toBe('journal');
      expect(error.message).toContain(says);
      expect(error.message).not.toContain('\n');
      expect(error.hint).toBeTruthy();
    }
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path, { bigint: true }).mtimeNs).toBe(before.mtimeNs);
    expect(readdirSync(join(path, '..'))).toEqual(['journal.db']);
  });

  test('a folder', () => {
    const path = join(tempFolder(), 'journal.db');
    mkdirSync(path);
    expect(refusal(() => open(path)).message).toContain('is a folder');
    expect(readdirSync(path)).toEqual([]);
  });

  test('a named pipe, without waiting for its other end', () => {
    const path = join(tempFolder(), 'journal.db');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    expect(refusal(() => open(path)).message).toContain('is not a file');
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test('a device', () => {
    expect(refusal(() => open('/dev/null')).message).toContain('is not a file');
  });

  test('a link to nothing, whose target is not made', () => {
    const folder = tempFolder();
    const path = join(folder, 'journal.db');
    symlinkSync(join(folder, 'target.db'), path);
    expect(journalExists(path)).toBe(true);
    expect(refusal(() => open(path)).message).toContain('link to a file that does not exist');
    expect(readlinkSync(path)).toBe(join(folder, 'target.db'));
    expect(existsSync(join(folder, 'target.db'))).toBe(false);
  });

  test('a link to something else than a file', () => {
    const folder = tempFolder();
    symlinkSync(folder, join(folder, 'journal.db'));
    expect(refusal(() => open(join(folder, 'journal.db'))).message).toContain('is a folder');
  });

  test('a journal with a write-ahead log of something else beside it', () => {
    const path = join(tempFolder(), 'journal.db');
    open(path).close();
    writeFileSync(`${path}-wal`, 'left over');
    expect(refusal(() => open(path)).message).toContain('journal.db-wal');
    expect(readFileSync(`${path}-wal`, 'utf8')).toBe('left over');
  });
});

/** The rollback file of a change that spilt before it ended; the change is taken back afterwards. */
function rollbackOf(path: string, sql: string): Buffer {
  const database = connect(path, 0);
  database.exec('PRAGMA cache_size = 3; BEGIN IMMEDIATE');
  database.exec(sql);
  const bytes = readFileSync(`${path}-journal`);
  database.exec('ROLLBACK');
  database.close();
  return bytes;
}

describe('what was left under the name of its rollback file', () => {
  const MUCH =
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 500) INSERT INTO';

  test.each<[string, () => Buffer]>([
    ['a text', () => Buffer.from('my own notes')],
    [
      'that of another database',
      () => {
        const path = join(tempFolder(), 'songs.db');
        writeFileSync(path, '');
        const database = connect(path, 0);
        database.exec('CREATE TABLE song (title TEXT)');
        database.exec(`${MUCH} song SELECT printf('%200d', i) FROM n`);
        database.close();
        return rollbackOf(path, "UPDATE song SET title = title || 'x'");
      },
    ],
  ])('%s is refused, and neither is touched', (_what, bytesOf) => {
    const path = join(tempFolder(), 'journal.db');
    open(path).close();
    const [journal, left] = [readFileSync(path), bytesOf()];
    writeFileSync(`${path}-journal`, left);
    for (const readonly of [false, true]) {
      const error = refusal(() => open(path, new FixedClock(), readonly));
      expect(error.message).toContain('does not belong to it');
      expect(error.hint).toContain(`mv ${path}-journal`);
    }
    expect(readFileSync(path).equals(journal)).toBe(true);
    expect(readFileSync(`${path}-journal`).equals(left)).toBe(true);
  });

  test('one whose first sector a power cut left anyhow is cleared away', () => {
    const path = join(tempFolder(), 'journal.db');
    open(path).change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    writeFileSync(`${path}-journal`, Buffer.alloc(512 + 4096 + 8, 'x'));
    expect(open(path).customers()).toHaveLength(1);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  test('its own is taken back', () => {
    const path = join(tempFolder(), 'journal.db');
    open(path).change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    const spilt = `${MUCH} review SELECT i, i, '', printf('%200d', i), 0 FROM n`;
    writeFileSync(`${path}-journal`, rollbackOf(path, spilt));
    expect(open(path).customers()).toHaveLength(1);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });
});

describe('what is a journal is opened', () => {
  test('through a link, and through a linked folder', () => {
    const folder = tempFolder();
    const path = join(folder, 'journal.db');
    open(path).change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    symlinkSync(path, join(folder, 'link.db'));
    symlinkSync(folder, join(folder, 'linked'));
    for (const way of ['link.db', 'linked/journal.db', 'linked/link.db']) {
      expect(open(join(folder, way)).customers()).toHaveLength(1);
    }
    expect(lstatSync(join(folder, 'link.db')).isSymbolicLink()).toBe(true);
  });

  test('for reading only: not a byte changes, and a write is a bug', () => {
    const path = join(tempFolder(), 'journal.db');
    open(path).close();
    const before = readFileSync(path);
    const store = open(path, new FixedClock(), true);
    expect(store.customers()).toEqual([]);
    expect(() => store.change('add', (writer) => writer.addCustomer({ name: 'Acme' }))).toThrow(
      'a connection that only reads',
    );
    store.close();
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('with a path that SQLite would take for a URI', () => {
    const folder = tempFolder();
    const path = join(folder, 'file:a?mode=memory#b.db');
    open(path).change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    expect(readdirSync(folder)).toEqual(['file:a?mode=memory#b.db']);
    expect(open(path).customers()).toHaveLength(1);
  });
});
