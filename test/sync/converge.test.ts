import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../src/journal/days.ts';
import { RelError } from '../../src/journal/error.ts';
import { readBook } from '../../src/commands/book.ts';
import { findingRows, verdictRow } from '../../src/export/tables.ts';
import { reviewOf } from '../../src/verdict/review.ts';
import { day } from '../store/temp-journal.ts';
import { Device, type Files } from './devices.ts';
import { COMMAND_NAMES, type CommandName, doCommand } from './random-commands.ts';

/** One command: what it does, and a number from which it takes its choices. */
interface Command {
  readonly does: CommandName;
  readonly by: number;
}

/** A command that is refused changes nothing, as in a terminal. */
function type(device: Device, command: Command): void {
  device.use((store) => {
    try {
      store.change(command.does, (writer) => {
        doCommand(store, writer, command.does, command.by);
      });
    } catch (error) {
      if (!(error instanceof RelError)) throw error;
    }
  });
}

const command = fc.record({
  does: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<CommandName>('log', 'promise') },
    { weight: 5, arbitrary: fc.constantFrom(...COMMAND_NAMES) },
  ),
  by: fc.nat(1000),
});
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ device: fc.nat(2), command, wait: fc.nat(5000) }) },
  // A sync that sees some files cut short, as a copy that was interrupted or came late.
  {
    weight: 2,
    arbitrary: fc.record({ device: fc.nat(2), cut: fc.array(fc.nat(100), { maxLength: 3 }) }),
  },
);

const AS_OF = day(2026, 11, 20);

const reviewOn = (device: Device, known?: Day): string =>
  device.use((store) => {
    const { accounts, settings } = readBook(store, known);
    const { customers } = reviewOf(accounts, settings, AS_OF);
    return JSON.stringify(customers.flatMap((each) => [verdictRow(each), ...findingRows(each)]));
  });

/** All that was ever done, with the numbers that it goes under. */
const historyOn = (device: Device): string =>
  device.use((store) => JSON.stringify([...store.operations()]));

/** The entries that nobody ever deleted. */
const undeletedOn = (device: Device): readonly string[] =>
  device.use((store) => {
    const operations = [...store.operations()].filter(({ kind }) => kind === 'entry');
    const deleted = new Set(
      operations.filter(({ after }) => after === null).map(({ subject }) => subject),
    );
    return [...new Set(operations.map(({ subject }) => subject))].filter((id) => !deleted.has(id));
  });

describe('three devices', () => {
  test('hold the same journal once all have exchanged all, in whatever order and however often copies were cut', () => {
    const runs = Number(process.env['SYNC_RUNS'] ?? 10);
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 40 }), (steps) => {
        const devices = [
          '2026-11-16T13:30:00Z',
          '2026-11-16T13:30:30Z',
          '2026-11-16T09:00:00Z',
        ].map((at) => new Device(at));
        const folder: Files = new Map();
        for (const each of steps) {
          const device = devices[each.device];
          if (device === undefined) continue;
          if ('command' in each) {
            device.wait(each.wait);
            type(device, each.command);
          } else {
            const seen: Files = new Map(
              [...folder].map(([name, text], at) => {
                const part = each.cut[at] ?? 100;
                return [name, text.slice(0, Math.ceil((text.length * part) / 100))];
              }),
            );
            device.sync(folder, seen);
          }
        }
        for (let round = 0; round < 2; round += 1)
          for (const device of devices) device.sync(folder);
        const [first, ...others] = devices.map((device) => device.exported());
        for (const other of others) expect(other).toBe(first);
        for (const device of devices) expect(device.problems()).toEqual([]);
        const [told, ...tellings] = devices.map(historyOn);
        for (const other of tellings) expect(other).toBe(told);
        const [review, ...reviews] = devices.map((device) => reviewOn(device));
        for (const other of reviews) expect(other).toBe(review);
        for (const device of devices) expect(reviewOn(device, AS_OF)).toBe(review);
        for (const device of devices)
          for (const id of undeletedOn(device)) expect(first).toContain(`"id":"${id}"`);
        // Nothing is left to exchange.
        for (const device of devices) expect(device.sync(folder).taken.remarks).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
