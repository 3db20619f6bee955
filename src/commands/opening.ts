import { dirname } from 'node:path';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import type { Patience } from '../store/connection.ts';
import { isDailyDue } from '../store/daily-due.ts';
import { journalExists } from '../store/journal-file.ts';
import { isOpenToAll } from '../store/other-users.ts';
import { openStore, type Store } from '../store/store.ts';

/** How a journal is opened to be written, where it is not as for one change by hand. */
export interface Writing {
  /** What is told while another program holds the journal. */
  readonly onWait?: () => void;
  /** How long another program is waited for, where the usual is too long. */
  readonly patience?: Patience | undefined;
  /** Whether this change may be the one after which the day's backup is made. */
  readonly daily?: 'now' | 'later';
}

/** Opens the journal to write, makes it where there is none, and closes it whatever happens. */
export function writingTo<T>(
  world: World,
  db: string | undefined,
  write: (store: Store) => T,
  { onWait = waiting(world), patience, daily = 'now' }: Writing = {},
): T {
  const path = world.journalPath(db);
  const isNew = !journalExists(path);
  const store = openStore(path, { clock: world.clock, create: true, onWait, patience });
  if (isNew) warnOfOthers(world, dirname(path));
  const { file } = store;
  const written = closing(store, write);
  if (daily === 'now') world.afterwards(() => backUpOnceADay(world, file));
  return written;
}

function warnOfOthers(world: World, folder: string): void {
  if (!isOpenToAll(folder)) return;
  world.tell(`rel: every user of this machine may write to ${visible(folder)}`);
  world.tell('     and could damage a journal there; better choose a folder of your own');
}

/** After the first change of a day. What backs up is loaded on this one call of a day. */
async function backUpOnceADay(world: World, journal: string): Promise<void> {
  const { clock, dailyBackups } = world;
  if (dailyBackups === 'never' || !isDailyDue(journal, clock.today(), dailyBackups)) return;
  const { backUpDaily } = await import('../store/daily-backup.ts');
  const problem = backUpDaily(journal, clock);
  if (problem === undefined) return;
  world.tell(`rel: ${visible(problem)}`);
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

/** Tells that another program is in the way. */
export const waiting = (world: World) => () =>
  world.tell('rel: another rel is writing to the journal; waiting …');
