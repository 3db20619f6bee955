import { Command } from 'commander';
import type { Reading } from '../import/found.ts';
import { sortLines } from '../import/sorted-lines.ts';
import type { World } from '../platform/world.ts';
import { withExamples, withJournal } from './common.ts';
import { applyImport, rehearseImport } from './import-apply.ts';
import { type ImportOptions, refuseOptions } from './import-format.ts';
import { formatOf } from './import-formats.ts';
import { tellImport } from './import-told.ts';

export function importCommand(world: World): Command {
  const command = withJournal(new Command('import'))
    .description(
      'read a journal that was exported: all of it or nothing; the same file again adds nothing',
    )
    .argument('<file>', 'a file, or - for standard input')
    .option('--dry-run', 'write nothing, and say what would be imported')
    .option('--json', 'answer as JSON')
    .action((file: string, options: ImportOptions) => importFile(world, file, options));
  return withExamples(
    command,
    'rel import journal.jsonl',
    'rel export journal --db old.db | rel import - --db new.db',
  );
}

/** Read all of it, then write all of it or nothing, then tell. */
async function importFile(world: World, file: string, options: ImportOptions): Promise<void> {
  const source = await world.source(file);
  const format = formatOf(file, source);
  refuseOptions(format, options);
  const read = await format.load();
  const reading: Reading = await read({ world, file, source, options });
  const sorted = await sortLines(reading.found, await world.spool());
  source.close();
  const lines = { ...sorted, entries: world.counted(sorted.entries, 'entries imported') };
  const work = options.dryRun === true ? rehearseImport : applyImport;
  const imported = work(world, options.db, `import ${file}`, lines, reading.newCustomers);
  tellImport(world, imported, { ...options, leftOut: lines.leftOut, said: reading.notices?.() });
}
