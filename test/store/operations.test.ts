import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readLine, writeCustomer, writeEntry, writePerson } from '../../src/journal/line.ts';
import { connect } from '../../src/store/driver.ts';
import type { RecordedOperation } from '../../src/store/operation-rows.ts';
import type { Store } from '../../src/store/store.ts';
import type { Writer } from '../../src/store/writer.ts';
import { entry, ONE_OF_EACH } from './one-of-each.ts';
import { emptyJournal, FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

/** Everything the journal says, as text; keys, which are its own affair, left out. */
function dump(store: Store): string {
  return JSON.stringify({
    settings: store.settings(),
    customers: store.customers().map(({ card }) => writeCustomer(card)),
    people: store.people().map(writePerson),
    entries: [...store.entries()].map((each) => [each.seq, writeEntry(each)]),
  });
}

const drop = (id: string, on: string) => entry('drop', { id, customer: 'Acme', on });

/** Commands that use every kind of step, some undoing what others did. */
const COMMANDS: readonly ((writer: Writer) => void)[] = [
  (writer) => {
    writer.addCustomer({ id: 'acme', name: 'Acme' });
    writer.addPerson({ id: 'dana', customer: 'Acme', name: 'Dana' });
    writer.addEntry(drop('a', '2024-01-01'));
  },
  (writer) => writer.putSettings({ floor: 40 }),
  (writer) => {
    for (const each of ONE_OF_EACH) writer.addEntry(each);
  },
  (writer) => {
    writer.replaceCustomer('acme', { name: 'Acme Ltd', tier: 'A' });
    writer.addCustomer({ id: 'acme2', name: 'Acme' });
  },
  (writer) => {
    writer.replaceEntry(
      entry('return', { id: 'a', customer: 'Acme', on: '2024-01-02', note: 'x' }),
    );
    writer.replacePerson({ id: 'dana', customer: 'Acme', name: 'Dana Ray' });
  },
  (writer) => writer.putSettings({ currency: '€' }),
  (writer) => {
    writer.removeEntry('a');
    writer.removePerson('dana');
    writer.removeCustomer('acme2');
  },
  (writer) => {
    writer.addEntry({ type: 'drop', customer: 'acme ltd', on: drop('x', '2024-01-09').on });
    writer.putSettings(undefined);
  },
];

/** Takes the subject of the operation from one line to the other. */
function put(
  writer: Writer,
  operation: RecordedOperation,
  from: string | null,
  to: string | null,
): void {
  if (to === null) remove(writer, operation);
  else write(writer, operation, to, from === null);
}

function remove(writer: Writer, { kind, subject }: RecordedOperation): void {
  if (kind === 'settings') writer.putSettings(undefined);
  else if (kind === 'customer') writer.removeCustomer(subject);
  else if (kind === 'person') writer.removePerson(subject);
  else writer.removeEntry(subject);
}

function write(
  writer: Writer,
  { subject, number }: RecordedOperation,
  text: string,
  isNew: boolean,
): void {
  const read = readLine(JSON.parse(text));
  if (read.problem !== undefined) throw new Error(read.problem);
  const line = read.value;
  if (line.is === 'settings') writer.putSettings(line.settings);
  else if (line.is === 'customer' && isNew) writer.addCustomer(line.customer);
  else if (line.is === 'customer') writer.replaceCustomer(subject, line.customer);
  else if (line.is === 'person' && isNew) writer.addPerson(line.person);
  else if (line.is === 'person') writer.replacePerson({ ...line.person, id: subject });
  else if (isNew) writer.restoreEntry({ ...line.entry, seq: Number(number) });
  else writer.replaceEntry(line.entry);
}

/** The operations of each change, in order. */
function byChange(store: Store): readonly (readonly RecordedOperation[])[] {
  const changes = new Map<string, RecordedOperation[]>();
  for (const operation of store.operations()) {
    const { id } = operation.change;
    changes.set(id, [...(changes.get(id) ?? []), operation]);
  }
  return [...changes.values()];
}

test('the operations lead back to the empty journal change by change, and forward again', () => {
  const store = emptyJournal();
  const states = [dump(store)];
  for (const [at, command] of COMMANDS.entries()) {
    store.change(`command ${at}`, command);
    states.push(dump(store));
  }
  expect(new Set(states).size).toBe(states.length);
  const changes = byChange(store);
  expect(changes).toHaveLength(COMMANDS.length);

  for (let at = changes.length - 1; at >= 0; at -= 1) {
    store.change('back', (writer) => {
      for (const operation of changes[at]?.toReversed() ?? [])
        put(writer, operation, operation.after, operation.before);
    });
    expect(dump(store)).toBe(states[at]);
  }
  for (const [at, change] of changes.entries()) {
    store.change('forward', (writer) => {
      for (const operation of change) put(writer, operation, operation.before, operation.after);
    });
    expect(dump(store)).toBe(states[at + 1]);
  }
  expect(store.damagedRows()).toEqual([]);
});

test('the operations make the same journal out of an empty one', () => {
  const store = emptyJournal();
  for (const command of COMMANDS) store.change('command', command);
  const copy = emptyJournal();
  copy.change('replay', (writer) => {
    for (const operation of store.operations())
      put(writer, operation, operation.before, operation.after);
  });
  expect(dump(copy)).toBe(dump(store));
});

describe('an operation', () => {
  test('says what, of whom, by which command, when and where', () => {
    const store = emptyJournal(new FixedClock('2026-11-16T23:30:00Z'));
    store.change('rel log acme', (writer) => {
      writer.addCustomer({ id: 'acme', name: 'Acme' });
      writer.addEntry(drop('a', '2024-01-01'));
    });
    store.change('rel edit 1', (writer) => writer.replaceEntry(drop('a', '2024-01-02')));
    const [first, second, third] = [...store.operations()];
    expect(first).toMatchObject({
      seq: 1,
      kind: 'customer',
      subject: 'acme',
      customer: 'acme',
      number: 1,
    });
    expect(second).toMatchObject({
      kind: 'entry',
      subject: 'a',
      customer: 'acme',
      number: 1,
      before: null,
      after: '{"type":"drop","id":"a","customer":"Acme","on":"2024-01-01"}',
      change: { command: 'rel log acme', at: '2026-11-17T00:30:00.000+01:00' },
    });
    expect(third?.before).toBe(second?.after);
    expect(first?.change.id).toBe(second?.change.id);
    expect(second?.change.id).not.toBe(third?.change.id);
    expect(first?.change.device).toBe(third?.change.device);
    expect(third?.clock.endsWith(third.change.device)).toBe(true);
  });

  test('is not recorded where nothing changes, nor a command without operations', () => {
    const store = emptyJournal();
    store.change('add', (writer) => {
      writer.addCustomer({ id: 'acme', name: 'Acme' });
      writer.addEntry(drop('a', '2024-01-01'));
      writer.putSettings({ floor: 1 });
    });
    const before = [...store.operations()];
    store.change('again', (writer) => {
      writer.replaceCustomer('acme', { name: 'Acme' });
      writer.replaceEntry(drop('a', '2024-01-01'));
      writer.putSettings({ floor: 1 });
    });
    expect([...store.operations()]).toEqual(before);
  });

  test('of a change that fails is not kept, and the number it took is free again', () => {
    const store = emptyJournal();
    store.change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    expect(() =>
      store.change('fail', (writer) => {
        writer.addEntry(drop('a', '2024-01-01'));
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect([...store.operations()]).toHaveLength(1);
    expect(store.change('log', (writer) => writer.addEntry(drop('a', '2024-01-01'))).seq).toBe(1);
  });

  test.each(['operation', 'change', 'reversal'])('is never altered: %s', (table) => {
    const path = join(tempFolder(), 'journal.db');
    const store = open(path);
    store.change('add', (writer) => writer.addCustomer({ name: 'Acme' }));
    store.change('undo', (writer) => writer.undo(1));
    store.close();
    const database = connect(path, 0);
    expect(() => database.exec(`UPDATE ${table} SET crc = 0`)).toThrow('never altered');
    database.close();
  });
});

describe('what is taken back and brought back', () => {
  test('is kept to be told as far as somebody wants to read it, and counted whole', () => {
    const store = emptyJournal();
    const days = ['01', '02', '03', '04', '05'].map((day) => `2024-01-${day}`);
    store.change('add', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      for (const day of days) writer.addEntry(drop(day, day));
    });
    const told = (does: 'undo' | 'redo', onlooker: { readonly most?: number }) =>
      store
        .change(does, (writer) => writer[does](1, onlooker))
        .map(({ count, steps }) => [count, ...steps.map(({ subject }) => subject)]);
    expect(told('undo', { most: 2 })).toEqual([[6, '2024-01-05', '2024-01-04']]);
    expect([...store.entries()]).toEqual([]);
    expect(told('redo', { most: 3 })).toEqual([[6, expect.any(String), ...days.slice(0, 2)]]);
    expect([...store.entries()].map(({ id }) => id)).toEqual(days);
    expect(told('undo', {})[0]).toHaveLength(1 + 6);
  });
});

describe('a change', () => {
  test('sees itself through the store', () => {
    const store = emptyJournal();
    store.change('add', (writer) => {
      const { key } = writer.addCustomer({ name: 'Acme' });
      writer.addEntry(drop('a', '2024-01-01'));
      expect(store.customers()).toHaveLength(1);
      expect(store.entriesOf(key)).toHaveLength(1);
      expect([...store.entries()]).toHaveLength(1);
    });
  });

  test('is not begun inside another, nor inside a reading, and cannot wait', () => {
    const store = emptyJournal();
    const nothing = () => undefined;
    expect(() => store.change('out', () => store.change('in', nothing))).toThrow('inside');
    expect(() => store.reading(() => store.change('in', nothing))).toThrow('inside');
    expect(() => store.change('wait', () => Promise.resolve())).toThrow('wait');
    expect(store.change('after all', () => 'works')).toBe('works');
  });

  test('is over when it returns', () => {
    const store = emptyJournal();
    const writer = store.change('leak', (given) => given);
    expect(() => writer.addCustomer({ name: 'Acme' })).toThrow('over');
    expect(store.customers()).toEqual([]);
  });

  test('a number that is taken is not restored twice', () => {
    const store = emptyJournal();
    store.change('add', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      writer.restoreEntry({ ...drop('a', '2024-01-01'), seq: 7 });
      expect(writer.addEntry(drop('b', '2024-01-01')).seq).toBe(8);
    });
    const again = () =>
      store.change('again', (writer) =>
        writer.restoreEntry({ ...drop('c', '2024-01-01'), seq: 7 }),
      );
    expect(refusal(again).message).toContain('entry 7');
  });
});
