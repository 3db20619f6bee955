import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import type { Clock } from '../journal/clock.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Verdict } from '../journal/vocabulary.ts';
import { checksum } from './checksum.ts';
import { Connection } from './connection.ts';
import { createJournal } from './create-journal.ts';
import { insertCustomer } from './customer-rows.ts';
import { insertEntry } from './insert-entries.ts';
import { systemError } from './failures.ts';
import { noteGiven } from './next-keys.ts';
import { insertChange } from './operation-rows.ts';
import { insertPerson } from './person-rows.ts';
import { writeReview } from './review-rows.ts';
import { insertReversal } from './reversal-rows.ts';
import { choose, type Chosen } from './salvage-choose.ts';
import { type Finds, findRows } from './salvage-find.ts';
import { historyOf, type NewHistory } from './salvage-history.ts';
import { type KeptLog, keptLog } from './salvage-log.ts';
import { readPages } from './salvage-pages.ts';
import { readRecords } from './salvage-records.ts';
import { writeSettingsRow } from './settings-row.ts';
import { type Counted, uncounted } from './counted.ts';
import { problemsOf } from './verify.ts';
import { writeOperations } from './write-operations.ts';

/** What could be saved of a journal, and what could not. */
export interface Salvaged {
  readonly chosen: Chosen;
  /** Changes of the old journal that can still be undone; `all` where none is missing. */
  readonly undo: { readonly kept: number; readonly all: boolean };
  readonly pages: { readonly all: number; readonly damaged: number };
}

/**
 * Writes what the pages of a journal still hold into a new journal. The old one is read as bytes and stays as it is.
 * Throws RelError('usage') where the new one exists, RelError('journal') where nothing can be saved.
 * @param file the old journal, links followed
 * @param out where the new one goes
 * @param command what was typed
 */
export function salvageJournal(
  file: string,
  out: string,
  clock: Clock,
  command: string,
  counted: Counted = uncounted,
): Salvaged {
  refuseTaken(out);
  const pages = read(file);
  const reading = readRecords(pages);
  const finds = findRows({ ...reading, records: counted(reading.records, 'rows found') });
  const log = keptLog(finds);
  const chosen = choose(finds, log);
  const isNothing = chosen.customers.length === 0 && chosen.settings === undefined;
  // All of it may have been undone.
  if (isNothing && (log.changes.size === 0 || log.wholeFrom > 0))
    throw new RelError('journal', `nothing of a journal is left in ${file}`, 'rel restore latest');
  const history = writeNew(out, { finds, log, chosen, counted }, clock, command);
  return {
    chosen,
    undo: { kept: history.kept, all: history.kept === log.changes.size && log.wholeFrom === 0 },
    pages: { all: pages.count, damaged: finds.damagedPages.size },
  };
}

function refuseTaken(out: string): void {
  if (lstatSync(out, { throwIfNoEntry: false }) === undefined) return;
  throw new RelError('usage', `${out} exists already`, 'name a file that does not exist');
}

function read(file: string) {
  try {
    return readPages(file);
  } catch (error) {
    throw systemError(error, file);
  }
}

interface Saved {
  readonly finds: Finds;
  readonly log: KeptLog;
  readonly chosen: Chosen;
  readonly counted: Counted;
}

/** Under another name until it is whole, so that a killed rel leaves nothing that looks like it. */
function writeNew(out: string, saved: Saved, clock: Clock, command: string): NewHistory {
  const draft = `${out}.saved-${randomBytes(6).toString('hex')}`;
  try {
    createJournal(draft, clock);
    const history = fill(draft, saved, clock, command);
    publish(draft, out);
    return history;
  } catch (error) {
    throw systemError(error, out);
  } finally {
    for (const left of [draft, `${draft}-journal`]) if (existsSync(left)) unlinkSync(left);
  }
}

function publish(draft: string, out: string): void {
  try {
    // Unlike another name, a link never takes the place of what came meanwhile.
    linkSync(draft, out);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuseTaken(out);
    renameSync(draft, out);
  }
}

function fill(draft: string, saved: Saved, clock: Clock, command: string): NewHistory {
  const connection = new Connection(draft, { readonly: false });
  try {
    const history = connection.writing(() => {
      const device = writeDevice(connection, saved);
      const made = historyOf(saved.chosen, saved.log, {
        clock,
        chance: connection,
        device,
        command,
      });
      writeBook(connection, saved);
      writeHistory(connection, made, saved.counted);
      writeReviews(connection, saved.finds);
      writeCounters(connection, saved);
      return made;
    });
    const [problem] = problemsOf(connection, (rows) => saved.counted(rows, 'rows checked'));
    if (problem !== undefined) throw new Error(`the new journal is not sound: ${problem}`);
    return history;
  } finally {
    connection.close();
  }
}

const READING = /^\d{15}-[0-9a-f]{5}-(.+)$/;

/** The new journal goes on as the same device, with a clock that does not go back. */
function writeDevice(connection: Connection, { finds, log }: Saved): string {
  const [row] = finds.rows('meta').values();
  const readings = log.operations.map(({ clock }) => clock);
  const last = readings.reduce((a, b) => (a > b ? a : b), String(row?.values[2] ?? ''));
  const [made] = connection.statement('SELECT device FROM meta').get() as readonly [string];
  const device = row === undefined ? (READING.exec(last)?.[1] ?? made) : String(row.values[1]);
  connection
    .statement('UPDATE meta SET device = ?, clock = ?, crc = ?')
    .run(device, last, checksum('meta', device, last));
  return device;
}

function writeHistory(
  connection: Connection,
  { changes, operations, reversals }: NewHistory,
  counted: Counted,
): void {
  for (const { key, ...change } of changes) insertChange(connection, key, change);
  writeOperations(connection, operations, counted);
  for (const { key, ...reversal } of reversals) insertReversal(connection, key, reversal);
}

function writeBook(connection: Connection, { chosen, counted }: Saved): void {
  const { settings, customers, people, entries } = chosen;
  if (settings !== undefined) writeSettingsRow(connection, settings);
  for (const customer of customers) insertCustomer(connection, customer);
  for (const { key, customer, person } of people) insertPerson(connection, key, customer, person);
  for (const { customer, text } of counted(entries, 'entries saved'))
    insertEntry(connection, customer, text);
}

function writeReviews(connection: Connection, finds: Finds): void {
  for (const { values } of finds.rows('review').values()) {
    const [, day, at, verdicts] = values as unknown as readonly [number, Day, string, string];
    const shown = JSON.parse(verdicts) as Readonly<Record<string, Verdict>>;
    writeReview(connection, { day, verdicts: shown }, at);
  }
}

/** No number is ever given twice, not even that of what was lost or deleted. */
function writeCounters(connection: Connection, { finds, log }: Saved): void {
  const highest = new Map(finds.counters);
  const note = (table: string, key: number): void => {
    highest.set(table, Math.max(key, highest.get(table) ?? 0));
  };
  for (const { kind, number, seq } of log.operations) {
    note('operation', seq);
    if (number !== null) note(kind, number);
  }
  for (const seq of finds.listed.keys()) note('entry', seq);
  for (const key of log.changes.keys()) note('change', key);
  for (const table of ['customer', 'person', 'entry', 'change', 'operation', 'reversal']) {
    const least = highest.get(table);
    if (least !== undefined) noteGiven(connection, table, least);
  }
}
