import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { day, open, tempFolder } from '../store/temp-journal.ts';

const program = join(import.meta.dirname, '../../bin/rel.js');

test('a program that reads from a socket may leave in the middle, with something unread in it', async () => {
  const path = join(tempFolder(), 'journal.db');
  const store = open(path);
  const note = 'x'.repeat(60_000);
  store.change('log', (writer) => {
    writer.addCustomer({ name: 'Acme' });
    for (let entry = 0; entry < 20; entry += 1)
      writer.addEntry({ type: 'drop', customer: 'Acme', on: day(2024, 1, 1), note });
  });
  store.close();
  const child = spawn(process.execPath, [program, 'export', 'journal', '--db', path]);
  let told = '';
  child.stderr.on('data', (piece: Buffer) => (told += piece.toString()));
  // Nobody reads; then as much as Node takes by itself is here, and the rest lies in the socket.
  while (child.stdout.readableLength === 0) await pause(10);
  await pause(50);
  child.stdout.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(told).toBe('');
});
