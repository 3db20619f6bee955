import { describe, expect, test } from '@jest/globals';
import type { EntryType } from '../../src/journal/entry.ts';
import { writeEntry } from '../../src/journal/line.ts';
import type { Writer } from '../../src/store/writer.ts';
import { entry } from './one-of-each.ts';
import { emptyJournal, refusal } from './temp-journal.ts';

function add(writer: Writer, type: EntryType, id: string, fields: object = {}) {
  return writer.addEntry(entry(type, { id, customer: 'Acme', on: '2024-01-01', ...fields }));
}

/** A journal of Acme with a task, a payment and a call, and of Bolt with a task. */
function journal() {
  const store = emptyJournal();
  store.change('add', (writer) => {
    writer.addCustomer({ name: 'Acme' });
    writer.addCustomer({ name: 'Bolt' });
    add(writer, 'promise', 'task', { by: 'us', due: '2024-02-01' });
    add(writer, 'promise', 'payment', {
      by: 'them',
      due: '2024-02-01',
      kind: 'payment',
      amount: 10,
    });
    add(writer, 'spoke', 'call', { fault: 'us' });
    add(writer, 'work', 'work');
    add(writer, 'promise', 'theirs', { customer: 'Bolt', by: 'us', due: '2024-02-01' });
  });
  return store;
}

const MOVED = { due: '2024-03-01' };
const CONDITIONS = { conditions: ['apology'] };

describe('a reference that holds is stored', () => {
  test.each<[EntryType, object]>([
    ['done', { ref: 'task' }],
    ['broken', { ref: 'payment' }],
    ['waived', { ref: 'task' }],
    ['moved', { ref: 'task', ...MOVED }],
    ['paid', { ref: 'payment', amount: 1 }],
    ['accept', { ref: 'call' }],
    ['accept', { ref: 'work' }],
    ['conditions', { ref: 'call', ...CONDITIONS }],
    ['conditions', CONDITIONS],
    ['lesson', { ref: 'task', text: 'x' }],
  ])('%s %j', (type, fields) => {
    const store = journal();
    store.change('log', (writer) => add(writer, type, 'new', fields));
    const stored = [...store.entries()].filter(({ id }) => id === 'new');
    expect(stored.map(writeEntry)).toEqual([expect.objectContaining(fields)]);
  });
});

describe('a reference that does not hold is refused with the entry named', () => {
  test.each<[EntryType, object, string]>([
    ['done', { ref: 'nothing' }, 'names no entry'],
    ['done', { ref: 'call' }, 'not a promise'],
    ['broken', { ref: 'theirs' }, "another customer's"],
    ['waived', { ref: 'work' }, 'not a promise'],
    ['moved', { ref: 'call', ...MOVED }, 'not a promise'],
    ['paid', { ref: 'task', amount: 1 }, 'not one of payment'],
    ['accept', { ref: 'task' }, 'not an occasion'],
    ['conditions', { ref: 'nothing', ...CONDITIONS }, 'names no entry'],
    ['lesson', { ref: 'theirs', text: 'x' }, "another customer's"],
  ])('%s %j', (type, fields, says) => {
    const store = journal();
    const error = refusal(() => store.change('log', (writer) => add(writer, type, 'new', fields)));
    expect(error.kind).toBe('usage');
    expect(error.message).toContain('entry 6');
    expect(error.message).toContain(says);
    expect(store.count()).toBe(5);
  });

  test('a promise is not removed from under what resolved it', () => {
    const store = journal();
    store.change('log', (writer) => add(writer, 'done', 'kept', { ref: 'task' }));
    const error = refusal(() => store.change('delete', (writer) => writer.removeEntry('task')));
    expect(error.message).toContain('kept');
    expect(store.entryById('task')).toBeDefined();
  });

  test('a payment that was paid in part does not become a task, nor a call', () => {
    const store = journal();
    store.change('log', (writer) => add(writer, 'paid', 'part', { ref: 'payment', amount: 1 }));
    const head = { id: 'payment', customer: 'Acme', on: '2024-01-01' };
    const task = entry('promise', { ...head, by: 'them', due: '2024-02-01' });
    for (const instead of [task, entry('spoke', head)]) {
      const error = refusal(() => store.change('edit', (writer) => writer.replaceEntry(instead)));
      expect(error.message).toContain('part');
    }
  });

  test('a promise does not move to another customer without what resolved it', () => {
    const store = journal();
    store.change('log', (writer) => add(writer, 'done', 'kept', { ref: 'task' }));
    const moved = (id: string, type: EntryType, fields: object) =>
      entry(type, { id, customer: 'Bolt', on: '2024-01-01', ...fields });
    const task = moved('task', 'promise', { by: 'us', due: '2024-02-01' });
    expect(
      refusal(() => store.change('edit', (writer) => writer.replaceEntry(task))).message,
    ).toContain('kept');
    store.change('merge', (writer) => {
      writer.replaceEntry(task);
      writer.replaceEntry(moved('kept', 'done', { ref: 'task' }));
    });
    expect(store.entryById('kept')?.customer).toBe('Bolt');
  });
});

test('within one change the order does not matter, and problems can be asked for before its end', () => {
  const store = journal();
  store.change('import', (writer) => {
    add(writer, 'done', 'kept', { ref: 'later' });
    add(writer, 'done', 'wrong', { ref: 'never' });
    expect(writer.refProblems().map(({ id, seq, ref }) => [id, seq, ref])).toEqual([
      ['kept', 6, 'later'],
      ['wrong', 7, 'never'],
    ]);
    add(writer, 'promise', 'later', { by: 'us', due: '2024-02-01' });
    writer.removeEntry('wrong');
    expect(writer.refProblems()).toEqual([]);
  });
  expect(store.entryById('kept')).toMatchObject({ ref: 'later' });
});
