import type { Command } from 'commander';
import { readDate } from '../grammar/dates.ts';
import type { Day } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { openStore, type Store } from '../store/store.ts';
import { journalExists } from '../store/journal-file.ts';

export interface JournalOption {
  readonly db?: string;
}

export const withJournal = (command: Command): Command =>
  command.option('--db <file>', 'the journal (default: REL_DB, else the data folder)');

/** Two or three lines under the options. */
export const withExamples = (command: Command, ...examples: readonly string[]): Command =>
  command.addHelpText('before', `Examples:\n${examples.map((line) => `  ${line}\n`).join('')}`);

/** Opens the journal to write, makes it where there is none, and closes it whatever happens. */
export function writingTo<T>(world: World, db: string | undefined, write: (store: Store) => T): T {
  return closing(
    openStore(world.journalPath(db), { clock: world.clock, create: true, onWait: waiting(world) }),
    write,
  );
}

/** Opens the journal to read; where there is none nothing is made, and `read` gets undefined. */
export function readingFrom<T>(
  world: World,
  db: string | undefined,
  read: (store: Store | undefined) => T,
): T {
  const path = world.journalPath(db);
  if (!journalExists(path)) return read(undefined);
  const store = openStore(path, {
    clock: world.clock,
    create: false,
    readonly: true,
    onWait: waiting(world),
  });
  return closing(store, (open) => open.reading(() => read(open)));
}

function closing<T>(store: Store, use: (store: Store) => T): T {
  try {
    return use(store);
  } finally {
    store.close();
  }
}

const waiting = (world: World) => () =>
  world.tell('rel: another rel is writing to the journal; waiting …');

/** What an empty journal says instead of nothing. */
export const EMPTY_JOURNAL =
  'The journal is empty. Begin with: rel log "Brazos Rentals" --new call :need';

/** A date as a person writes it; what is not understood is an error, never today. */
export function dateOption(
  world: World,
  option: string,
  words: string,
  prefer: 'past' | 'future',
): Day {
  const day = readDate(words, world.clock.today(), prefer);
  if (day === undefined) {
    throw new RelError(
      'usage',
      `${option} ${words} is not a date`,
      'write it as 2026-11-16, yesterday, fri, 3 nov …',
    );
  }
  return day;
}
