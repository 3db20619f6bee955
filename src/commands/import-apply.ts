import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reading } from '../import/found.ts';
import type { SortedLines } from '../import/sorted-lines.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import { backUp } from '../store/back-up.ts';
import { journalExists } from '../store/journal-file.ts';
import { openStore, type Store } from '../store/store.ts';
import { isMany } from './import-entries.ts';
import { type Imported, importLines } from './import-lines.ts';
import { waiting, writingTo } from './opening.ts';

/** What is to be written, and where. */
export interface Importing {
  readonly db: string | undefined;
  /** Names the change in `history` and `undo`. */
  readonly command: string;
  readonly lines: SortedLines;
  /** It comes from a file, and not from a pipe, which holds nothing any more. */
  readonly isKept: boolean;
  readonly newCustomers: Reading['newCustomers'];
}

/** Writes what was read, in one change, after a backup. */
export function applyImport(world: World, importing: Importing): Imported {
  const { db, command, lines, newCustomers, isKept } = importing;
  const isNew = !journalExists(world.journalPath(db));
  // To check and copy many takes as long as to import them, and they are still in the file that they come from.
  const daily = isKept && isMany(lines) ? 'later' : 'now';
  const write = (store: Store): Imported => {
    if (!isNew) backUpFirst(world, store.file);
    store.walkingThrough();
    return store.change(command, (writer) => importLines(store, writer, lines, newCustomers));
  };
  return writingTo(world, db, write, { daily });
}

/** Where that fails, it is told: an import can be undone all the same. */
function backUpFirst(world: World, journal: string): void {
  try {
    backUp(journal, world.clock, 'import', waiting(world));
  } catch (error) {
    if (!(error instanceof RelError)) throw error;
    world.tell(`rel: there is no backup from before this import: ${visible(error.message)}`);
  }
}

/** Does the same, and takes it back before it is kept; where there is no journal, in one that goes again. */
export function rehearseImport(world: World, importing: Importing): Imported {
  const path = world.journalPath(importing.db);
  const rehearse = (file: string): Imported => {
    const store = openStore(file, { clock: world.clock, create: true, onWait: waiting(world) });
    try {
      return takenBack(store, importing);
    } finally {
      store.close();
    }
  };
  if (journalExists(path)) return rehearse(path);
  const folder = mkdtempSync(join(tmpdir(), 'rel-'));
  try {
    return rehearse(join(folder, 'journal.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class TakenBack extends Error {
  readonly imported: Imported;
  constructor(imported: Imported) {
    super('this change is not to be kept');
    this.imported = imported;
  }
}

function takenBack(store: Store, { command, lines, newCustomers }: Importing): Imported {
  try {
    return store.change(command, (writer) => {
      throw new TakenBack(importLines(store, writer, lines, newCustomers));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.imported;
    throw error;
  }
}
