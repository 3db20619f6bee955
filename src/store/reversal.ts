import { RelError } from '../journal/error.ts';
import type { JournalLine } from '../journal/line.ts';
import { writeCustomer, writeEntry, writePerson, writeSettings } from '../journal/line.ts';
import type { Line } from './body.ts';
import type { ChangeLog } from './change-log.ts';
import type { Connection } from './connection.ts';
import { customerById } from './customer-rows.ts';
import { entryById } from './entry-rows.ts';
import { damaged } from './failures.ts';
import { lineOfOperation } from './operation-line.ts';
import {
  type Change,
  changeByKey,
  customersOfChange,
  type Operation,
  operationRowsInTurn,
} from './operation-rows.ts';
import { personById } from './person-rows.ts';
import { writeOutChange } from './recorded-operations.ts';
import { type Direction, stacksOf } from './reversal-rows.ts';
import { storedSettings } from './settings-row.ts';
import { type Counted, uncounted } from './counted.ts';
import type { Writer } from './writer.ts';

type Step = Pick<Operation, 'kind' | 'subject' | 'customer' | 'number' | 'before' | 'after'>;

/** An earlier change that was taken back, or brought back. */
export interface Reversed {
  readonly change: Change;
  /** What was done to the journal just now, in this order: `after` is how it is now. As many as were to be kept. */
  readonly steps: readonly Step[];
  /** How many there were. */
  readonly count: number;
}

/** Who looks on. */
export interface Onlooker {
  readonly counted?: Counted;
  /** Told the ids of the customers whom each change touches, while all is still as that one left it. */
  readonly before?: (customers: readonly string[]) => void;
  /** How many steps of each change are kept to be told; all where it is left out. An import has many. */
  readonly most?: number;
}

/**
 * Takes changes back in strict reverse order, or brings them back in the order they were made; so
 * each finds the journal as it left it, and nothing that builds on a change can be there without it.
 */
export function reverse(
  connection: Connection,
  writer: Writer,
  log: ChangeLog,
  does: Direction,
  count: number,
  { counted = uncounted, before, most = Infinity }: Onlooker,
): readonly Reversed[] {
  const { undo, redo, final } = stacksOf(connection);
  const stack = does === 'undo' ? undo : redo;
  const there = does === 'undo' ? undo.length - final : redo.length;
  if (there < count) throw final > 0 && does === 'undo' ? forgotten(there) : tooFew(does, there);
  const targets = stack.slice(stack.length - count).toReversed();
  return targets.map((target) => {
    const change = changeByKey(connection, target);
    log.reversal(does, target);
    writeOutChange(connection, target);
    before?.(customersOfChange(connection, target, END[does]));
    const steps: Step[] = [];
    let done = 0;
    const all = stepsOf(connection, target, does);
    for (const step of counted(all, does === 'undo' ? 'steps taken back' : 'steps done again')) {
      if (standing(connection, step) !== normal(step.before)) throw builtUpon(step, change);
      take(writer, step);
      if (done < most) steps.push(step);
      done += 1;
    }
    return { change, steps, count: done };
  });
}

function tooFew(does: Direction, there: number): RelError {
  const last = does === 'undo' ? 'nothing is left to undo' : 'nothing is left to redo';
  if (there === 0) {
    const why =
      does === 'undo' ? 'the journal is as it began' : 'nothing was undone since the last change';
    return new RelError('usage', `${last}: ${why}`, 'see what was done: rel history');
  }
  const changes = there === 1 ? 'only one change is' : `only ${there} changes are`;
  return new RelError(
    'usage',
    `${changes} left to ${does}`,
    `type rel ${does} ${there}; nothing was written`,
  );
}

function forgotten(there: number): RelError {
  const since =
    there === 0
      ? ''
      : `; since then there ${there === 1 ? 'is one change' : `are ${there} changes`} to undo`;
  return new RelError(
    'usage',
    `what rel forget erased cannot be undone, nor what was done before it${since}`,
    there === 0
      ? 'a wrong entry is still corrected with: rel edit, rel delete'
      : `type rel undo ${there}; nothing was written`,
  );
}

/** From which end the steps of a change are gone through. */
const END = { undo: 'last', redo: 'first' } as const;

/** What there is to do, without what each operation says beside that. Each has a row of its own by then. */
function* stepsOf(connection: Connection, target: number, does: Direction): Generator<Step> {
  const step = does === 'undo' ? backwards : forwards;
  for (const operation of operationRowsInTurn(connection, target, END[does])) yield step(operation);
}

const forwards = ({ kind, subject, customer, number, before, after }: Operation): Step => ({
  kind,
  subject,
  customer,
  number,
  before,
  after,
});

const backwards = (operation: Operation): Step => ({
  ...forwards(operation),
  before: operation.after,
  after: operation.before,
});

/** How the subject of the step is now, in the interchange form; null where there is none. */
function standing(connection: Connection, { kind, subject }: Step): string | null {
  const line = (written: Line | undefined) => (written ? JSON.stringify(written) : null);
  if (kind === 'settings') {
    const settings = storedSettings(connection);
    return line(settings && writeSettings(settings));
  }
  if (kind === 'customer') {
    const customer = customerById(connection, subject);
    return line(customer && writeCustomer(customer.card));
  }
  if (kind === 'person') {
    const person = personById(connection, subject);
    return line(person && writePerson(person));
  }
  const entry = entryById(connection, subject);
  return line(entry && writeEntry(entry));
}

/** As this program would write the line, which may be another's: fields in today's order. */
function normal(text: string | null): string | null {
  if (text === null) return null;
  const line = lineOfOperation(text);
  switch (line.is) {
    case 'settings':
      return JSON.stringify(writeSettings(line.settings));
    case 'customer':
      return JSON.stringify(writeCustomer(line.customer));
    case 'person':
      return JSON.stringify(writePerson(line.person));
    case 'entry':
      return JSON.stringify(writeEntry(line.entry));
  }
}

function builtUpon({ kind, number }: Step, { command }: Change): RelError {
  const what = kind === 'entry' && number !== null ? `entry #${number}` : `the ${kind}`;
  return new RelError(
    'usage',
    `${what} is no longer as “${command}” left it, so that cannot be taken back`,
    'see what happened to it: rel history; nothing was written',
  );
}

function take(writer: Writer, step: Step): void {
  if (step.after === null) remove(writer, step);
  else write(writer, step, lineOfOperation(step.after));
}

function remove(writer: Writer, { kind, subject }: Step): void {
  if (kind === 'settings') writer.putSettings(undefined);
  else if (kind === 'customer') writer.removeCustomer(subject);
  else if (kind === 'person') writer.removePerson(subject);
  else writer.removeEntry(subject);
}

function write(writer: Writer, { subject, before, number }: Step, line: JournalLine): void {
  const isNew = before === null;
  if (line.is === 'settings') writer.putSettings(line.settings);
  else if (line.is === 'customer' && isNew) {
    const card = { ...line.customer, id: subject };
    // The first version kept no places of cards.
    if (number === null) writer.addCustomer(card);
    else writer.restoreCustomer(card, number);
  } else if (line.is === 'customer') writer.replaceCustomer(subject, line.customer);
  else if (line.is === 'person' && isNew) {
    const person = { ...line.person, id: subject };
    if (number === null) writer.addPerson(person);
    else writer.restorePerson(person, number);
  } else if (line.is === 'person') writer.replacePerson({ ...line.person, id: subject });
  else if (!isNew) writer.replaceEntry(line.entry);
  else if (number === null) throw damaged('an operation (it has lost its number)');
  else writer.restoreEntry({ ...line.entry, seq: number });
}
