import { counted } from '../journal/counted.ts';
import { Command } from 'commander';
import { LINE_LIMIT, readJournalLines } from '../import/journal-text.ts';
import { sortLines } from '../import/sorted-lines.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { visible } from '../render/visible.ts';
import { unknownThreshold } from '../rules/index.ts';
import { backUp } from '../store/back-up.ts';
import { journalExists } from '../store/journal-file.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { waiting, writingTo } from './opening.ts';
import { type Imported, importLines } from './import-lines.ts';

interface Options extends JournalOption {
  readonly json?: boolean;
}

const FORMATS = ['.jsonl'];

export function importCommand(world: World): Command {
  const command = withJournal(new Command('import'))
    .description(
      'read a journal that was exported: all of it or nothing; the same file again adds nothing',
    )
    .argument('<file>', 'a .jsonl file, or - for standard input')
    .option('--json', 'answer as JSON')
    .action((file: string, options: Options) => importFile(world, file, options));
  return withExamples(
    command,
    'rel import journal.jsonl',
    'rel export journal --db old.db | rel import - --db new.db',
  );
}

async function importFile(world: World, file: string, options: Options): Promise<void> {
  if (file !== '-' && !FORMATS.some((ending) => file.endsWith(ending))) {
    throw new RelError(
      'usage',
      `rel cannot import ${file}`,
      `it reads ${FORMATS.join(', ')} files, as rel export journal writes them`,
    );
  }
  const sorted = sortLines(
    readJournalLines(world.counted(world.linesOf(file, LINE_LIMIT), 'lines read')),
    await world.spool(),
  );
  for (const { settings, line } of sorted.settings) {
    const unknown = unknownThreshold(settings);
    if (unknown !== undefined)
      throw new RelError(
        'usage',
        `line ${line}: ${unknown}`,
        'nothing was imported; rel rules lists the names',
      );
  }
  const lines = { ...sorted, entries: world.counted(sorted.entries, 'entries imported') };
  const isNew = !journalExists(world.journalPath(options.db));
  const imported = writingTo(world, options.db, (store) => {
    if (!isNew) backUpFirst(world, store.file);
    return store.change(`import ${file}`, (writer) => importLines(store, writer, lines));
  });
  answer(world, imported, options.json === true);
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

function answer(world: World, imported: Imported, json: boolean): void {
  const { customers, people, entries } = imported;
  const notices = [
    ...imported.notices,
    ...customers.notices,
    ...people.notices,
    ...entries.notices,
  ];
  if (json) {
    const counts = Object.fromEntries(
      Object.entries({ customers, people, entries }).map(([name, { added, already }]) => [
        name,
        { added, already },
      ]),
    );
    world.print(`${JSON.stringify({ schema: 1, ...counts, notices })}\n`);
    return;
  }
  const already = customers.already + people.already + entries.already;
  world.print(
    `imported ${counted(customers.added, 'customer')}, ${counted(people.added, 'person', 'people')}, ${counted(entries.added, 'entry', 'entries')}; ${already} here already\n`,
  );
  for (const notice of notices) world.tell(`rel: ${notice}`);
}
