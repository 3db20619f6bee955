import { describe, expect, test } from '@jest/globals';
import { readLine, writeCustomer, writeEntry, writePerson } from '../../src/journal/line.ts';
import type { Writer } from '../../src/store/writer.ts';
import { entry, ONE_OF_EACH } from './one-of-each.ts';
import { day, emptyJournal, FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const lines = (entries: Iterable<Parameters<typeof writeEntry>[0]>) =>
  [...entries].map((each) => JSON.stringify(writeEntry(each)));

describe('entries', () => {
  test('every type comes back exactly, with all fields and with the least, from a reopened journal', () => {
    const path = `${tempFolder()}/journal.db`;
    const first = open(path);
    first.change('import', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      for (const each of ONE_OF_EACH) writer.addEntry(each);
    });
    first.close();
    const stored = [...open(path).entries()];
    expect(stored).toEqual(ONE_OF_EACH.map((each, at) => ({ ...each, seq: at + 1 })));
    expect(lines(stored)).toEqual(lines(ONE_OF_EACH));
  });

  test('come in Order for one customer, until a day, and in order of recording for all', () => {
    const store = emptyJournal();
    const [acme, other] = store.change('log', (writer) => {
      const customers = [
        writer.addCustomer({ name: 'Acme' }),
        writer.addCustomer({ name: 'Other' }),
      ];
      const logged = [
        ['b', 'Acme', '2024-01-02'],
        ['x', 'Other', '2024-01-01'],
        ['c', 'Acme', '2024-01-02'],
        ['d', 'Acme', '2024-01-03'],
        ['a', 'Acme', '2024-01-01'],
      ];
      for (const [id, customer, on] of logged) writer.addEntry(entry('drop', { id, customer, on }));
      return customers;
    });
    const ids = (entries: Iterable<{ readonly id: string }>) =>
      [...entries].map(({ id }) => id).join('');
    expect(ids(store.entriesOf(acme?.key ?? 0))).toBe('abcd');
    expect(ids(store.entriesOf(acme?.key ?? 0, { until: day(2024, 1, 2) }))).toBe('abc');
    expect(ids(store.entriesOf(other?.key ?? 0))).toBe('x');
    expect(ids(store.entries())).toBe('bxcda');
    expect(store.count()).toBe(5);
    expect(store.entryByNumber(4)?.id).toBe('d');
    expect(store.entryById('d')?.seq).toBe(4);
    expect(store.entryByNumber(6)).toBeUndefined();
    expect(store.entryById('z')).toBeUndefined();
  });

  test('a walk over more than one page misses none and holds no lock', () => {
    const path = `${tempFolder()}/journal.db`;
    const store = open(path);
    store.change('import', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      for (let at = 1; at <= 4_001; at += 1)
        writer.addEntry(entry('drop', { id: `e${at}`, customer: 'Acme', on: '2024-01-01' }));
    });
    const writing = open(path);
    const seen: number[] = [];
    for (const { seq } of store.entries()) {
      if (seq === 1) writing.change('delete', (writer) => writer.removeEntry('e4001'));
      seen.push(seq);
    }
    expect(seen).toEqual(Array.from({ length: 4_000 }, (_, at) => at + 1));
  });

  test('a number is never given twice, not even after the last entry was deleted', () => {
    const path = `${tempFolder()}/journal.db`;
    const first = open(path);
    first.change('log', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      writer.addEntry(entry('drop', { id: 'a', customer: 'Acme', on: '2024-01-01' }));
      writer.removeEntry('a');
    });
    first.close();
    const again = open(path).change('log', (writer) =>
      writer.addEntry(entry('drop', { id: 'a', customer: 'Acme', on: '2024-01-01' })),
    );
    expect(again.seq).toBe(2);
  });

  test('an entry given its customer in another case carries the name on the card', () => {
    const store = emptyJournal();
    const logged = store.change('log', (writer) => {
      writer.addCustomer({ name: 'Åcme Straße' });
      return writer.addEntry({
        type: 'drop',
        customer: 'A\u030Acme  STRASSE',
        on: day(2024, 1, 1),
      });
    });
    expect(logged.customer).toBe('Åcme Straße');
    expect(store.entryById(logged.id)).toEqual(logged);
  });
});

describe('cards', () => {
  const card = {
    name: 'Acme',
    tier: 'A',
    solo: true,
    clash: false,
    aliases: ['ACM'],
    value: 12.5,
    terms: 30,
    inheritedFrom: 'Jo',
    needs: ['speed', 'quiet'],
    standard: 'on time',
  } as const;

  test('come back with every field, and with the id they get or bring', () => {
    const store = emptyJournal();
    const made = store.change('add', (writer) => writer.addCustomer(card));
    const brought = store.change('add', (writer) =>
      writer.addCustomer({ id: 'given', name: 'Other' }),
    );
    expect(made.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(store.customers()).toEqual([made, brought]);
    expect(store.customers().map((each) => each.card)).toEqual([
      { ...card, id: made.id },
      { id: 'given', name: 'Other' },
    ]);
    const line = JSON.stringify(writeCustomer(store.customers()[0]?.card ?? card));
    expect(readLine(JSON.parse(line))).toEqual({
      value: { is: 'customer', customer: { ...card, id: made.id } },
    });
  });

  test('people come back with every field', () => {
    const store = emptyJournal();
    const dana = {
      id: 'dana',
      customer: 'Acme',
      name: 'Dana',
      role: 'buyer',
      decides: true,
      wellWisher: false,
      email: 'd@acme.example',
      phone: '+1',
      win: 'a raise',
    };
    store.change('add', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      writer.addPerson(dana);
      writer.addPerson({ customer: 'acme', name: 'Ed' });
    });
    const [first, second] = store.people();
    expect(first).toEqual(dana);
    expect(writePerson(first ?? dana)).toEqual({ type: 'person', ...dana });
    expect(second).toEqual({ id: second?.id, customer: 'Acme', name: 'Ed' });
    expect(store.personById('dana')).toEqual(dana);
  });

  test('a renamed customer is renamed everywhere at once', () => {
    const store = emptyJournal();
    store.change('add', (writer) => {
      const { id } = writer.addCustomer({ name: 'Acme' });
      writer.addPerson({ customer: 'Acme', name: 'Dana' });
      writer.addEntry(entry('drop', { id: 'a', customer: 'Acme', on: '2024-01-01' }));
      writer.replaceCustomer(id, { name: 'Bolt' });
    });
    expect(store.people().map(({ customer }) => customer)).toEqual(['Bolt']);
    expect([...store.entries()].map(({ customer }) => customer)).toEqual(['Bolt']);
    expect(store.customerByName('BOLT')?.card.name).toBe('Bolt');
    expect(store.customerByName('Acme')).toBeUndefined();
  });

  test('settings: none, then those put, across a reopening', () => {
    const path = `${tempFolder()}/journal.db`;
    const store = open(path);
    expect(store.settings()).toEqual({});
    const settings = {
      floor: 40,
      cadence: { A: 7, B: 30, C: 90 },
      currency: '€',
      rules: { promises: { late: 2 } },
      me: ['me@example.org'],
    };
    store.change('config', (writer) => writer.putSettings({ floor: 1 }));
    store.change('config', (writer) => writer.putSettings(settings));
    store.close();
    expect(open(path).settings()).toEqual(settings);
  });
});

test('within one change a name means who bears it now', () => {
  const store = emptyJournal();
  const add = (writer: Writer, id: string) =>
    writer.addEntry(entry('drop', { id, customer: 'Acme', on: '2024-01-01' }));
  store.change('swap', (writer) => {
    writer.addCustomer({ id: 'first', name: 'Acme' });
    add(writer, 'a');
    writer.replaceCustomer('first', { name: 'Old Acme' });
    const second = writer.addCustomer({ id: 'second', name: 'Acme' });
    add(writer, 'b');
    expect(store.entriesOf(second.key)).toHaveLength(1);
    writer.removeEntry('b');
    writer.removeCustomer('second');
    expect(refusal(() => add(writer, 'c')).message).toContain('no customer "Acme"');
    writer.addCustomer({ id: 'third', name: 'Acme' });
    add(writer, 'd');
  });
  const [first, third] = store.customers();
  expect([first?.id, third?.id]).toEqual(['first', 'third']);
  expect(store.entriesOf(first?.key ?? 0).map(({ id }) => id)).toEqual(['a']);
  expect(store.entriesOf(third?.key ?? 0).map(({ id }) => id)).toEqual(['d']);
});

describe('what cannot be stored is refused, and the change with it', () => {
  const clock = new FixedClock();

  function refused(write: Parameters<ReturnType<typeof emptyJournal>['change']>[1]): string {
    const store = emptyJournal(clock);
    store.change('add', (writer) => {
      writer.addCustomer({ id: 'acme', name: 'Acme' });
      writer.addCustomer({ id: 'bolt', name: 'Bolt' });
      writer.addPerson({ id: 'dana', customer: 'Acme', name: 'Dana' });
      writer.addEntry(entry('drop', { id: 'a', customer: 'Acme', on: '2024-01-01' }));
    });
    const error = refusal(() =>
      store.change('wrong', (writer) => {
        writer.addCustomer({ name: 'left over' });
        write(writer);
      }),
    );
    expect(error.kind).toBe('usage');
    expect(store.customers()).toHaveLength(2);
    return error.message;
  }

  test.each([
    [
      'a second customer of the name in another case',
      'Acme',
      () => refused((w) => w.addCustomer({ name: 'ACME' })),
    ],
    [
      'a second customer of the id',
      'acme',
      () => refused((w) => w.addCustomer({ id: 'acme', name: 'C' })),
    ],
    [
      'a rename to a name that is taken',
      'bolt',
      () => refused((w) => w.replaceCustomer('acme', { name: 'bolt' })),
    ],
    [
      'a second person of the name',
      'DANA',
      () => refused((w) => w.addPerson({ customer: 'Acme', name: 'DANA' })),
    ],
    [
      'a person of no customer',
      'Nobody',
      () => refused((w) => w.addPerson({ customer: 'Nobody', name: 'X' })),
    ],
    [
      'an entry of no customer',
      'Nobody',
      () =>
        refused((w) =>
          w.addEntry(entry('drop', { id: 'b', customer: 'Nobody', on: '2024-01-01' })),
        ),
    ],
    [
      'a second entry of the id',
      '"a"',
      () =>
        refused((w) => w.addEntry(entry('drop', { id: 'a', customer: 'Acme', on: '2024-01-01' }))),
    ],
    [
      'a change of an entry that is not there',
      '"b"',
      () =>
        refused((w) =>
          w.replaceEntry(entry('drop', { id: 'b', customer: 'Acme', on: '2024-01-01' })),
        ),
    ],
    ['a removal of an entry that is not there', '"b"', () => refused((w) => w.removeEntry('b'))],
    [
      'a removal of a customer that entries name',
      'Acme',
      () => refused((w) => w.removeCustomer('acme')),
    ],
  ])('%s', (_what, named, messageOf) => {
    expect(messageOf().toLowerCase()).toContain(named.toLowerCase());
  });
});
