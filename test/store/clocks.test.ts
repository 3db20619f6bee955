import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { HybridClock } from '../../src/store/hybrid-clock.ts';
import { uuidv7 } from '../../src/store/uuid.ts';
import { timestamp } from '../../src/journal/clock.ts';
import { FixedClock, open, tempFolder } from './temp-journal.ts';

const isSorted = (texts: readonly string[]) =>
  texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') < text);

describe('the hybrid clock', () => {
  test('goes on while the wall clock stands, and follows when that moves', () => {
    const wall = new FixedClock('2026-01-01T00:00:00Z');
    const clock = new HybridClock(wall, 'device', '');
    const readings = [clock.tick(), clock.tick()];
    wall.set('2026-01-01T00:00:00.001Z');
    readings.push(clock.tick());
    expect(readings).toEqual([
      '001767225600000-00000-device',
      '001767225600000-00001-device',
      '001767225600001-00000-device',
    ]);
  });

  test('never goes back when the wall clock is set back, nor behind the last reading stored', () => {
    const wall = new FixedClock('2026-01-02T00:00:00Z');
    const first = new HybridClock(wall, 'device', '');
    const readings = [first.tick()];
    wall.set('2020-01-01T00:00:00Z');
    readings.push(first.tick());
    const second = new HybridClock(wall, 'device', readings.at(-1) ?? '');
    readings.push(second.tick(), second.tick());
    expect(isSorted(readings)).toBe(true);
  });

  test('borrows a millisecond when its counter is full', () => {
    const wall = new FixedClock('2026-01-01T00:00:00Z');
    const clock = new HybridClock(wall, 'device', '001767225600000-ffffe-device');
    expect([clock.tick(), clock.tick()]).toEqual([
      '001767225600000-fffff-device',
      '001767225600001-00000-device',
    ]);
  });

  test('of a journal stays in order over commands, although the computer is set back in between', () => {
    const path = join(tempFolder(), 'journal.db');
    const clock = new FixedClock('2026-06-01T12:00:00Z');
    for (const [at, instant] of [
      '2026-06-01',
      '2026-05-01',
      '2026-05-02',
      '2026-07-01',
    ].entries()) {
      clock.set(`${instant}T12:00:00Z`);
      const store = open(path, clock);
      store.change('add', (writer) => writer.addCustomer({ name: `Customer ${at}` }));
      store.close();
    }
    const operations = [...open(path).operations()];
    expect(operations).toHaveLength(4);
    expect(isSorted(operations.map((operation) => operation.clock))).toBe(true);
    expect(operations.map(({ change }) => change.at.slice(0, 10))).toEqual([
      '2026-06-01',
      '2026-05-01',
      '2026-05-02',
      '2026-07-01',
    ]);
  });
});

describe('a UUID of version 7', () => {
  test('has its form, its time, and its order although the clock stands or goes back', () => {
    const clock = new FixedClock('2100-01-01T00:00:00Z');
    const chance = { chance: () => randomUUID().replaceAll('-', '').slice(0, 16) };
    const ids = Array.from({ length: 10_000 }, (_, at) => {
      if (at === 5_000) clock.set('1999-01-01T00:00:00Z');
      return uuidv7(clock, chance);
    });
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !form.test(id))).toEqual([]);
    expect(isSorted(ids)).toBe(true);
    const millis = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
    expect(new Date(millis).toISOString()).toBe('2100-01-01T00:00:00.000Z');
  });
});

test.each([
  ['+01:00', '2026-11-17T00:30:00.000+01:00'],
  ['-03:30', '2026-11-16T20:00:00.000-03:30'],
  ['+00:00', '2026-11-16T23:30:00.000+00:00'],
])('a timestamp shows the wall clock at %s', (offset, shown) => {
  const clock = new FixedClock('2026-11-16T23:30:00Z');
  expect(
    timestamp({ now: () => clock.now(), today: () => clock.today(), offset: () => offset }),
  ).toBe(shown);
});
