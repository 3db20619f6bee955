import { Command } from 'commander';
import { resolve } from 'node:path';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { fileSize } from '../render/backups-text.ts';
import { visible } from '../render/visible.ts';
import { counted } from '../journal/counted.ts';
import { backUp } from '../store/back-up.ts';
import { backUpTo } from '../store/backup-file.ts';
import { inspectJournal, journalExists } from '../store/journal-file.ts';
import { sizeOf } from '../store/journal-file.ts';
import { contentsOf } from '../store/sound-backup.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { countedAs } from './counting.ts';
import { waiting } from './opening.ts';
import { contentsJson } from './restore-json.ts';

interface Options extends JournalOption {
  readonly force?: boolean;
  readonly json?: boolean;
}

const WHERE = `
Without FILE it goes where the backups lie that rel makes by itself: in a folder
beside the journal, called journal-backups for journal.db. To have that folder
on another disk, make it a link. rel backs up after the first change of a day,
before an import, and before what cannot be undone. It keeps the daily ones of
seven days, then one a week for four weeks; of those before something else the
last three; and for ever what you asked for here, or what a restore set aside.
See them, and put one back: rel restore`;

export function backupCommand(world: World): Command {
  const command = withJournal(new Command('backup'))
    .description('copy the journal to a safe place, and check every entry of the copy')
    .argument('[file]', 'where to')
    .option('--force', 'replace an older backup of this journal')
    .option('--json', 'answer as JSON')
    .addHelpText('after', WHERE)
    .action((file: string | undefined, options: Options) => backup(world, file, options));
  return withExamples(
    command,
    'rel backup',
    'rel backup /media/stick/rel.db',
    'rel backup --force /media/stick/rel.db',
  );
}

function backup(world: World, given: string | undefined, options: Options): void {
  const path = world.journalPath(options.db);
  if (!journalExists(path)) {
    throw new RelError(
      'usage',
      `there is no journal at ${path}, so there is nothing to back up`,
      'one of its backups is put back with: rel restore',
    );
  }
  const { file: journal } = inspectJournal(path);
  const file = backedUp(world, journal, given, options);
  const contents = contentsOf(file);
  const bytes = sizeOf(file);
  if (options.json === true) {
    world.print(
      `${JSON.stringify({ schema: 1, journal, file, ...contentsJson(contents), bytes, checked: true })}\n`,
    );
    return;
  }
  world.print(
    `${counted(contents.entries, 'entry', 'entries')} kept in ${visible(file)} (${fileSize(bytes)}, checked)\n`,
  );
}

function backedUp(
  world: World,
  journal: string,
  given: string | undefined,
  { force = false }: Options,
): string {
  const onWait = waiting(world);
  const watch = countedAs(world, 'rows checked');
  if (given === undefined) return backUp(journal, world.clock, 'asked', onWait, watch).file;
  if (given === '') throw new RelError('usage', 'the name of the file is empty', 'rel backup FILE');
  const file = resolve(given);
  backUpTo(journal, file, force, onWait, watch);
  return file;
}
