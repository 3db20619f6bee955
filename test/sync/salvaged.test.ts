import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { ownHistory } from '../../src/store/exchange.ts';
import { forget } from '../../src/store/forget.ts';
import { salvageJournal } from '../../src/store/salvage.ts';
import { openStore } from '../../src/store/store.ts';
import { forgottenIn } from '../../src/sync/meeting.ts';
import { day, refusal, tempFolder } from '../store/temp-journal.ts';
import { Device, type Files } from './devices.ts';

/* What is saved of a sound journal is all of it, also of what came from another device. */

function log(device: Device, customer: string, note: string): void {
  device.wait(1_000);
  device.use((store) => {
    store.change(`log ${customer}`, (writer) => {
      if (store.customerByName(customer) === undefined) writer.addCustomer({ name: customer });
      writer.addEntry({ type: 'spoke', customer, on: day(2026, 11, 16), note });
    });
  });
}

function reverse(device: Device, does: 'undo' | 'redo'): void {
  device.wait(1_000);
  device.use((store) => store.change(does, (writer) => writer[does](1)));
}

/** Two that made the same customer, and know of each other. */
function pair(): readonly [one: Device, two: Device] {
  const [one, two] = [new Device(), new Device('2026-11-16T13:31:00Z')];
  const folder: Files = new Map();
  log(one, 'Brazos', 'on one');
  log(two, 'BRAZOS', 'on two');
  log(two, 'Mesa', 'on two, too');
  reverse(two, 'undo');
  log(one, 'Harlan', 'last');
  reverse(one, 'undo');
  for (const each of [one, two, one, two]) each.sync(folder);
  return [one, two];
}

function saved(device: Device) {
  const out = join(tempFolder(), 'saved.db');
  device.wait(1_000);
  const { undo } = salvageJournal(device.path, out, device.clock, 'doctor --salvage saved.db');
  expect(undo.all).toBe(true);
  return out;
}

/** All that is there, and all that was ever done. */
function told(path: string, device: Device) {
  const store = openStore(path, { clock: device.clock, create: false, readonly: true });
  try {
    return {
      cards: store.customers(),
      entries: [...store.entries()],
      changes: store.lastChanges(100).changes,
    };
  } finally {
    store.close();
  }
}

test('a customer whom two devices made stays one, whatever they are called now', () => {
  const [one] = pair();
  expect(told(saved(one), one)).toEqual(told(one.path, one));
  one.use((store) => {
    const [brazos] = store.customers();
    if (brazos === undefined) throw new Error('nobody is there');
    store.change('rename', (writer) => writer.replaceCustomer(brazos.id, { name: 'Brazos Two' }));
  });
  expect(told(saved(one), one)).toEqual(told(one.path, one));
});

test('what each device took back can be brought back there', () => {
  for (const device of pair()) {
    const out = saved(device);
    expect(told(out, device).changes).toHaveLength(6);
    expect(told(out, device)).toEqual(told(device.path, device));
    const store = openStore(out, { clock: device.clock, create: false });
    store.change('redo', (writer) => writer.redo(1));
    expect(store.customers()).toHaveLength(2);
    store.close();
  }
});

test('what was forgotten stays so, for undo and for other devices', () => {
  const [one] = pair();
  log(one, 'Mesa', 'stays');
  one.wait(1_000);
  const id = one.use((store) => store.customerByName('Brazos')?.id ?? '');
  forget(one.path, { clock: one.clock }, { is: 'customer', id }, { replace: false, also: [] });
  const forgotten = (path: string) => forgottenIn(ownHistory(path, { clock: one.clock }));
  const out = saved(one);
  expect(forgotten(out)).toEqual(forgotten(one.path));
  expect(forgotten(out)).toHaveLength(1);
  const store = openStore(out, { clock: one.clock, create: false });
  const undo = () => store.change('undo', (writer) => writer.undo(1));
  expect(refusal(undo).message).toContain('what rel forget erased cannot be undone');
  store.close();
});

test('of a journal in which all was undone there is what was done', () => {
  const device = new Device();
  log(device, 'Brazos', 'undone');
  reverse(device, 'undo');
  const out = saved(device);
  const store = openStore(out, { clock: device.clock, create: false });
  store.change('redo', (writer) => writer.redo(1));
  expect([...store.entries()]).toMatchObject([{ note: 'undone' }]);
  store.close();
});
