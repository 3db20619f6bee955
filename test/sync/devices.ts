import { join } from 'node:path';
import { journalOf } from '../../src/export/journal.ts';
import { exchange, type Exchanged } from '../../src/store/exchange.ts';
import type { Store } from '../../src/store/store.ts';
import { Connection } from '../../src/store/connection.ts';
import { problemsOf } from '../../src/store/verify.ts';
import { publicationOf } from '../../src/sync/publish.ts';
import { readShared, take, type Taken } from '../../src/sync/take.ts';
import { openStore } from '../../src/store/store.ts';
import { FixedClock, tempFolder } from '../store/temp-journal.ts';

/** The files of a folder by name; a device may see an older state of one. */
export type Files = Map<string, string>;

/** A journal on a device of its own, with its own clock. */
export class Device {
  readonly path = join(tempFolder(), 'journal.db');
  readonly clock: FixedClock;
  #millis: number;

  constructor(start = '2026-11-16T13:30:00Z') {
    this.#millis = Date.parse(start);
    this.clock = new FixedClock(start);
  }

  /** Time passes. */
  wait(millis: number): void {
    this.#millis += millis;
    this.clock.set(new Date(this.#millis).toISOString());
  }

  use<T>(run: (store: Store) => T): T {
    const store = openStore(this.path, { clock: this.clock, create: true });
    try {
      return run(store);
    } finally {
      store.close();
    }
  }

  /** What `rel export journal` prints. */
  exported(): string {
    return this.use((store) =>
      [
        ...journalOf({
          settings: store.settings(),
          customers: store.customers().map(({ card }) => card),
          people: store.people(),
          entries: store.entryTexts(),
        }),
      ].join(''),
    );
  }

  problems(): readonly string[] {
    const connection = new Connection(this.path, { readonly: true });
    try {
      return problemsOf(connection);
    } finally {
      connection.close();
    }
  }

  /** Reads what it sees of the folder, and writes its own file into the folder itself. */
  sync(folder: Files, seen: Files = folder): Exchanged & { readonly taken: Taken } {
    const files = [...seen].map(([name, text]) => readShared({ name, text }));
    let taken: Taken | undefined;
    const exchanged = exchange(
      this.path,
      { clock: this.clock },
      (own) => {
        taken = take(files, own, this.clock.now().getTime());
        return taken.fresh;
      },
      false,
    );
    if (taken === undefined) throw new Error('nothing was chosen');
    const publication = publicationOf(exchanged.own, files, taken.written);
    if (publication !== undefined) folder.set(publication.name, publication.text);
    return { ...exchanged, taken };
  }
}
