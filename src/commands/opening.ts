import type { World } from '../platform/world.ts';
import { journalExists } from '../store/journal-file.ts';
import { openStore, type Store } from '../store/store.ts';

/** Opens the journal to write, makes it where there is none, and closes it whatever happens. */
export function writingTo<T>(world: World, db: string | undefined, write: (store: Store) => T): T {
  return closing(
    openStore(world.journalPath(db), {
      clock: world.clock,
      create: true,
      onWait: waitingFor(world),
    }),
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
    onWait: waitingFor(world),
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

/** Tells whoever sits there why nothing happens. */
export const waitingFor = (world: World) => (): void =>
  world.tell('rel: another rel is writing to the journal; waiting …');
