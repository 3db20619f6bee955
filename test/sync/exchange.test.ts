import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { textOf } from '../../src/journal/entry-text.ts';
import { Connection } from '../../src/store/connection.ts';
import { putBack } from '../../src/store/restore.ts';
import { salvageJournal } from '../../src/store/salvage.ts';
import { backUp } from '../../src/store/back-up.ts';
import { forget } from '../../src/store/forget.ts';
import type { Store } from '../../src/store/store.ts';
import { chainedLine, soundLines } from '../../src/sync/chained-lines.ts';
import { filesIn } from '../../src/sync/folder.ts';
import { areStrangers, refuseForgotten } from '../../src/sync/meeting.ts';
import { readShared } from '../../src/sync/take.ts';
import { ownHistory } from '../../src/store/exchange.ts';
import { day, refusal, tempFolder } from '../store/temp-journal.ts';
import { Device, type Files } from './devices.ts';

const ON = day(2026, 11, 16);

const log = (device: Device, customer: string, note: string): string => {
  device.wait(1_000);
  return device.use((store) =>
    store.change(`log ${customer}`, (writer) => {
      if (store.customerByName(customer) === undefined) writer.addCustomer({ name: customer });
      return writer.addEntry({ type: 'spoke', customer, on: ON, note }).id;
    }),
  );
};

const edit = (device: Device, id: string, note: string): void => {
  device.wait(1_000);
  device.use((store) =>
    store.change('edit', (writer) => {
      const entry = store.entryById(id);
      if (entry === undefined) throw new Error(`no ${id}`);
      writer.replaceEntry({ ...entry, note });
    }),
  );
};

const notes = (device: Device): readonly (string | undefined)[] =>
  device.use((store) => [...store.entries()].map(({ note }) => note));

const names = (device: Device): readonly string[] =>
  device.use((store) => store.customers().map(({ card }) => card.name));

const settle = (folder: Files, ...devices: readonly Device[]): void => {
  for (const device of [...devices, ...devices]) device.sync(folder);
  const [first, ...others] = devices.map((device) => device.exported());
  for (const other of others) expect(other).toBe(first);
};

/** Two devices that know the same. */
function pair(): { folder: Files; one: Device; two: Device } {
  const [one, two] = [new Device(), new Device('2026-11-16T13:31:00Z')];
  const folder: Files = new Map();
  log(one, 'Brazos', 'first');
  settle(folder, one, two);
  return { folder, one, two };
}

const lastId = (device: Device): string =>
  device.use((store) => [...store.entries()].at(-1)?.id ?? '');

describe('what several devices did', () => {
  test('comes together, and the second time there is nothing to do', () => {
    const { folder, one, two } = pair();
    log(one, 'Brazos', 'on one');
    log(two, 'Harlan', 'on two');
    settle(folder, one, two);
    expect(notes(one)).toEqual(['first', 'on one', 'on two']);
    const before = [...folder];
    expect(one.sync(folder).taken.fresh).toEqual([]);
    expect([...folder]).toEqual(before);
  });

  test('different fields of one entry both count; of the same one the later does, and both are told', () => {
    const { folder, one, two } = pair();
    const id = lastId(one);
    edit(two, id, 'by two');
    one.wait(60_000);
    one.use((store) =>
      store.change('edit', (writer) => {
        const entry = store.entryById(id);
        if (entry?.type === 'spoke') writer.replaceEntry({ ...entry, minutes: 5 });
      }),
    );
    edit(one, id, 'by one');
    one.sync(folder);
    const conflict = {
      is: 'conflict',
      kind: 'entry',
      name: 'spoke',
      number: 1,
      field: 'note',
      kept: '"by one"',
      other: '"by two"',
    };
    expect(two.sync(folder).notices).toEqual([conflict]);
    expect(one.sync(folder).notices).toEqual([conflict]);
    settle(folder, one, two);
    expect(one.exported()).toContain('"minutes":5');
    expect(notes(two)).toEqual(['by one']);
    edit(two, id, 'by two after all');
    settle(folder, one, two);
    expect(notes(one)).toEqual(['by two after all']);
  });

  test('limits of two rules are two things', () => {
    const { folder, one, two } = pair();
    const limit = (device: Device, rule: string): void => {
      device.wait(1_000);
      device.use((store: Store) =>
        store.change('config', (writer) => {
          const settings = store.settings();
          writer.putSettings({ ...settings, rules: { ...settings.rules, [rule]: { days: 9 } } });
        }),
      );
    };
    limit(one, 'silence');
    limit(two, 'payments');
    settle(folder, one, two);
    expect(two.use((store) => store.settings())).toEqual({
      rules: { silence: { days: 9 }, payments: { days: 9 } },
    });
  });

  test('a customer that both made is one, also for entries that come later and after it got another name', () => {
    const [one, two, three] = [
      new Device(),
      new Device('2026-11-16T13:31:00Z'),
      new Device('2026-11-16T13:32:00Z'),
    ];
    const folder: Files = new Map();
    log(one, 'Brazos', 'on one');
    log(two, 'BRAZOS', 'on two');
    two.sync(folder);
    three.sync(folder);
    one.sync(folder);
    // Three has not heard of it yet.
    log(three, 'Brazos', 'on three');
    one.wait(600_000);
    one.use((store) =>
      store.change('rename', (writer) => {
        const [customer] = store.customers();
        if (customer)
          writer.replaceCustomer(customer.id, { ...customer.card, name: 'Brazos Rentals' });
      }),
    );
    settle(folder, one, two, three);
    expect(names(three)).toEqual(['Brazos Rentals']);
    expect(notes(three)).toEqual(['on one', 'on two', 'on three']);
    for (const device of [one, two, three]) expect(device.problems()).toEqual([]);
    const id = two.use((store) => store.customers()[0]?.id);
    expect(
      two.use((store) => store.lastChanges(9, id).changes.map(({ change }) => change.command)),
    ).toEqual(['log Brazos', 'log BRAZOS', 'log Brazos', 'rename']);
  });

  test('whoever takes back a customer of their own leaves the one that another device made', () => {
    const [one, two] = [new Device(), new Device('2026-11-16T13:31:00Z')];
    const folder: Files = new Map();
    one.use((store) => store.change('add', (writer) => writer.addCustomer({ name: 'Brazos' })));
    two.use((store) => store.change('add', (writer) => writer.addCustomer({ name: 'Brazos' })));
    two.use((store) => store.change('undo', (writer) => writer.undo(1)));
    settle(folder, one, two);
    expect(names(two)).toEqual(['Brazos']);
  });

  test('what one device deleted stays where another one put something to it', () => {
    const { folder, one, two } = pair();
    one.use((store) =>
      store.change('delete', (writer) => {
        writer.removeEntry(lastIdIn(store));
        writer.removeCustomer(store.customers()[0]?.id ?? '');
      }),
    );
    log(two, 'Brazos', 'on two');
    one.sync(folder);
    two.sync(folder);
    expect(one.sync(folder).notices).toEqual([
      { is: 'kept', kind: 'customer', name: 'Brazos', number: null },
    ]);
    settle(folder, one, two);
    expect(notes(one)).toEqual(['on two']);
  });

  test('undo takes back what was done here, although something came in between', () => {
    const { folder, one, two } = pair();
    log(one, 'Brazos', 'on one');
    log(two, 'Harlan', 'on two');
    settle(folder, one, two);
    one.use((store) => store.change('undo', (writer) => writer.undo(1)));
    expect(notes(one)).toEqual(['first', 'on two']);
    one.use((store) => store.change('redo', (writer) => writer.redo(1)));
    one.use((store) => store.change('undo', (writer) => writer.undo(1)));
    settle(folder, one, two);
    expect(notes(two)).toEqual(['first', 'on two']);
    expect(two.use((store) => store.lastChanges(9).changes.map(({ stands }) => stands))).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('after it the numbers are those of all, and history finds an entry by them', () => {
    const { folder, one, two } = pair();
    log(two, 'Harlan', 'early on two');
    one.wait(600_000);
    log(one, 'Brazos', 'late on one');
    one.sync(folder);
    two.sync(folder);
    expect(one.sync(folder).renumbered).toBe(1);
    const number = (device: Device, note: string) =>
      device.use((store) => [...store.entries()].find((entry) => entry.note === note)?.seq ?? 0);
    expect(number(two, 'late on one')).toBe(3);
    expect(number(one, 'late on one')).toBe(3);
    expect(one.use((store) => store.changesOfEntry(2).map(({ change }) => change.command))).toEqual(
      ['log Harlan'],
    );
    log(one, 'Brazos', 'next');
    expect(number(one, 'next')).toBe(4);
  });
});

const lastIdIn = (store: Store): string => [...store.entries()].at(-1)?.id ?? '';

describe('files that are not as they should be', () => {
  test('one that is cut in a line is read up to it, and whole the next time', () => {
    const { folder, one, two } = pair();
    log(one, 'Brazos', 'second');
    log(one, 'Brazos', 'third');
    one.sync(folder);
    const [name = '', text = ''] = [...folder].find(([, each]) => each.includes('third')) ?? [];
    const cut = new Map([...folder, [name, text.slice(0, -20)]]);
    expect(two.sync(folder, cut).taken.remarks).toEqual([
      { file: name, is: 'cut', line: 5, days: null },
    ]);
    expect(notes(two)).toEqual(['first', 'second']);
    settle(folder, one, two);
    expect(notes(two)).toEqual(['first', 'second', 'third']);
  });

  test('a line that was changed is not taken, nor what follows', () => {
    const { folder, one } = pair();
    const three = new Device();
    const [name = '', text = ''] = [...folder][0] ?? [];
    const changed = new Map([[name, text.replace('"note":"first"', '"note":"forged"')]]);
    expect(three.sync(new Map(), changed).taken.remarks).toMatchObject([{ is: 'cut', line: 2 }]);
    expect(notes(three)).toEqual([]);
    expect(notes(one)).toEqual(['first']);
  });

  test('a line whose sum is right, and which is no JSON, is not taken', () => {
    const { text, sum } = chainedLine({ rel: 'sync' }, '');
    const rest = 'no JSON';
    const right = createHash('sha256').update(`${sum}\n${rest}`).digest('hex').slice(0, 16);
    const file = `${text}\n{"sum":"${right}",${rest}\n`;
    expect(soundLines(file)).toMatchObject({ lines: [{ rel: 'sync' }], isCut: true });
  });

  test('steps that were copied under the name of another change are not taken', () => {
    const { folder, one, two } = pair();
    const [text = ''] = folder.values();
    const { lines, sum } = soundLines(text);
    const change = lines.at(-1) as Record<string, unknown>;
    const again = chainedLine({ ...change, change: 'another' }, sum);
    const forged = new Map([['rel-forged.jsonl', `${text}${again.text}\n`]]);
    expect(two.sync(new Map(folder), forged).taken.remarks).toMatchObject([{ is: 'cut' }]);
    settle(folder, one, two);
    expect(notes(two)).toEqual(['first']);
  });

  test('a file that builds on another one waits for it', () => {
    const { folder, one, two } = pair();
    edit(two, lastId(two), 'by two');
    two.sync(folder);
    const three = new Device();
    const late = new Map([...folder].filter(([, text]) => text.includes('by two')));
    expect(three.sync(new Map(), late).taken.remarks).toMatchObject([{ is: 'waits' }]);
    settle(folder, one, two, three);
    expect(notes(three)).toEqual(['by two']);
  });

  test('what a newer rel wrote is left alone, and the others go on', () => {
    const { folder, two } = pair();
    const line = chainedLine({ rel: 'sync', form: 1, schema: 999, seen: [], forgotten: [] }, '');
    folder.set('rel-newer.jsonl', `${line.text}\n`);
    log(two, 'Brazos', 'on two');
    const { taken } = two.sync(folder);
    expect(taken.remarks).toEqual([{ file: 'rel-newer.jsonl', is: 'newer', line: 1, days: null }]);
    expect([...folder.values()].some((text) => text.includes('on two'))).toBe(true);
  });

  test('what an older rel wrote is taken whole', () => {
    const { folder } = pair();
    const [name = '', shared = ''] = [...folder][0] ?? [];
    let before = '';
    const older = soundLines(shared).lines.map((line) => {
      const said = { ...(line as object) };
      const { text, sum } = chainedLine('schema' in said ? { ...said, schema: 1 } : said, before);
      before = sum;
      return `${text}\n`;
    });
    const three = new Device('2026-11-16T13:32:00Z');
    expect(three.sync(new Map([[name, older.join('')]])).taken.remarks).toEqual([]);
    expect(notes(three)).toEqual(['first']);
  });

  test('a clock that is days ahead is not followed until the day has come', () => {
    const { folder, one, two } = pair();
    two.wait(3 * 86_400_000);
    log(two, 'Brazos', 'from the future');
    two.sync(folder);
    expect(one.sync(folder).taken.remarks).toMatchObject([{ is: 'ahead', days: 4 }]);
    expect(notes(one)).toEqual(['first']);
    one.wait(3 * 86_400_000);
    settle(folder, one, two);
    expect(notes(one)).toEqual(['first', 'from the future']);
  });

  test('what a lost file held comes back from whoever knew it', () => {
    const { folder, one, two } = pair();
    folder.clear();
    two.sync(folder);
    const three = new Device();
    settle(folder, three, one, two);
    expect(notes(three)).toEqual(['first']);
  });

  test('links are not followed, and the copies that a client makes are read', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'elsewhere'), 'secret');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'rel-link.jsonl'));
    mkdirSync(join(folder, 'rel-folder.jsonl'));
    writeFileSync(join(folder, 'rel-x (conflicted copy).jsonl'), 'copy');
    writeFileSync(join(folder, 'notes.jsonl'), 'others');
    expect(filesIn(folder)).toEqual([{ name: 'rel-x (conflicted copy).jsonl', text: 'copy' }]);
  });

  test('lines hold whatever line ends a checkout gave them', () => {
    const line = chainedLine({ a: 'é' }, '');
    expect(soundLines(`${line.text}\r\n`).lines).toEqual([{ a: 'é' }]);
  });
});

describe('a journal that is not what it was', () => {
  test('one that was restored gets its own changes back, and loses none made since', () => {
    const { folder, one, two } = pair();
    const backup = backUp(one.path, one.clock, 'asked');
    log(one, 'Brazos', 'after the backup');
    settle(folder, one, two);
    putBack(one.path, backup.file, one.clock);
    log(one, 'Brazos', 'after the restore');
    expect(one.sync(folder).isNewDevice).toBe(true);
    settle(folder, one, two);
    expect(notes(two)).toEqual(['first', 'after the backup', 'after the restore']);
    expect(one.problems()).toEqual([]);
  });

  test('one that was copied to another machine goes on as a device of its own', () => {
    const { folder, one } = pair();
    const copy = new Device();
    copyFileSync(one.path, copy.path);
    log(one, 'Brazos', 'on the first');
    log(copy, 'Brazos', 'on the copy');
    one.sync(folder);
    expect(copy.sync(folder).isNewDevice).toBe(true);
    log(copy, 'Brazos', 'later on the copy');
    settle(folder, one, copy);
    expect([...notes(one)].sort()).toEqual([
      'first',
      'later on the copy',
      'on the copy',
      'on the first',
    ]);
    for (const device of [one, copy]) expect(device.problems()).toEqual([]);
  });

  test('what was forgotten on one device does not come back from another', () => {
    const { folder, one, two } = pair();
    log(one, 'Mesa', 'stays');
    settle(folder, one, two);
    one.wait(1_000);
    const id = one.use((store) => store.customerByName('Brazos')?.id ?? '');
    forget(
      one.path,
      { clock: one.clock },
      { is: 'customer', id },
      {
        replace: false,
        also: [],
      },
    );
    const history = (device: Device) => ownHistory(device.path, { clock: device.clock });
    const read = (files: Files) => [...files].map(([name, text]) => readShared({ name, text }));
    expect(refusal(() => refuseForgotten(read(folder), history(one))).message).toContain(
      'before somebody was forgotten',
    );
    const anew: Files = new Map();
    one.sync(anew);
    expect([...anew.values()].join('')).not.toContain('Brazos');
    expect(refusal(() => refuseForgotten(read(anew), history(two))).message).toContain(
      'somebody was forgotten on the device',
    );
    const three = new Device();
    refuseForgotten(read(anew), history(three));
    settle(anew, one, three);
    expect(names(three)).toEqual(['Mesa']);
    expect(readFileSync(three.path).includes('Brazos')).toBe(false);
  });

  test('whoever two devices made is forgotten under both ids', () => {
    const [one, two] = [new Device(), new Device('2026-11-16T13:31:00Z')];
    const folder: Files = new Map();
    log(one, 'Brazos', 'words on one');
    log(two, 'BRAZOS', 'words on two');
    settle(folder, one, two);
    one.wait(600_000);
    const id = one.use((store) => store.customers()[0]?.id ?? '');
    one.use((store) =>
      store.change('rename', (writer) => writer.replaceCustomer(id, { name: 'Mesa' })),
    );
    // Somebody else is called so now.
    log(one, 'Brazos', 'stays');
    forget(one.path, { clock: one.clock }, { is: 'customer', id }, { replace: false, also: [] });
    const bytes = readFileSync(one.path);
    for (const word of ['words', 'BRAZOS', 'Mesa']) expect(bytes.includes(word)).toBe(false);
    expect(notes(one)).toEqual(['stays']);
    expect(one.problems()).toEqual([]);
  });

  test('two that never met are strangers, and an empty one is not', () => {
    const { folder, one } = pair();
    const files = [...folder].map(([name, text]) => readShared({ name, text }));
    const other = new Device();
    const history = (device: Device) => ownHistory(device.path, { clock: device.clock });
    expect(areStrangers(files, history(other))).toBe(false);
    log(other, 'Harlan', 'alone');
    expect(areStrangers(files, history(other))).toBe(true);
    expect(areStrangers(files, history(one))).toBe(false);
  });
});

test('what is kept once is so on each device, and tells the same', () => {
  const [one, two] = [new Device(), new Device()];
  const folder: Files = new Map();
  one.use((store) =>
    store.change('import x.jsonl', (writer) => {
      writer.addCustomer({ name: 'Acme' });
      for (let number = 1; number <= 9; number += 1)
        writer.intake('once', 1).add(
          textOf({
            type: 'spoke',
            id: `e${number}`,
            customer: 'Acme',
            on: ON,
            note: `${number}`,
          }),
        );
    }),
  );
  edit(one, 'e4', 'otherwise');
  one.sync(folder);
  two.sync(folder);
  edit(two, 'e7', 'otherwise too');
  two.sync(folder);
  one.sync(folder);
  const [first, second] = [one, two].map((device) => ({
    exported: device.exported(),
    operations: device.use((store) => [...store.operations()]),
    rows: rowsOf(device),
    problems: device.problems(),
  }));
  expect(first).toEqual(second);
  // The card, and two entries with an edit each; all others are in three runs.
  expect(first).toMatchObject({ problems: [], rows: { operation: 5, addition: 3 } });
});

const rowsOf = (device: Device) => {
  const connection = new Connection(device.path, { readonly: true });
  try {
    const [operation, addition] = connection
      .statement('SELECT (SELECT count(*) FROM operation), (SELECT count(*) FROM addition)')
      .get() as readonly [number, number];
    return { operation, addition };
  } finally {
    connection.close();
  }
};

test('what both devices imported is kept once for one of the two imports, and told of both', () => {
  const [one, two] = [new Device(), new Device('2026-11-16T13:31:00Z')];
  const folder: Files = new Map();
  for (const [device, first] of [
    [one, 1],
    [two, 3],
  ] as const)
    device.use((store) =>
      store.change('import x.jsonl', (writer) => {
        writer.addCustomer({ id: 'acme', name: 'Acme' });
        for (let number = first; number <= 9; number += 1)
          writer
            .intake('once', 1)
            .add(textOf({ type: 'spoke', id: `e${number}`, customer: 'Acme', on: ON }));
      }),
    );
  settle(folder, one, two);
  const steps = [one, two].map((device) => device.use((store) => [...store.operations()]));
  expect(steps[0]).toEqual(steps[1]);
  expect(steps[0]).toHaveLength(2 + 9 + 7);
  for (const device of [one, two]) {
    expect(device.problems()).toEqual([]);
    expect(rowsOf(device)).toMatchObject({ operation: 2 + 7, addition: 1 });
    expect(
      salvageJournal(device.path, `${device.path}.saved`, device.clock, 'salvage'),
    ).toMatchObject({
      pages: { damaged: 0 },
      undo: { all: true },
    });
  }
  edit(two, 'e5', 'otherwise');
  settle(folder, one, two);
  expect(one.problems()).toEqual([]);
});
