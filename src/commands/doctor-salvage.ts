import { resolve } from 'node:path';
import { formatDay, type Day } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { salvageText } from '../render/salvage-text.ts';
import { journalExists, realOf } from '../store/journal-file.ts';
import { type Salvaged, salvageJournal } from '../store/salvage.ts';
import { RelError } from '../journal/error.ts';
import type { JournalOption } from './common.ts';
import { countedBy } from './counting.ts';
import { sameJournal } from './way-out.ts';
import { quoted } from '../store/permissions.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

/** Saves what can be saved into a new journal, and says what could not. */
export async function salvage(world: World, given: string, options: Options): Promise<void> {
  const path = world.journalPath(options.db);
  if (given === '' || given === '-')
    throw new RelError('usage', '--salvage needs a file', 'rel doctor --salvage saved.db');
  if (!journalExists(path))
    throw new RelError('journal', `there is no journal at ${path}`, 'rel restore latest');
  const out = resolve(given);
  const command = `doctor --salvage ${given}`;
  const saved = salvageJournal(realOf(path), out, world.clock, command, countedBy(world));
  const names = new Map(saved.chosen.customers.map(({ key, card }) => [key, card.name]));
  const nameOf = (key: number): string | null => names.get(key) ?? null;
  if (options.json === true)
    world.print(`${JSON.stringify({ schema: 1, ...json(saved, out, nameOf) })}\n`);
  else {
    const next = `rel restore ${quoted(given)}${sameJournal(world.words)}`;
    world.print(salvageText(reported(saved, out, nameOf), next, await world.page()));
  }
}

type NameOf = (customer: number) => string | null;

function reported({ chosen, undo, pages }: Salvaged, out: string, nameOf: NameOf) {
  return {
    out,
    entries: chosen.entries.length,
    customers: chosen.customers.length,
    people: chosen.people.length,
    fromLog: chosen.fromLog.length,
    lost: chosen.lost.map(({ seq, customer, day, type }) => ({
      number: seq,
      customer: nameOf(customer),
      on: formatDay(day as Day),
      type: type ?? null,
    })),
    doubtful: chosen.doubtful,
    without: chosen.without,
    undo,
    pages,
  };
}

function json(saved: Salvaged, out: string, nameOf: NameOf) {
  const { undo, pages, ...report } = reported(saved, out, nameOf);
  return { ...report, undoable: undo.kept, undoWhole: undo.all, pages };
}
