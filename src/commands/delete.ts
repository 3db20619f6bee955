import { fitted } from '../render/fitted.ts';
import { entryJson } from '../render/entry-json.ts';
import { Command } from 'commander';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { indented } from '../render/history-text.ts';
import { quotedName } from '../render/quoted.ts';
import { entryHeadline } from '../render/step-text.ts';
import { visible } from '../render/visible.ts';
import type { Store } from '../store/store.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { effectLines, effectsOf } from './correction-effects.ts';
import { correcting, typed } from './correcting.ts';
import { customerNamed, entryNumbered } from './edit-target.ts';
import { numberIn } from './entry-number.ts';
import { saysYes } from './sure.ts';

interface Options extends JournalOption {
  readonly withRefs?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

export function deleteCommand(world: World): Command {
  const command = withJournal(new Command('delete'))
    .description('take an entry out of the journal; undo brings it back')
    .argument('<number>', 'the number of the entry', readDeletable)
    .option('--with-refs', 'and the entries that refer to it')
    .option('--yes', 'without asking')
    .option('--json', 'answer as JSON')
    .action((number: number, options: Options) => deleteEntry(world, number, options));
  return withExamples(command, 'rel delete 12', 'rel delete 12 --with-refs --yes');
}

function readDeletable(word: string): number {
  const number = numberIn(word);
  if (number !== undefined) return number;
  throw new RelError(
    'usage',
    `“${word}” is not the number of an entry`,
    `type rel delete 12; a customer or a person is erased for good with: rel forget ${quotedName(word)}`,
  );
}

async function deleteEntry(world: World, number: number, options: Options): Promise<void> {
  const doomed = correcting(world, options.db, (store) => doomedBy(store, number, options));
  if (options.yes !== true && !(await isSure(world, doomed))) return;
  const { deleted, effects } = correcting(world, options.db, (store) =>
    store.change(typed(world), (writer) => {
      const entries = doomedBy(store, number, options);
      const customers = entries.map(({ customer }) => customerNamed(store, customer).id);
      const today = world.clock.today();
      const before = effectsOf(store, customers, today);
      for (const { id } of entries.toReversed()) writer.removeEntry(id);
      const effectsNow = effectLines(before, effectsOf(store, customers, today));
      return { deleted: entries, effects: effectsNow };
    }),
  );
  if (options.json === true) {
    const lines = deleted.map((entry) => entryJson(entry));
    world.print(`${JSON.stringify({ schema: 1, deleted: lines, effects })}\n`);
    return;
  }
  const page = await world.page();
  const after = [...effects.map(visible), 'to bring it back: rel undo'];
  const lines = [
    ...deleted.map((entry) => `deleted: ${entryHeadline(entry)}`),
    ...after.flatMap((text) => indented(text, page)),
  ];
  world.print(fitted(`${lines.join('\n')}\n`, world.terminalWidth));
}

/** The entry, then what refers to it and goes with it. Throws RelError('usage') where that was not wished. */
function doomedBy(store: Store, number: number, { withRefs }: Options): readonly Recorded[] {
  const entry = entryNumbered(store, number);
  const doomed = [entry];
  // Grows while it is walked: what refers to one that goes has to go as well.
  for (const { id } of doomed) doomed.push(...store.entriesReferringTo(id));
  const referring = doomed.slice(1);
  if (referring.length === 0 || withRefs === true) return doomed;
  const shown = referring.slice(0, MOST_SHOWN).map(entryHeadline);
  const more = referring.length - shown.length;
  throw new RelError(
    'usage',
    `#${number} is referred to by ${shown.join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
    `to delete these as well: rel delete ${number} --with-refs; nothing was written`,
  );
}

const MOST_SHOWN = 3;

async function isSure(world: World, doomed: readonly Recorded[]): Promise<boolean> {
  if (!world.interactive) {
    throw new RelError(
      'usage',
      'rel delete asks before it deletes, and there is nobody to ask',
      'add --yes',
    );
  }
  for (const entry of doomed) world.tell(fitted(entryHeadline(entry), world.terminalWidth));
  return saysYes(
    world,
    doomed.length === 1 ? 'Delete it?' : `Delete these ${doomed.length} entries?`,
    'nothing was deleted',
  );
}
