import { type Clock, timestamp } from '../journal/clock.ts';
import type { Customer, Person } from '../journal/entry.ts';
import { type EntryText, lineOfText } from '../journal/entry-text.ts';
import { writeCustomer, writePerson, writeSettings } from '../journal/line.ts';
import type { Settings } from '../journal/settings.ts';
import { type Addition, insertAddition } from './addition-rows.ts';
import type { Line } from './body.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { damaged } from './failures.ts';
import { HybridClock, readingAfter } from './hybrid-clock.ts';
import type { NextKeys } from './next-keys.ts';
import { insertChange, insertOperation, type Operation } from './operation-rows.ts';
import { writeOutEntry } from './recorded-operations.ts';
import { type Direction, insertReversal } from './reversal-rows.ts';
import { uuidv7 } from './uuid.ts';

interface Opened {
  readonly change: number;
  readonly device: string;
  readonly hybrid: HybridClock;
  /** One change happens at one moment, however long it takes to write. */
  readonly moment: Pick<Clock, 'now'>;
}

/** Whether the record of changes has an entry a second time, or says only that it came, as one of many. */
export type Kept = 'once' | 'twice';

type Step<T> = readonly [before: T | undefined, after: T | undefined];
type Subject = Pick<Operation, 'kind' | 'subject' | 'customer' | 'number'>;

/**
 * Records what one command does, in the same transaction. A step that changes nothing is left out,
 * and a command without steps leaves no trace.
 */
export class ChangeLog {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #keys: NextKeys;
  readonly #command: string;
  #opened: Opened | undefined;
  #lastReading = '';
  /** Of many entries those that were added last, one after another. */
  #added: Addition | undefined;

  constructor(connection: Connection, clock: Clock, keys: NextKeys, command: string) {
    this.#connection = connection;
    this.#clock = clock;
    this.#keys = keys;
    this.#command = command;
  }

  settings(...step: Step<Settings>): void {
    this.#record(
      { kind: 'settings', subject: 'settings', customer: null, number: null },
      step,
      writeSettings,
    );
  }

  customer(id: string, key: number, ...step: Step<Customer>): void {
    this.#record({ kind: 'customer', subject: id, customer: id, number: key }, step, writeCustomer);
  }

  /** @param customer the id of the person's customer, after the step where that differs */
  person(customer: string, id: string, key: number, ...step: Step<Person>): void {
    this.#record({ kind: 'person', subject: id, customer, number: key }, step, writePerson);
  }

  /** @param customer the id of the entry's customer, after the step where that differs */
  entry(customer: string, id: string, seq: number, ...step: Step<Line>): void {
    this.#record({ kind: 'entry', subject: id, customer, number: seq }, step, (line) => line);
  }

  /** This change takes an earlier one back, or brings it back; its operations come beside this. */
  reversal(does: Direction, target: number): void {
    this.#opened ??= this.#open();
    const { change } = this.#opened;
    insertReversal(this.#connection, this.#keys.take('reversal'), { change, does, target });
  }

  /** @param customer the id of the entry's customer */
  addedEntry(customer: string, text: EntryText): void {
    const { id, seq } = text;
    this.#write({ kind: 'entry', subject: id, customer, number: seq }, null, lineOfText(text));
  }

  /** Entries that are some of many: what is recorded of them is that they came. @param number the first one's */
  addedTogether(number: number, count: number): void {
    const first = this.#keys.next('operation');
    this.#keys.took('operation', first + count - 1);
    const run = this.#added;
    if (run !== undefined && first === run.first + run.count && number === run.number + run.count) {
      this.#added = { ...run, count: run.count + count };
      return;
    }
    this.#endRun();
    this.#opened ??= this.#open();
    const { change, hybrid, moment } = this.#opened;
    const id = uuidv7(moment, this.#connection);
    this.#added = { first, id, change, number, count, clock: hybrid.tick() };
  }

  /** An entry is about to be changed or removed. */
  touching(number: number): void {
    this.#endRun();
    writeOutEntry(this.#connection, number);
  }

  #endRun(): void {
    const run = this.#added;
    if (run === undefined || this.#opened === undefined) return;
    this.#added = undefined;
    insertAddition(this.#connection, run);
    this.#keys.given('operation', run.first + run.count - 1);
    this.#lastReading = readingAfter(run.clock, run.count - 1);
    const { moment, device } = this.#opened;
    this.#opened = {
      ...this.#opened,
      hybrid: new HybridClock(moment, device, this.#lastReading),
    };
  }

  #record<T>(subject: Subject, step: Step<T>, write: (held: T) => Line): void {
    const line = (held: T | undefined) => (held === undefined ? null : JSON.stringify(write(held)));
    const [before, after] = [line(step[0]), line(step[1])];
    if (before !== after) this.#write(subject, before, after);
  }

  #write(subject: Subject, before: string | null, after: string | null): void {
    this.#endRun();
    this.#opened ??= this.#open();
    const { change, hybrid, moment } = this.#opened;
    this.#lastReading = hybrid.tick();
    const id = uuidv7(moment, this.#connection);
    const operation = { ...subject, before, after, id, clock: this.#lastReading };
    insertOperation(this.#connection, this.#keys.take('operation'), change, operation);
  }

  /**
   * Keeps the clock's last reading for the next change; to be called once, before the transaction
   * ends.
   */
  finish(): void {
    this.#endRun();
    if (this.#opened === undefined) return;
    const crc = checksum('meta', this.#opened.device, this.#lastReading);
    this.#connection.statement('UPDATE meta SET clock = ?, crc = ?').run(this.#lastReading, crc);
  }

  #open(): Opened {
    const row = this.#connection.statement('SELECT device, clock, crc FROM meta').get();
    if (row === undefined) throw damaged('it no longer knows its device');
    const [device, last, crc] = row as readonly [device: string, clock: string, crc: number];
    if (checksum('meta', device, last) !== crc) throw damaged('the device and its clock');
    const now = this.#clock.now();
    const moment = { now: () => now };
    const key = this.#keys.take('change');
    insertChange(this.#connection, key, {
      id: uuidv7(moment, this.#connection),
      command: this.#command,
      device,
      at: timestamp(this.#clock),
      day: this.#clock.today(),
    });
    return { change: key, device, hybrid: new HybridClock(moment, device, last), moment };
  }
}
