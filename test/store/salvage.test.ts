import { describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../src/store/driver.ts';
import { salvageJournal } from '../../src/store/salvage.ts';
import { entry } from './one-of-each.ts';
import { FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const PAGE = 4096;
const ENTRIES = 80;
const DELETED = [3, 40, 77];

let made: Buffer | undefined;

/** A journal in which entries were added one change each, and some deleted; written once, as that takes a while. */
function book(): string {
  made ??= readFileSync(write());
  const path = join(tempFolder(), 'journal.db');
  writeFileSync(path, made);
  return path;
}

function write(): string {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  store.change('customers', (writer) => {
    writer.putSettings({ floor: 40 });
    for (const name of ['acme', 'bolt']) writer.addCustomer({ id: name, name });
    writer.addPerson({ id: 'dana', customer: 'acme', name: 'Dana' });
  });
  for (let seq = 1; seq <= ENTRIES; seq += 1) {
    const note = `note ${seq} ${'of a call '.repeat(20)}`;
    const customer = seq % 2 === 0 ? 'acme' : 'bolt';
    store.change(`log ${seq}`, (writer) =>
      writer.addEntry(entry('drop', { id: `e${seq}`, customer, on: '2024-01-01', note })),
    );
  }
  for (const seq of DELETED) store.change('delete', (writer) => writer.removeEntry(`e${seq}`));
  store.close();
  return path;
}

const contentsOf = (path: string) => {
  const store = open(path, new FixedClock(), true);
  const held = {
    settings: store.settings(),
    customers: store.customers(),
    people: store.people(),
    entries: [...store.entries()],
  };
  store.close();
  return held;
};

/** The pages of this table or index, by what SQLite itself says. */
function pagesOf(path: string, name: string): readonly number[] {
  const database = connect(path, 0);
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
  const first = Number(root.get(name));
  database.close();
  const bytes = readFileSync(path);
  const at = (first - 1) * PAGE;
  if (bytes[at] !== 0x05 && bytes[at] !== 0x02) return [first];
  const cells = bytes.readUInt16BE(at + 3);
  const children = Array.from({ length: cells }, (_, cell) =>
    bytes.readUInt32BE(at + bytes.readUInt16BE(at + 12 + cell * 2)),
  );
  return [...children, bytes.readUInt32BE(at + 8)];
}

function spoil(path: string, pages: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0, (page - 1) * PAGE, page * PAGE);
  writeFileSync(path, bytes);
}

const salvaged = (path: string) => {
  const out = join(path, '../saved.db');
  const before = readFileSync(path);
  const report = salvageJournal(path, out, new FixedClock(), 'doctor --salvage saved.db');
  expect(readFileSync(path).equals(before)).toBe(true);
  return { report, out };
};

describe('what is saved', () => {
  test('of a journal whose counters are REAL, as a sync once left them: all of it, too', () => {
    const path = book();
    const database = connect(path, 0);
    database.exec('UPDATE sqlite_sequence SET seq = CAST(seq AS REAL)');
    database.close();
    const { report, out } = salvaged(path);
    expect(report).toMatchObject({ pages: { damaged: 0 }, undo: { all: true } });
    expect(contentsOf(out)).toEqual(contentsOf(path));
  });

  test('of a sound journal: all of it, and every change can be undone', () => {
    const path = book();
    const { report, out } = salvaged(path);
    expect(contentsOf(out)).toEqual(contentsOf(path));
    expect(report.undo).toEqual({ kept: 1 + ENTRIES + DELETED.length, all: true });
    const store = open(out);
    store.change('undo', (writer) => writer.undo(2));
    expect([...store.entries()].map(({ seq }) => seq)).toContain(77);
    expect(
      store.change('log', (writer) =>
        writer.addEntry(entry('drop', { id: 'x', customer: 'acme', on: '2024-01-02' })),
      ).seq,
    ).toBe(ENTRIES + 1);
  });

  test('of lost rows: what the history of changes still has', () => {
    const path = book();
    const whole = contentsOf(path);
    spoil(path, [...pagesOf(path, 'entry').slice(1, 3), ...pagesOf(path, 'customer')]);
    const { report, out } = salvaged(path);
    expect(report.chosen.fromLog.length).toBeGreaterThan(10);
    expect(report.chosen.lost).toEqual([]);
    expect(contentsOf(out)).toEqual(whole);
  });

  test('of a lost history: the rows, and nothing to undo', () => {
    const path = book();
    const whole = contentsOf(path);
    spoil(path, pagesOf(path, 'operation'));
    const { report, out } = salvaged(path);
    expect(report.undo).toEqual({ kept: 0, all: false });
    expect(contentsOf(out)).toEqual(whole);
  });

  test('of a history that lost its middle: the changes after it can be undone', () => {
    const path = book();
    const whole = contentsOf(path);
    spoil(path, pagesOf(path, 'operation').slice(3, 5));
    const { report, out } = salvaged(path);
    expect(contentsOf(out)).toEqual(whole);
    expect(report.undo.kept).toBeGreaterThan(DELETED.length);
    const store = open(out);
    store.change('undo', (writer) => writer.undo(DELETED.length));
    expect([...store.entries()]).toHaveLength(ENTRIES);
  });

  test('nothing that was deleted comes back, although its deletion is lost', () => {
    const path = book();
    const [last] = pagesOf(path, 'operation').slice(-1);
    spoil(path, [last ?? 0, ...pagesOf(path, 'entry').slice(0, 2)]);
    const { report, out } = salvaged(path);
    const seqs = contentsOf(out).entries.map(({ seq }) => seq);
    for (const seq of DELETED) expect(seqs).not.toContain(seq);
    expect(report.chosen.doubtful).toContain(3);
  });

  test('what is lost is told by number and customer', () => {
    const path = book();
    spoil(path, [...pagesOf(path, 'entry').slice(1, 2), ...pagesOf(path, 'operation')]);
    const { report } = salvaged(path);
    expect(report.chosen.lost.length).toBeGreaterThan(5);
    expect(report.chosen.lost[0]).toMatchObject({ customer: expect.any(Number), type: 'drop' });
  });
});

test('what a change that was cut short had written is not saved', () => {
  const path = book();
  const whole = contentsOf(path);
  const [cut, other] = [join(path, '../cut.db'), connect(path, 0)];
  other.exec('PRAGMA cache_size = 3; BEGIN IMMEDIATE');
  other.exec("UPDATE entry SET body = body || ' half of a change'");
  copyFileSync(path, cut);
  copyFileSync(`${path}-journal`, `${cut}-journal`);
  other.exec('ROLLBACK');
  other.close();
  expect(readFileSync(cut).includes('half of a change')).toBe(true);
  const { out } = salvaged(cut);
  expect(contentsOf(out)).toEqual(whole);
  expect(existsSync(`${cut}-journal`)).toBe(true);
});

test('a file that exists is not replaced, and nothing is left of what was begun', () => {
  const path = book();
  const { out } = salvaged(path);
  expect(refusal(() => salvageJournal(path, out, new FixedClock(), 'x')).kind).toBe('usage');
  expect(readdirSync(join(path, '..')).sort()).toEqual(['journal.db', 'saved.db']);
});
