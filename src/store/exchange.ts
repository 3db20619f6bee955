import type { Clock } from '../journal/clock.ts';
import { RelError } from '../journal/error.ts';
import { checksum } from './checksum.ts';
import type { Connection } from './connection.ts';
import { createJournal } from './create-journal.ts';
import { allEntryTexts } from './entry-rows.ts';
import { type ExchangeNotice, noticesOf } from './exchange-notices.ts';
import { damaged } from './failures.ts';
import { isForgettingUnfinished } from './forget-changes.ts';
import { refuseHiddenRows, refuseHiddenSteps } from './hidden-rows.ts';
import { inspectJournal, journalExists } from './journal-file.ts';
import { inPlace, type ReplayedBook, replayedBook } from './replay-book.ts';
import { replaceRows } from './replace-rows.ts';
import { heldIn, isTold } from './told.ts';
import { connectUpToDate } from './up-to-date.ts';
import { uuidv7 } from './uuid.ts';
import { type Counted, uncounted } from './counted.ts';
import { replaceChanges, type WholeChange, wholeChanges } from './whole-changes.ts';

export interface ExchangeOptions {
  readonly clock: Clock;
  /** As in OpenOptions. */
  readonly onWait?: (() => void) | undefined;
  readonly counted?: Counted;
}

/** A journal, as its device tells the others of it. */
export interface OwnHistory {
  readonly device: string;
  readonly changes: readonly WholeChange[];
}

export interface Exchanged {
  readonly own: OwnHistory;
  /** Of the changes that came, what became of them. */
  readonly notices: readonly ExchangeNotice[];
  /** How many entries have another number than before. */
  readonly renumbered: number;
  /** This journal turned out to be a copy, or was restored; from now on it counts as a device of its own. */
  readonly isNewDevice: boolean;
}

/** All that was ever done to the journal; nothing where there is none. */
export function ownHistory(path: string, options: ExchangeOptions): OwnHistory {
  if (!journalExists(path)) return { device: '', changes: [] };
  return opened(path, options, true, (connection) =>
    connection.reading(() => read(connection, options)),
  );
}

/**
 * Takes in changes of other devices, all or nothing. The journal is then what comes of all changes together, whichever
 * of them came first: the same on each device that has the same changes.
 * @param choose which to take, of those that others made; in no particular order
 * @param isTrial nothing is written
 */
export function exchange(
  path: string,
  options: ExchangeOptions,
  choose: (own: OwnHistory) => readonly WholeChange[],
  isTrial: boolean,
): Exchanged {
  if (!journalExists(path) && !isTrial) createJournal(path, options.clock);
  if (!journalExists(path)) return without(choose);
  return opened(path, options, isTrial, (connection) =>
    isTrial
      ? connection.reading(() => takeIn(connection, options, choose, true))
      : connection.writing(() => takeIn(connection, options, choose, false)),
  );
}

/** A trial where there is no journal yet. */
function without(choose: (own: OwnHistory) => readonly WholeChange[]): Exchanged {
  const nothing = { device: '', changes: [] };
  const fresh = choose(nothing);
  const notices = noticesOf(replayedBook([]), replayedBook(operationsOf(fresh)));
  return { own: { ...nothing, changes: fresh }, notices, renumbered: 0, isNewDevice: false };
}

function takeIn(
  connection: Connection,
  options: ExchangeOptions,
  choose: (own: OwnHistory) => readonly WholeChange[],
  isTrial: boolean,
): Exchanged {
  const { clock, counted = uncounted } = options;
  const own = read(connection, options);
  const fresh = choose(own);
  if (fresh.length === 0) return { own, notices: [], renumbered: 0, isNewDevice: false };
  const before = replayedBook(operationsOf(own.changes), counted);
  if (!isTold(heldIn(connection), before)) throw untold();
  const held = new Map([...allEntryTexts(connection)].map(({ id, seq }) => [id, seq]));
  const changes = [...own.changes, ...fresh];
  const after = replayedBook(operationsOf(changes), counted);
  const isNewDevice = fresh.some(({ device }) => device === own.device);
  const device = isNewDevice ? uuidv7(clock, connection) : own.device;
  if (!isTrial) {
    replaceRows(connection, after, counted);
    replaceChanges(connection, changes, after.numbers, counted);
    moveOn(connection, device, fresh);
  }
  return {
    own: { device, changes },
    notices: noticesOf(before, after),
    renumbered: renumbered(held, after),
    isNewDevice,
  };
}

function read(connection: Connection, { counted }: ExchangeOptions): OwnHistory {
  refuseHiddenRows(connection);
  refuseHiddenSteps(connection);
  if (isForgettingUnfinished(connection))
    throw new RelError(
      'journal',
      'a rel forget was cut off before its end',
      'type it again, then sync',
    );
  return { device: metaOf(connection)[0], changes: wholeChanges(connection, counted) };
}

function metaOf(connection: Connection): readonly [device: string, clock: string] {
  const row = connection.statement('SELECT device, clock, crc FROM meta').get();
  if (row === undefined) throw damaged('it no longer knows its device');
  const [device, last, crc] = row as readonly [device: string, clock: string, crc: number];
  if (checksum('meta', device, last) !== crc) throw damaged('the device and its clock');
  return [device, last];
}

/** The steps of all of them, in the one order of all devices. */
export const operationsOf = (changes: readonly WholeChange[]) =>
  inPlace(
    changes.flatMap(({ device, operations }) => operations.map((each) => ({ ...each, device }))),
  );

/** `MILLIS-COUNTER-` */
const READING_LENGTH = 22;

/** From now on the clock reads later than all that came, so that what is done next counts as done after it. */
export function moveOn(
  connection: Connection,
  device: string,
  fresh: readonly WholeChange[],
): void {
  const [, own] = metaOf(connection);
  let last = own;
  for (const { operations } of fresh)
    for (const { clock } of operations) if (clock > last) last = clock;
  const reading = last === '' ? '' : `${last.slice(0, READING_LENGTH)}${device}`;
  connection
    .statement('UPDATE meta SET device = ?, clock = ?, crc = ?')
    .run(device, reading, checksum('meta', device, reading));
}

const untold = (): RelError =>
  new RelError(
    'journal',
    'the history of this journal does not tell all that is in it, so it cannot be put together with others',
    'write it out and read it into a new journal: rel export journal --output all.jsonl, rel import all.jsonl --db new.db',
  );

const renumbered = (held: ReadonlyMap<string, number>, { numbers }: ReplayedBook): number =>
  [...held].filter(([id, number]) => numbers.get(`entry ${id}`) !== number).length;

/** Opens the journal, brings it up to date, and closes it whatever happens. */
export function opened<T>(
  path: string,
  { clock, onWait }: ExchangeOptions,
  isReading: boolean,
  use: (connection: Connection) => T,
): T {
  const { file, version } = inspectJournal(path);
  const connection = connectUpToDate(file, version, clock, { readonly: isReading, onWait });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}
