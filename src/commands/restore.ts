import { Command } from 'commander';
import { dirname } from 'node:path';
import { spokenDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { differenceLines } from '../render/backups-text.ts';
import { visible } from '../render/visible.ts';
import { counted } from '../journal/counted.ts';
import { backupFolder } from '../store/backups.ts';
import { type Difference, differenceOf } from '../store/journal-difference.ts';
import { journalExists, realOf } from '../store/journal-file.ts';
import { quoted } from '../store/permissions.ts';
import { putBack } from '../store/restore.ts';
import { type Contents, type Looked, lookAt } from '../store/sound-backup.ts';
import type { Watch } from '../store/verify.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { countedAs } from './counting.ts';
import { waiting } from './opening.ts';
import { chosenBackup } from './restore-choice.ts';
import { contentsJson, differenceJson, lookedJson, nameOf } from './restore-json.ts';
import { listBackups } from './restore-list.ts';
import { saysYes } from './sure.ts';

interface Options extends JournalOption {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const MEANING = `
Without BACKUP it lists them, the newest first, and looks at every entry of
each. BACKUP is a name as the list shows it, a day (2026-11-16, yesterday: the
newest sound one of it), latest (the newest sound one of all), or a file. The
journal as it is now is not deleted: it is kept among the backups, and can be
put back too.`;

export function restoreCommand(world: World): Command {
  const command = withJournal(new Command('restore'))
    .description('list the backups, or put one in the place of the journal')
    .argument('[backup...]', 'which one; left out: list them')
    .option('--dry-run', 'say what would be different, and change nothing')
    .option('--yes', 'without asking')
    .option('--json', 'answer as JSON')
    .addHelpText('after', MEANING)
    .action((words: readonly string[], options: Options) => restore(world, words, options));
  return withExamples(
    command,
    'rel restore',
    'rel restore latest --dry-run',
    'rel restore yesterday',
  );
}

async function restore(world: World, words: readonly string[], options: Options): Promise<void> {
  const journal = realOf(world.journalPath(options.db));
  if (words.length === 0) {
    await listBackups(world, journal, options.json === true);
    return;
  }
  const file = chosenBackup(world, journal, words);
  const watch = countedAs(world, 'rows checked');
  const step = { ...stepTo(journal, file, watch), db: options.db };
  const isTold = options.json !== true;
  if (isTold) tellStep(world, step, options.dryRun === true);
  if (options.dryRun === true) {
    if (!isTold) world.print(stepJson(step, undefined));
    return;
  }
  if (options.yes !== true && !(await isSure(world))) return;
  const kept = putBack(journal, file, world.clock, waiting(world), watch);
  world.print(isTold ? doneText(step, kept) : stepJson(step, { kept }));
}

/** What is about to happen. */
interface Step {
  readonly file: string;
  readonly contents: Contents;
  readonly journal: string;
  readonly db: string | undefined;
  /** Undefined where there is no journal. */
  readonly present: Looked | undefined;
  /** Undefined where the journal cannot be read. */
  readonly difference: Difference | undefined;
}

function stepTo(journal: string, file: string, watch: Watch): Omit<Step, 'db'> {
  const { contents, problem } = lookAt(file, watch);
  if (problem !== undefined) {
    throw new RelError(
      'journal',
      `${file} is not sound and is not put back: ${problem}`,
      'see what else there is: rel restore',
    );
  }
  const present = journalExists(journal) ? lookAt(journal, watch) : undefined;
  const difference = present?.contents === undefined ? undefined : differenceOf(journal, file);
  return { file, contents, journal, present, difference };
}

function tellStep(world: World, step: Step, isDry: boolean): void {
  const { file, contents, present, difference } = step;
  const now =
    present === undefined
      ? 'there is none'
      : present.contents === undefined
        ? present.problem.replace(/^the journal /, '')
        : holdsText(present.contents);
  const lines = [
    `the backup: ${holdsText(contents)}`,
    `the journal now: ${now}`,
    ...(difference === undefined ? [] : differenceLines(difference)),
    ...(isDry ? [`nothing was changed; to put it back: ${restoring(step, file)}`] : []),
  ];
  world.print(lines.map((line) => `${visible(line)}\n`).join(''));
}

function holdsText({ entries, customers, lastDay }: Contents): string {
  const held = `${counted(entries, 'entry', 'entries')}, ${counted(customers, 'customer')}`;
  return lastDay === undefined ? held : `${held}, the last of ${spokenDay(lastDay)}`;
}

/** What is typed to put this file back. */
function restoring({ journal, db }: Step, file: string): string {
  const named = dirname(file) === backupFolder(journal) ? nameOf({ file }) : quoted(file);
  return `rel restore ${named}${db === undefined ? '' : ` --db ${quoted(db)}`}`;
}

function doneText(step: Step, kept: string | undefined): string {
  const lines = [
    `put back: ${holdsText(step.contents)}`,
    ...(kept === undefined
      ? []
      : [`the journal as it was is kept in ${kept}`, `to go back: ${goingBack(step, kept)}`]),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** What is damaged cannot be put back by `rel restore`. */
const goingBack = (step: Step, kept: string): string =>
  lookAt(kept).problem === undefined
    ? restoring(step, kept)
    : `mv ${quoted(kept)} ${quoted(step.journal)}`;

function stepJson(step: Step, done: { readonly kept: string | undefined } | undefined): string {
  const { file, contents, journal, present, difference } = step;
  const kept = done?.kept ?? null;
  const json = {
    schema: 1,
    journal,
    backup: { file, ...contentsJson(contents) },
    present: present === undefined ? null : lookedJson(present),
    difference: difference === undefined ? null : differenceJson(difference),
    restored: done !== undefined,
    kept,
    goBack: kept === null ? null : goingBack(step, kept),
  };
  return `${JSON.stringify(json)}\n`;
}

async function isSure(world: World): Promise<boolean> {
  if (!world.interactive) {
    throw new RelError(
      'usage',
      'rel restore asks before it puts a backup back, and there is nobody to ask',
      'add --yes, or --dry-run to see what would be different',
    );
  }
  return saysYes(world, 'Put it back?', 'nothing was changed');
}
