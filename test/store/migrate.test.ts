import { expect, test } from '@jest/globals';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
  linkSync,
} from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../src/journal/entry-text.ts';
import { connect } from '../../src/store/driver.ts';
import { Connection } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { eraseOperationRow, insertOperation } from '../../src/store/operation-rows.ts';
import { schemaOf } from '../../src/store/schema-problems.ts';
import { MIGRATIONS } from '../../src/store/schema.ts';
import { problemsOf } from '../../src/store/verify.ts';
import { day, open, refusal, tempFolder } from './temp-journal.ts';

const ADDED = 'CREATE TABLE added (key INTEGER PRIMARY KEY) STRICT';

function withConnection<T>(path: string, use: (connection: Connection) => T): T {
  const connection = new Connection(path, { readonly: false });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}

const version = (connection: Connection) => connection.statement('PRAGMA user_version').get();

test('a journal of an older version is brought up to date, once, and keeps what it holds', () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
  store.close();
  withConnection(path, (connection) => {
    migrate(connection, [...MIGRATIONS, ADDED]);
    migrate(connection, [...MIGRATIONS, ADDED]);
    expect(version(connection)).toEqual([MIGRATIONS.length + 1]);
    expect(connection.statement('SELECT count(*) FROM added').get()).toEqual([0]);
    expect(connection.statement('SELECT count(*) FROM customer').get()).toEqual([1]);
  });
  expect(refusal(() => open(path)).message).toContain('newer rel');
});

test('a migration that fails half-way leaves the older version', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  withConnection(path, (connection) => {
    expect(() => migrate(connection, [...MIGRATIONS, ADDED, 'CREATE nonsense'])).toThrow();
    expect(version(connection)).toEqual([MIGRATIONS.length]);
  });
  expect(open(path).customers()).toEqual([]);
});

test('a journal that another process has brought further meanwhile is left alone', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  withConnection(path, (connection) => {
    migrate(connection, [...MIGRATIONS, ADDED, ADDED.replace('added', 'second')]);
    migrate(connection, [...MIGRATIONS, ADDED]);
    expect(version(connection)).toEqual([MIGRATIONS.length + 2]);
  });
});

const ROLLBACK_HEADER_BYTES = 28;
/** Written last of all, when the pages are on the disk. */
const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
const COUNT_AT = 8;
/** As many pages as there are in the file. */
const UNCOUNTED = 0xffff_ffff;

/** Leaves the journal as a kill does that comes when the update is in the file, and its rollback file still there. */
function killedWhileUpdating(path: string): void {
  const rollback = `${path}-journal`;
  const database = connect(path, 0);
  database.exec('PRAGMA journal_mode = PERSIST; BEGIN IMMEDIATE');
  for (const step of MIGRATIONS.slice(1)) database.exec(step);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  const header = readFileSync(rollback).subarray(0, ROLLBACK_HEADER_BYTES);
  database.exec('COMMIT');
  MAGIC.copy(header);
  header.writeUInt32BE(UNCOUNTED, COUNT_AT);
  const file = openSync(rollback, 'r+');
  writeSync(file, header, 0, header.length, 0);
  closeSync(file);
  database.close();
}

test('an update that was killed half-way is taken back, and made again by the next command', () => {
  const path = join(tempFolder(), 'journal.db');
  open(path).close();
  const old = join(tempFolder(), 'old.db');
  writeFileSync(old, '');
  withConnection(old, (connection) => {
    migrate(connection, MIGRATIONS.slice(0, 1));
    connection.run(`ATTACH '${path}' AS newest; INSERT INTO meta SELECT * FROM newest.meta`);
  });
  killedWhileUpdating(old);
  expect(existsSync(`${old}-journal`)).toBe(true);
  expect(readFileSync(old).readUInt32BE(60)).toBe(MIGRATIONS.length);
  const store = open(old, undefined, true);
  expect(store.lastChanges(1)).toMatchObject({ changes: [] });
  withConnection(old, (connection) => expect(version(connection)).toEqual([MIGRATIONS.length]));
});

test('a second name that a killed maker left goes with the next command; a link of the user stays', () => {
  const folder = tempFolder();
  const path = join(folder, 'journal.db');
  open(path).close();
  for (const name of ['journal.db.new-0123456789ab', 'journal.db.new', 'mine.db'])
    linkSync(path, join(folder, name));
  open(path, undefined, true);
  expect(readdirSync(folder).sort()).toEqual(['journal.db', 'journal.db.new', 'mine.db']);
});

test('what the first version recorded, which kept no places of cards, is brought back after an undo', () => {
  const path = join(tempFolder(), 'journal.db');
  const first = open(path);
  first.change('log', (writer) => {
    writer.addCustomer({ id: 'acme', name: 'Acme' });
    writer.addPerson({ id: 'dana', customer: 'Acme', name: 'Dana' });
    writer.addEntry({ type: 'drop', id: 'e1', customer: 'Acme', on: day(2024, 1, 1) });
  });
  const held = () => {
    const store = open(path, undefined, true);
    return [store.customers(), store.people(), [...store.entries()]].map((each) =>
      JSON.stringify(each, (name, value: unknown) => (name === 'key' ? undefined : value)),
    );
  };
  const before = held();
  const operations = [...first.operations()];
  first.close();
  withConnection(path, (connection) =>
    connection.writing(() => {
      for (const { seq, kind, ...operation } of operations) {
        if (kind === 'entry') continue;
        eraseOperationRow(connection, seq);
        insertOperation(connection, seq, 1, { ...operation, kind, number: null });
      }
    }),
  );
  for (let times = 0; times < 2; times += 1) {
    const store = open(path);
    store.change('undo', (writer) => writer.undo(1));
    expect(store.customers()).toEqual([]);
    store.change('redo', (writer) => writer.redo(1));
    store.close();
    expect(held()).toEqual(before);
  }
});

/** Takes away what the sixth version brought. */
function backToVersion5(connection: Connection): void {
  for (const trigger of ['is_final', 'needs_update', 'needs_delete'])
    connection.run(`DROP TRIGGER addition_${trigger}`);
  connection.run('DROP TABLE addition; DROP INDEX operation_on_card; PRAGMA user_version = 5');
  expect(schemaOf(connection)).toMatchObject({ version: 5, problems: [] });
}

test('an import of version 5, which recorded each entry, is undone whole and brought back after the migration', () => {
  const path = join(tempFolder(), 'journal.db');
  const first = open(path);
  first.change('import x.jsonl', (writer) => {
    writer.addCustomer({ id: 'acme', name: 'Acme' });
    const intake = writer.intake('twice', 20);
    const entryOf = (number: number) =>
      textOf({ type: 'spoke', id: `e${number}`, customer: 'Acme', on: day(2024, 1, 1 + number) });
    for (let number = 0; number < 20; number += 1) intake.add(entryOf(number));
  });
  const before = [...first.entries()];
  first.close();
  withConnection(path, backToVersion5);
  const store = open(path);
  expect(store.change('undo', (writer) => writer.undo(1))).toHaveLength(1);
  expect([...store.entries()]).toEqual([]);
  expect(store.customers()).toEqual([]);
  store.change('redo', (writer) => writer.redo(1));
  expect([...store.entries()]).toEqual(before);
  store.close();
  withConnection(path, (connection) => expect(problemsOf(connection)).toEqual([]));
});

test('an import of version 5 that was undone is brought back after the migration', () => {
  const path = join(tempFolder(), 'journal.db');
  const first = open(path);
  first.change('import x.jsonl', (writer) => {
    writer.addCustomer({ id: 'acme', name: 'Acme' });
    const drop = textOf({ type: 'drop', id: 'e1', customer: 'Acme', on: day(2024, 1, 1) });
    writer.intake('twice', 1).add(drop);
  });
  const before = [...first.entries()];
  first.change('undo', (writer) => writer.undo(1));
  first.close();
  withConnection(path, backToVersion5);
  const store = open(path);
  store.change('redo', (writer) => writer.redo(1));
  expect([...store.entries()]).toEqual(before);
});
