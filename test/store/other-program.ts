// What the other processes of the tests do: other-program.cjs COMMAND PATH [ARGUMENTS]
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { Clock } from '../../src/journal/clock.ts';
import type { Day } from '../../src/journal/days.ts';
import { RelError } from '../../src/journal/error.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Writer } from '../../src/store/writer.ts';

const clock: Clock = {
  now: () => new Date(),
  today: () => Math.floor(Date.now() / 86_400_000) as Day,
  offset: () => '+00:00',
};

const say = (line: string) => writeSync(1, `${line}\n`);

function add(writer: Writer, id: string, note: string): void {
  writer.addEntry({ type: 'drop', id, customer: 'Acme', on: clock.today(), note });
}

/** Logs entries one by one, each printed when it is stored. */
function log(store: Store, name: string, count: number): void {
  store.change('customer', (writer) => {
    if (store.customerByName('Acme') === undefined) writer.addCustomer({ name: 'Acme' });
  });
  for (let at = 0; at < count; at += 1) {
    store.change('log', (writer) => add(writer, `${name}-${at}`, 'x'));
    say(`${name}-${at}`);
  }
}

/**
 * One change of many megabytes, left in its middle by kill -9 once a part of it has reached the
 * file.
 */
function die(store: Store): void {
  store.change('import', (writer) => {
    writer.addCustomer({ name: 'Never' });
    for (let at = 0; at < 3_000; at += 1) add(writer, `lost-${at}`, 'x'.repeat(8_000));
    say('in the middle');
    process.kill(process.pid, 'SIGKILL');
  });
}

function run([command, path = '', ...rest]: readonly string[]): void {
  if (command === 'make') say('about to make it');
  const store = openStore(path, { clock, create: true });
  if (command === 'log') log(store, rest[0] ?? '', Number(rest[1]));
  if (command === 'die') die(store);
  store.close();
}

try {
  run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof RelError)) throw error;
  writeSync(2, `${error.kind}: ${error.message}\n${error.hint ?? ''}\n`);
  process.exitCode = 3;
}
