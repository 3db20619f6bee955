import { Command } from 'commander';
import { isRecord, type Json } from '../journal/fields.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { fieldChanges } from '../render/field-changes.ts';
import { historyText, type ShownChange } from '../render/history-text.ts';
import type { PastChange, PastChanges } from '../store/past.ts';
import type { Store } from '../store/store.ts';
import { oneCustomer } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';
import { onlyName } from './only-name.ts';
import { readingFrom } from './opening.ts';
import { readCount } from './read-count.ts';
import { stepJson } from './undo.ts';

interface Options extends JournalOption {
  readonly last: number;
  readonly json?: boolean;
}

const ENTRY_NUMBER = /^#?(\d+)$/;

export function historyCommand(world: World): Command {
  const command = withJournal(new Command('history'))
    .description(
      'every version of one entry; or the last changes, of the journal or of one customer',
    )
    .argument('[customer-or-number...]', 'a customer, or the number of an entry')
    .option('--last <count>', 'how many changes', readCount, 20)
    .option('--json', 'answer as JSON')
    .action((words: readonly string[], options: Options) => history(world, words, options));
  return withExamples(command, 'rel history', 'rel history 12', 'rel history harlan --last 50');
}

/** What was asked for: the changes, and the steps of each that belong to the answer. */
interface Asked {
  readonly past: PastChanges;
  readonly entry: number | undefined;
}

async function history(world: World, words: readonly string[], options: Options): Promise<void> {
  const asked = readingFrom(world, options.db, (store) =>
    store === undefined ? undefined : ask(store, words, options.last),
  );
  if (options.json === true) {
    world.print(`${JSON.stringify(json(asked))}\n`);
    return;
  }
  if (asked === undefined || asked.past.changes.length === 0) {
    world.print(`${EMPTY_JOURNAL}\n`);
    return;
  }
  world.print(historyText(asked.past.changes.map(shown), asked.past.earlier, await world.page()));
}

function ask(store: Store, words: readonly string[], last: number): Asked {
  const [first] = words;
  if (first === undefined) return { past: store.lastChanges(last), entry: undefined };
  const customers = store.customers();
  const number = words.length === 1 ? ENTRY_NUMBER.exec(first)?.[1] : undefined;
  if (number !== undefined && !customers.some(({ card }) => card.name === first))
    return { past: versions(store, Number(number)), entry: Number(number) };
  const names = { customers: customers.map(({ card }) => card), people: store.people() };
  const name = onlyName(words, oneCustomer(words, names));
  const id = customers.find(({ card }) => card.name === name)?.id;
  return { past: store.lastChanges(last, id), entry: undefined };
}

function versions(store: Store, number: number): PastChanges {
  const changes = store.changesOfEntry(number);
  if (changes.length > 0) return { changes, earlier: 0 };
  const hint = 'rel show CUSTOMER lists the numbers; rel history the last changes';
  throw new RelError('usage', `there never was an entry #${number}`, hint);
}

const shown = ({ change, stands, reverses, operations }: PastChange): ShownChange => ({
  command: change.command,
  at: change.at,
  stands,
  reverses: reverses && {
    does: reverses.does,
    commands: reverses.targets.map(({ command }) => command),
  },
  steps: operations,
});

function json(asked: Asked | undefined) {
  const { changes, earlier } = asked?.past ?? { changes: [], earlier: 0 };
  return {
    schema: 1,
    entry: asked?.entry ?? null,
    earlier,
    changes: changes.map(({ change, stands, reverses, operations }) => ({
      id: change.id,
      at: change.at,
      command: change.command,
      device: change.device,
      stands,
      does: reverses?.does ?? null,
      reverses: reverses?.targets.map(({ id }) => id) ?? null,
      steps: operations.map((operation) => {
        const step = stepJson(operation);
        return { ...step, changed: changed(step.before, step.after) };
      }),
    })),
  };
}

/** Field by field; nothing for a line that came or went as a whole. */
const changed = (before: unknown, after: unknown) =>
  before === null || after === null ? [] : fieldChanges(lineOf(before), lineOf(after));

const lineOf = (value: unknown): Readonly<Record<string, Json>> =>
  isRecord(value) ? (value as Readonly<Record<string, Json>>) : {};
