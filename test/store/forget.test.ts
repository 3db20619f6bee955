import { describe, expect, test } from '@jest/globals';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCustomer } from '../../src/journal/line.ts';
import { backupFolder, backupsOf } from '../../src/store/backups.ts';
import { Connection } from '../../src/store/connection.ts';
import { applyForgetting } from '../../src/store/forget-apply.ts';
import { identityOf, type Whom } from '../../src/store/forget-identity.ts';
import { planForgetting } from '../../src/store/forget-plan.ts';
import { finishForgetting, forget, formerly, lookAhead } from '../../src/store/forget.ts';
import { problemsOf } from '../../src/store/verify.ts';
import type { Store } from '../../src/store/store.ts';
import { day, FixedClock, open, refusal, tempFolder } from './temp-journal.ts';

const clock = new FixedClock();
const options = { clock };
const STAY = { replace: false, also: [] };
const REPLACE = { replace: true, also: [] };
const ON = day(2026, 11, 2);

const path = (): string => join(tempFolder(), 'journal.db');

/** A journal that this writes, one change after the other. */
function written(file: string, write: (store: Store) => void): void {
  const store = open(file, clock);
  write(store);
  store.close();
}

const add = (store: Store, name: string, ...notes: readonly string[]): void => {
  store.change(`log ${name}`, (writer) => {
    if (store.customerByName(name) === undefined) writer.addCustomer({ name });
    for (const note of notes) writer.addEntry({ type: 'spoke', customer: name, on: ON, note });
  });
};

function whomOf(file: string, name: string): Whom {
  const store = open(file, clock, true);
  const found = store.customerByName(name);
  const person = store.people().find((each) => each.name === name);
  store.close();
  if (person !== undefined) return { is: 'person', id: person.id };
  if (found === undefined) throw new Error(`${name} is not there`);
  return { is: 'customer', id: found.id };
}

const bytesBeside = (file: string): string => {
  const folder = dirname(file);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((each) => statSync(each).isFile())
    .map((each) => readFileSync(each, 'latin1'))
    .join('\n');
};

function problems(file: string): readonly string[] {
  const connection = new Connection(file, { readonly: true });
  try {
    return problemsOf(connection);
  } finally {
    connection.close();
  }
}

describe('a customer', () => {
  test('goes with every name, version, undone change and command; the others stay as they were', () => {
    const file = path();
    let others = '';
    written(file, (store) => {
      add(store, 'Acme', 'acme stays');
      others = JSON.stringify(store.entriesOf(1));
      add(store, 'Xanthos', 'never meant');
      store.change('undo', (writer) => writer.undo(1));
      add(store, 'Xanthos', 'first note');
      store.change('rename Xanthos Ypsilon', (writer) => {
        const found = store.customerByName('Xanthos');
        if (found !== undefined)
          writer.replaceCustomer(found.id, {
            ...found.card,
            name: 'Ypsilon',
            aliases: ['Xanthos'],
          });
      });
      store.change('log Ypsilon and Acme', (writer) => {
        writer.addEntry({ type: 'spoke', customer: 'Ypsilon', on: ON, note: 'both note' });
        writer.addEntry({ type: 'spoke', customer: 'Acme', on: ON, note: 'kept' });
      });
      store.change('undo', (writer) => writer.undo(1));
      store.recordReview({
        day: ON,
        verdicts: { [whomOf(file, 'Ypsilon').id]: 'KEEP', acme: 'FIX' },
      });
    });
    const { id } = whomOf(file, 'Ypsilon');
    forget(file, options, { is: 'customer', id }, STAY);
    const bytes = bytesBeside(file);
    for (const gone of [
      'Xanthos',
      'Ypsilon',
      'never meant',
      'first note',
      'both note',
      'xanthos',
      id,
    ])
      expect(bytes).not.toContain(gone);
    expect(bytes).toContain('acme stays');
    expect(problems(file)).toEqual([]);
    const store = open(file, clock);
    expect(JSON.stringify(store.entriesOf(1))).toBe(others);
    expect(store.lastReview(day(2030, 1, 1))?.verdicts).toEqual({ acme: 'FIX' });
    expect(
      store.lastChanges(20).changes.map(({ change, stands }) => [change.command, stands]),
    ).toEqual([
      ['log Acme', true],
      ['log …', false],
      ['undo', true],
      ['forget', true],
    ]);
    expect(store.known(day(2026, 11, 16)).accounts).toHaveLength(1);
  });

  test('cannot be brought back by undo or redo, nor can what was done before; what comes after can', () => {
    const file = path();
    written(file, (store) => {
      add(store, 'Acme');
      add(store, 'Xanthos');
      add(store, 'Acme', 'undone');
      store.change('undo', (writer) => writer.undo(1));
    });
    forget(file, options, whomOf(file, 'Xanthos'), STAY);
    const store = open(file, clock);
    const undo = (count: number) => () => store.change('undo', (writer) => writer.undo(count));
    expect(refusal(undo(1)).message).toContain('cannot be undone');
    expect(refusal(() => store.change('redo', (writer) => writer.redo(1))).message).toContain(
      'nothing is left to redo',
    );
    add(store, 'Acme', 'later');
    expect(refusal(undo(2)).message).toContain('since then there is one change');
    undo(1)();
    expect(store.count()).toBe(0);
  });

  test('who was undone, and has no card, is found by the whole name and goes as well', () => {
    const file = path();
    written(file, (store) => {
      add(store, 'Acme');
      add(store, 'Xanthos', 'a slip');
      store.change('undo', (writer) => writer.undo(1));
    });
    expect(formerly(file, options, 'Xant')).toBeUndefined();
    expect(formerly(file, options, 'acme')).toBeUndefined();
    const whom = formerly(file, options, 'xanthos');
    if (whom === undefined) throw new Error('not found');
    forget(file, options, whom, STAY);
    expect(bytesBeside(file)).not.toMatch(/xanthos|a slip/i);
    expect(problems(file)).toEqual([]);
  });

  test('what another card held of theirs, while the two were merged, goes from its history', () => {
    const file = path();
    written(file, (store) => {
      add(store, 'Acme');
      add(store, 'Xanthos', 'note');
      store.change('merge Acme Xanthos', (writer) => {
        const [into, from] = [store.customerByName('Acme'), store.customerByName('Xanthos')];
        if (into === undefined || from === undefined) throw new Error('not there');
        for (const entry of store.entriesOf(from.key))
          writer.replaceEntry({ ...entry, customer: 'Acme' });
        writer.removeCustomer(from.id);
        writer.replaceCustomer(into.id, { ...into.card, needs: ['secret need'] });
      });
      store.change('undo', (writer) => writer.undo(1));
    });
    const subject = lookAhead(file, options, whomOf(file, 'Xanthos'), []);
    expect(subject.mentions).toEqual([]);
    forget(file, options, whomOf(file, 'Xanthos'), STAY);
    expect(bytesBeside(file)).not.toMatch(/xanthos|secret need/i);
    expect(problems(file)).toEqual([]);
    expect(open(file, clock).known(day(2026, 11, 16)).accounts).toHaveLength(1);
  });

  test('an entry that was theirs by mistake stays with its owner, as if it had always been there', () => {
    const file = path();
    written(file, (store) => {
      add(store, 'Acme');
      add(store, 'Xanthos', 'belongs to acme');
      store.change('edit 1 customer:Acme', (writer) => {
        const entry = store.entryByNumber(1);
        if (entry !== undefined) writer.replaceEntry({ ...entry, customer: 'Acme' });
      });
    });
    forget(file, options, whomOf(file, 'Xanthos'), STAY);
    expect(bytesBeside(file)).not.toMatch(/xanthos/i);
    const store = open(file, clock);
    expect(store.entryByNumber(1)).toMatchObject({ customer: 'Acme', note: 'belongs to acme' });
    expect(store.known(day(2026, 11, 16)).accounts.flatMap(({ entries }) => entries)).toHaveLength(
      1,
    );
    expect(problems(file)).toEqual([]);
  });
});

test('a person goes from the card and the entries, which stay with one who has no name', () => {
  const file = path();
  written(file, (store) => {
    add(store, 'Acme');
    store.change('add person', (writer) => {
      writer.addPerson({
        customer: 'Acme',
        name: 'Dana Whit',
        email: 'dana@x.example',
        win: 'a boat',
      });
      writer.addPerson({ customer: 'Acme', name: 'Ray' });
      for (const person of ['Dana Whit', 'Ray'])
        writer.addEntry({ type: 'spoke', customer: 'Acme', on: ON, person, note: 'talked' });
      const learned = { type: 'learned', customer: 'Acme', on: ON, learned: ['win'] } as const;
      writer.addEntry({ ...learned, person: 'Dana Whit', note: 'a boat' });
      writer.addEntry({
        type: 'sent',
        customer: 'Acme',
        on: ON,
        note: 'to Dana Whit, and Whit alone',
      });
    });
  });
  const whom = whomOf(file, 'Dana Whit');
  expect(lookAhead(file, options, whom, []).mentions).toEqual([
    expect.objectContaining({ number: 4, text: 'to Dana Whit, and Whit alone', certain: true }),
  ]);
  forget(file, options, whom, { replace: true, also: ['Whit'] });
  expect(bytesBeside(file)).not.toMatch(/dana|whit|boat/i);
  const store = open(file, clock);
  expect(store.people().map(({ name }) => name)).toEqual(['Ray']);
  const told = store
    .entriesOf(1)
    .map((entry) => ['person' in entry ? entry.person : '', entry.note]);
  expect(told).toEqual([
    ['person 1', 'talked'],
    ['Ray', 'talked'],
    ['person 1', undefined],
    ['', 'to …, and … alone'],
  ]);
  expect(problems(file)).toEqual([]);
});

/** A journal in which others speak of Brazos Rentals. */
function talkOfBrazos(): string {
  const file = path();
  written(file, (store) => {
    add(store, 'Brazos Rentals');
    add(
      store,
      'Acme',
      'brazos  RENTALS told me',
      'Brazos Rentalsy is another',
      'the Brazos trucks',
    );
    add(store, 'Brazos Rentals Austin');
    store.change('edit acme', (writer) => {
      const acme = store.customerByName('Acme');
      if (acme === undefined) return;
      const aliases = ['like Brazos Rentals', 'ac'];
      writer.replaceCustomer(acme.id, {
        ...acme.card,
        aliases,
        needs: ['what brazos rentals has'],
      });
      writer.addEntry({
        type: 'spoke',
        customer: 'Acme',
        on: ON,
        blames: 'other:Brazos Rentals',
        tags: ['Brazos Rentals'],
      });
    });
  });
  return file;
}

describe('what others say of them', () => {
  test('is listed with the words around it, what is certain apart from what is not', () => {
    const file = talkOfBrazos();
    const { mentions } = lookAhead(file, options, whomOf(file, 'Brazos Rentals'), []);
    expect(
      mentions.map(({ is, number, text, certain, isName }) => [is, number, text, certain, isName]),
    ).toEqual([
      ['customer', null, 'like Brazos Rentals', true, false],
      ['customer', null, 'Brazos Rentals Austin', true, true],
      ['entry', 1, 'brazos  RENTALS told me', true, false],
      ['entry', 4, 'other:Brazos Rentals', true, false],
    ]);
  });

  test('stays unless it shall be replaced, and then goes from cards, entries and every version', () => {
    const file = talkOfBrazos();
    forget(file, options, whomOf(file, 'Brazos Rentals'), REPLACE);
    const store = open(file, clock);
    const cards = store
      .customers()
      .map(({ card }) => writeCustomer({ ...card, id: undefined as never }));
    expect(cards).toEqual([
      { type: 'customer', name: 'Acme', aliases: ['ac'], needs: ['what … has'] },
      { type: 'customer', name: 'Brazos Rentals Austin' },
    ]);
    expect(store.entriesOf(store.customers()[0]?.key ?? 0)).toMatchObject([
      { note: '… told me' },
      { note: 'Brazos Rentalsy is another' },
      { note: 'the Brazos trucks' },
      { blames: 'other:…', tags: ['…'] },
    ]);
    expect(problems(file)).toEqual([]);
    expect(bytesBeside(file).replaceAll(/brazos rentals(y| austin)/gi, '')).not.toMatch(
      /brazos rentals/i,
    );
  });
});

describe('the backups', () => {
  const backup = (file: string): string => {
    mkdirSync(backupFolder(file));
    const made = join(backupFolder(file), '2026-11-10T120000-daily.db');
    copyFileSync(file, made);
    return made;
  };

  test('are written anew as well, and one is made before, with everybody else in it', () => {
    const file = path();
    written(file, (store) => {
      add(store, 'Acme', 'stays');
      add(store, 'Xanthos', 'goes');
    });
    const made = backup(file);
    writeFileSync(`${made}.new-0123456789ab`, 'Xanthos, half a backup');
    const { rewritten } = forget(file, options, whomOf(file, 'Xanthos'), STAY);
    expect(rewritten).toEqual([made]);
    expect(bytesBeside(file)).not.toMatch(/xanthos|goes/i);
    expect(readdirSync(dirname(file)).sort()).toEqual(['journal-backups', 'journal.db']);
    expect(backupsOf(file).map(({ occasion }) => occasion)).toEqual(['forget', 'daily']);
    for (const each of backupsOf(file)) {
      expect(problems(each.file)).toEqual([]);
      expect(statSync(each.file).mode & 0o777).toBe(0o600);
      const store = open(each.file, clock, true);
      expect(store.customers().map(({ card }) => card.name)).toEqual(['Acme']);
    }
  });

  test('one that cannot be written anew is named, and the journal stays as it was', () => {
    const file = path();
    written(file, (store) => add(store, 'Xanthos', 'goes'));
    const made = backup(file);
    writeFileSync(made, readFileSync(made).fill(0xff, 8_192, 20_000));
    const before = readFileSync(file);
    const whom = whomOf(file, 'Xanthos');
    const error = refusal(() => forget(file, options, whom, STAY));
    expect(error.kind).toBe('journal');
    expect(error.message).toContain('2026-11-10T120000-daily.db cannot be written anew');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(backupFolder(file))).toEqual(['2026-11-10T120000-daily.db']);
  });
});

test('what was killed before the file was written anew is finished by the next call, once', () => {
  const file = path();
  written(file, (store) => {
    add(store, 'Acme');
    add(
      store,
      'Xanthos',
      ...Array.from({ length: 40 }, (_, at) => `goes ${at} ${'x'.repeat(300)}`),
    );
  });
  expect(finishForgetting(file, options)).toBe(false);
  const connection = new Connection(file, { readonly: false });
  connection.writing(() => {
    const identity = identityOf(connection, whomOf(file, 'Xanthos'));
    applyForgetting(connection, clock, planForgetting(connection, identity, STAY), false);
  });
  connection.close();
  const size = statSync(file).size;
  expect(finishForgetting(file, options)).toBe(true);
  expect(statSync(file).size).toBeLessThan(size);
  expect(finishForgetting(file, options)).toBe(false);
  const store = open(file, clock);
  expect(store.lastChanges(1).changes[0]?.change.command).toBe('forget');
  expect(existsSync(`${file}-journal`)).toBe(false);
});
