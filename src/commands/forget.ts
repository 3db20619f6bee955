import { counted } from '../journal/counted.ts';
import type { Page, Role } from '../render/page.ts';
import { Command } from 'commander';
import { subjectOf } from '../export/subject.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { countsText, outlookText } from '../render/forget-text.ts';
import { indented } from '../render/history-text.ts';
import { quotedName } from '../render/quoted.ts';
import { visible } from '../render/visible.ts';
import { finishForgetting, forget, type Outlook } from '../store/forget.ts';
import { journalExists } from '../store/journal-file.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { askForget, type ForgetChoice } from './forget-ask.ts';
import { countsOf, forgetJson, type ForgetDone } from './forget-json.ts';
import {
  forgetOptions,
  type NamedSubject,
  outlookFor,
  subjectIn,
  subjectNamed,
} from './forget-subject.ts';

interface Options extends JournalOption {
  /** False for --no-export. */
  readonly export?: string | false;
  readonly mentions?: boolean;
  readonly also?: readonly string[];
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const collected = (word: string, words: readonly string[] = []): readonly string[] => [
  ...words,
  word,
];

export function forgetCommand(world: World): Command {
  const command = withJournal(new Command('forget'))
    .description(
      'erase a customer or a person for good, from the history and the backups too, as privacy law asks; no undo',
    )
    .usage('CUSTOMER|PERSON [options]')
    .argument('<names...>', 'the customer, or the person (person@customer)')
    .option('--export <file>', 'first write everything about them into this new file')
    .option('--no-export', 'do not')
    .option('--mentions', 'also put … in place of the name where others’ entries mention it')
    .option(
      '--also <word>',
      'a further word that means them in such places; may be repeated',
      collected,
    )
    .option('--dry-run', 'only show what would go')
    .option('--yes', 'without asking')
    .option('--json', 'answer as JSON')
    .action((words: readonly string[], options: Options) => run(world, words, options));
  return withExamples(
    command,
    'rel forget brazos --dry-run',
    'rel forget dana@brazos',
    'rel forget "Brazos Rentals" --export brazos.jsonl --mentions --yes',
  );
}

async function run(world: World, words: readonly string[], options: Options): Promise<void> {
  const finished = options.dryRun !== true && finishInterrupted(world, options);
  const named = namedUnless(finished, world, words, options);
  if (named === undefined) {
    await world.removePages();
    world.print(finishedAnswer(words.join(' '), options));
    return;
  }
  const wish = { replace: options.mentions === true, also: options.also ?? [] };
  const outlook = outlookFor(world, options.db, named, options.also ?? []);
  if (options.dryRun === true) {
    await answer(world, named, outlook, options, undefined);
    return;
  }
  const choice = await chosen(world, named, outlook, options);
  if (choice === undefined) return;
  const replacing = { ...wish, replace: choice.mentions };
  if (choice.file !== undefined) writeSubject(world, choice.file, named, outlook);
  // Before the journal is changed: killed in between, the same command finds them gone and does the rest.
  await world.removePages();
  const done = forget(world.journalPath(options.db), forgetOptions(world), named.whom, replacing);
  await answer(world, named, outlook, options, { ...choice, rewritten: done.rewritten });
}

function finishInterrupted(world: World, { db }: Options): boolean {
  const path = world.journalPath(db);
  return journalExists(path) && finishForgetting(path, forgetOptions(world));
}

/** Undefined where nobody is called so, and what was interrupted is finished: it was they. */
function namedUnless(
  finished: boolean,
  world: World,
  words: readonly string[],
  { db }: Options,
): NamedSubject | undefined {
  try {
    return subjectNamed(world, db, words);
  } catch (error) {
    if (finished && error instanceof RelError && error.kind === 'usage') return undefined;
    throw error;
  }
}

function finishedAnswer(name: string, { json }: Options): string {
  if (json === true) return `${JSON.stringify({ schema: 1, finished: true, forgotten: null })}\n`;
  return `the forget that was interrupted is finished; nobody called “${visible(name)}” is left\n`;
}

/** What to do, asked for where somebody sits there; undefined where they would rather not. */
async function chosen(
  world: World,
  named: NamedSubject,
  outlook: Outlook,
  options: Options,
): Promise<ForgetChoice | undefined> {
  const given = options.export;
  if (given === '-' || given === '') {
    const hint = `type rel export subject ${quotedName(named.name)}, or name a file`;
    throw new RelError('usage', '--export needs the name of a file', hint);
  }
  if (options.yes !== true && world.interactive) {
    // Notices are shown without colours.
    const page = { ...(await world.page()), paint: (_: Role, text: string) => text };
    world.tell(outlookShown(named, outlook, options, page).trimEnd());
    const isMentioned = outlook.mentions.some(({ certain, isName }) => certain && !isName);
    const mentions =
      isMentioned && options.mentions !== true ? undefined : options.mentions === true;
    return askForget(world, named.name, { file: given, mentions });
  }
  if (options.yes !== true) {
    throw new RelError(
      'usage',
      'rel forget asks before it erases, and there is nobody to ask',
      'look at it with --dry-run; then add --yes, and --export FILE or --no-export',
    );
  }
  if (given === undefined) {
    throw new RelError(
      'usage',
      'rel forget cannot tell whether everything about them shall be exported first',
      'add --export FILE, or --no-export',
    );
  }
  return { file: given === false ? undefined : given, mentions: options.mentions === true };
}

function writeSubject(world: World, file: string, named: NamedSubject, outlook: Outlook): void {
  const pieces = [...subjectOf(subjectIn(named, outlook))];
  try {
    world.writeFile(file, pieces, false);
  } catch (error) {
    if (!(error instanceof RelError) || error.kind !== 'usage') throw error;
    // The same command again, after it was interrupted, finds its own export.
    const written = pieces.join('');
    if (readOr(world, file, Buffer.byteLength(written)) === written) return;
    throw new RelError('usage', error.message, 'choose another name; nothing was erased');
  }
}

function readOr(world: World, file: string, most: number): string | undefined {
  try {
    return world.readFile(file, most);
  } catch {
    return undefined;
  }
}

async function answer(
  world: World,
  named: NamedSubject,
  outlook: Outlook,
  options: Options,
  done: ForgetDone | undefined,
): Promise<void> {
  const counts = countsOf(outlook);
  if (options.json === true) {
    world.print(`${JSON.stringify(forgetJson(named, outlook, counts, done))}\n`);
    return;
  }
  const page = await world.page();
  if (done === undefined) {
    world.print(outlookShown(named, outlook, options, page));
    return;
  }
  const left = outlook.mentions.filter(
    ({ isName, certain }) => isName || !certain || !done.mentions,
  );
  const notes = [
    countsText(counts),
    ...(done.file === undefined ? [] : [`all of it stands in ${done.file}, for your eyes alone`]),
    ...(done.rewritten.length === 0
      ? []
      : [`${counted(done.rewritten.length, 'backup')} written anew without them`]),
    ...(left.length === 0
      ? []
      : [
          `${counted(left.length, 'mention')} elsewhere may remain: rel search ${quotedName(named.name)}`,
        ]),
    'beyond the reach of rel: what you exported or copied elsewhere, and the history of your shell',
  ];
  const lines = notes.flatMap((text) => indented(visible(text), page));
  world.print(`${[`${visible(calledOf(named))} is forgotten`, ...lines].join('\n')}\n`);
}

const outlookShown = (
  named: NamedSubject,
  outlook: Outlook,
  { mentions: replacing = false }: Options,
  page: Page,
): string => {
  const { mentions } = outlook;
  const shown = { called: calledOf(named), counts: countsOf(outlook), mentions, replacing };
  return outlookText(shown, page);
};

const calledOf = ({ name, customer }: NamedSubject): string =>
  customer === null ? name : `${name} at ${customer}`;
