import { describe, expect, test } from '@jest/globals';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../src/journal/entry-text.ts';
import { writeEntry } from '../../src/journal/line.ts';
import { Connection } from '../../src/store/connection.ts';
import { forget } from '../../src/store/forget.ts';
import { writeOutChange } from '../../src/store/recorded-operations.ts';
import { salvageJournal } from '../../src/store/salvage.ts';
import type { Store } from '../../src/store/store.ts';
import { problemsOf } from '../../src/store/verify.ts';
import { entry } from './one-of-each.ts';
import { day, FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

/*
 * Many entries that are imported together are recorded in runs. What is told of such a run, and what may be done to it, must be
 * the same as with an operation for each entry: each test works on two copies of one journal, one of them with every
 * operation written out.
 */

const ENTRIES = 12;
const NAMES = ['Acme', 'Bolt', 'Crux'];

const imported = (number: number, customer = NAMES[number % NAMES.length] ?? '') =>
  textOf(
    entry('spoke', {
      id: `e${number}`,
      customer,
      on: `2024-01-${String(number + 1).padStart(2, '0')}`,
      channel: 'call',
      note: `said ${number}`,
      recordedAt: `2024-02-0${1 + (number % 3)}T09:00:00+01:00`,
    }),
  );

function connected<T>(path: string, use: (connection: Connection) => T): T {
  const connection = new Connection(path, { readonly: false });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}

const countIn = (path: string, table: 'addition' | 'operation'): number =>
  connected(path, (connection) => {
    const row = connection.statement(`SELECT count(*) FROM ${table}`).get();
    return (row as readonly [number])[0];
  });

function importInto(store: Store, from: number, to: number): void {
  store.change('import x.jsonl', (writer) => {
    for (const name of NAMES)
      if (store.customerByName(name) === undefined)
        writer.addCustomer({ id: name.toLowerCase(), name });
    for (let number = from; number < to; number += 1)
      writer.intake('once', 1).add(imported(number));
  });
}

/** The same journal twice: with runs, and with an operation for each entry. */
function pair(): { readonly short: string; readonly long: string } {
  const short = join(tempFolder(), 'journal.db');
  const store = open(short);
  importInto(store, 0, ENTRIES);
  store.close();
  const long = join(tempFolder(), 'journal.db');
  copyFileSync(short, long);
  connected(long, (connection) => connection.writing(() => writeOutChange(connection, 1)));
  expect([countIn(short, 'addition'), countIn(long, 'addition')]).toEqual([1, 0]);
  expect(countIn(long, 'operation') - countIn(short, 'operation')).toBe(ENTRIES);
  return { short, long };
}

/** All that a journal tells of itself and its past; ids and places that chance gave left out. */
function told(path: string): unknown {
  const store = open(path, new FixedClock('2026-12-01T10:00:00Z'), true);
  try {
    return {
      entries: [...store.entries()].map((each) => [each.seq, writeEntry(each)]),
      steps: [...store.operations()].map(({ id: _, change, ...rest }) => [rest, change.command]),
      changes: store
        .lastChanges(100)
        .changes.map(({ change, stands, operations }) => [
          [change.command, stands],
          operations.map(({ subject, before, after }) => [subject, before, after]),
        ]),
      ofOne: NAMES.map((name) =>
        store
          .lastChanges(100, name.toLowerCase())
          .changes.map(({ operations }) => operations.map(({ seq, subject }) => [seq, subject])),
      ),
      ofEntry: store
        .changesOfEntry(5)
        .map(({ operations }) => operations.map(({ after }) => after)),
      known: [1, 2, 3].map((date) => store.known(day(2024, 2, date))),
      problems: connected(path, problemsOf),
    };
  } finally {
    store.close();
  }
}

const CHANGES: Readonly<Record<string, (store: Store) => void>> = {
  edit: (store) =>
    store.change('edit', (writer) => {
      const before = store.entryByNumber(5);
      if (before !== undefined) writer.replaceEntry({ ...before, note: 'otherwise' });
    }),
  delete: (store) => store.change('delete', (writer) => writer.removeEntry('e7')),
  'delete the first': (store) => store.change('delete', (writer) => writer.removeEntry('e0')),
  'delete the last': (store) =>
    store.change('delete', (writer) => writer.removeEntry(`e${ENTRIES - 1}`)),
  rename: (store) =>
    store.change('rename', (writer) => writer.replaceCustomer('bolt', { name: 'Bolt & Sons' })),
  'rename twice': (store) => {
    store.change('rename', (writer) => writer.replaceCustomer('acme', { name: 'Acme 2' }));
    store.change('rename', (writer) => writer.replaceCustomer('acme', { name: 'Acme 3' }));
  },
  'give to another': (store) =>
    store.change('merge', (writer) => {
      for (const each of [...store.entriesOf(1)])
        writer.replaceEntry({ ...each, customer: 'Crux' });
    }),
  'import more': (store) => importInto(store, ENTRIES - 4, ENTRIES + 8),
  undo: (store) => store.change('undo', (writer) => writer.undo(1)),
  redo: (store) => store.change('redo', (writer) => writer.redo(1)),
};

const COURSES: readonly (readonly string[])[] = [
  ['undo', 'redo'],
  ['edit', 'undo', 'undo', 'redo', 'redo'],
  ['rename', 'edit', 'delete', 'undo', 'undo', 'undo', 'undo'],
  ['rename twice', 'give to another', 'undo', 'edit'],
  ['delete the first', 'delete the last', 'delete', 'edit', 'import more'],
  ['import more', 'rename', 'undo', 'undo', 'undo', 'redo'],
];

describe('a run of imported entries tells the same as an operation for each', () => {
  test('as it came', () => {
    const { short, long } = pair();
    expect(told(short)).toEqual(told(long));
    expect(told(short)).toMatchObject({ problems: [] });
  });

  test.each(COURSES.map((course) => [course.join(', '), course] as const))('%s', (_, course) => {
    const { short, long } = pair();
    for (const step of course) {
      for (const path of [short, long]) {
        const store = open(path, new FixedClock('2026-11-20T10:00:00Z'));
        CHANGES[step]?.(store);
        store.close();
      }
      expect(told(short)).toEqual(told(long));
      expect(told(short)).toMatchObject({ problems: [] });
    }
  });

  test.each([
    ['customer', 'keep', { replace: false, also: [] }],
    ['customer', 'replace', { replace: true, also: ['said 4'] }],
  ] as const)('a %s is forgotten, %s mentions', (is, _, wish) => {
    const { short, long } = pair();
    for (const path of [short, long])
      forget(path, { clock: new FixedClock() }, { is, id: 'bolt' }, wish);
    expect(told(short)).toEqual(told(long));
    expect(told(short)).toMatchObject({ problems: [] });
    expect(countIn(short, 'addition')).toBeGreaterThan(0);
  });
});

test('an entry that a run tells of cannot be changed past it', () => {
  const { short } = pair();
  const change = (sql: string) => () => connected(short, (connection) => connection.run(sql));
  expect(change(`UPDATE entry SET body = '{}' WHERE seq = 3`)).toThrow('not written out');
  expect(change('DELETE FROM entry WHERE seq = 12')).toThrow('not written out');
  expect(change('UPDATE addition SET count = 1')).toThrow('never altered');
});

test('what a run has lost is found', () => {
  const { short } = pair();
  connected(short, (connection) => {
    connection.run('DROP TRIGGER addition_needs_delete; DELETE FROM entry WHERE seq = 3');
    expect(problemsOf(connection)).toContain('addition 4 tells of entries that are gone');
  });
  const store = open(short, new FixedClock(), true);
  expect(refusal(() => [...store.operations()]).message).toContain('entries are gone');
});

test('two runs that tell of one entry are found', () => {
  const { short } = pair();
  connected(short, (connection) => {
    connection.run(
      `INSERT INTO addition (first, id, change, number, count, clock, crc)
       VALUES (100, 'x', 1, 4, 2, '', 0)`,
    );
    const found = problemsOf(connection);
    expect(found).toContain('addition 100 tells of an entry that another one tells of');
  });
});

test('no place, id or moment is given twice, and what comes later is later', () => {
  const { short } = pair();
  const store = open(short);
  store.change('log', (writer) =>
    writer.addEntry(entry('drop', { id: 'x', customer: 'Acme', on: '2024-01-01' })),
  );
  const operations = [...store.operations()];
  expect(operations.map(({ seq }) => seq)).toEqual(operations.map((_, at) => at + 1));
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
  const clocks = operations.map(({ clock }) => clock);
  expect(clocks).toEqual([...new Set(clocks)].sort());
});

describe('what is saved of a damaged journal', () => {
  const saved = (path: string) => {
    const out = join(path, '../saved.db');
    return { out, report: salvageJournal(path, out, new FixedClock(), 'doctor --salvage x') };
  };

  test('tells the same, where nothing is lost', () => {
    const { short } = pair();
    const store = open(short);
    CHANGES['rename']?.(store);
    CHANGES['edit']?.(store);
    store.close();
    const { out, report } = saved(short);
    expect(told(out)).toEqual(told(short));
    expect(report.undo.all).toBe(true);
    expect(countIn(out, 'addition')).toBe(countIn(short, 'addition'));
  });

  test('tells the same, where the import was the last that happened', () => {
    const { short } = pair();
    const { out, report } = saved(short);
    expect(told(out)).toEqual(told(short));
    expect(report).toMatchObject({ pages: { damaged: 0 }, undo: { all: true } });
  });

  test('has the entries, where the run is lost', () => {
    const { short } = pair();
    connected(short, (connection) => connection.run('DELETE FROM addition'));
    const { out } = saved(short);
    const store = open(out, new FixedClock(), true);
    expect([...store.entries()]).toHaveLength(ENTRIES);
  });
});
