import { Command, CommanderError } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import type { GROUPS, Listed } from './catalogue.ts';
import { joinedDates } from './joined-dates.ts';
import { overview } from './overview.ts';

const HELP_WIDTH = 80;

interface Program {
  readonly version: string;
  readonly commands: readonly Listed[];
  readonly groups: typeof GROUPS;
  /** The command that was typed; only this one is loaded. */
  readonly called: Listed | undefined;
}

/** Reads the command line with commander and runs what it names. Throws RelError('usage') for what it cannot read. */
export async function runProgram(world: World, program: Program): Promise<void> {
  const root = new Command('rel')
    .description('A journal of your customer relationships that says which to keep, and why.')
    .version(program.version, '-V, --version', 'print the version')
    .usage('COMMAND [WORDS…]')
    .helpCommand('help [command]', 'show the help of a command')
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      ...(world.words[0] === 'help'
        ? {}
        : { formatHelp: (_, helper) => overview(program.commands, program.groups, helper) }),
    })
    .addHelpText(
      'after',
      `\nBegin with:\n  rel demo\n  rel log "Brazos Rentals" --new call :need\n  rel review\n`,
    );
  let { words } = world;
  let dates: readonly string[] = [];
  for (const listed of program.commands) {
    const wanted =
      listed === program.called || (world.words[0] === 'help' && world.words[1] === listed.name);
    const command = wanted
      ? (await listed.load())(world)
      : new Command(listed.name).description(listed.summary);
    if (listed === program.called) {
      words = joinedDates(words, command, () => world.clock.today());
      dates = datesOf(command);
    }
    root.addCommand(command.helpGroup(`${program.groups[listed.group]}:`));
  }
  guard(root, world);
  try {
    await root.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are answers, not failures.
    if (error.exitCode !== 0 && error.code !== 'commander.help')
      throw usage(error, program, world.words, dates);
  }
}

/** Makes commander throw instead of leaving, and print through the world; for commands inside commands too. */
function guard(command: Command, world: World): void {
  const print = (text: string): void => world.print(text);
  command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: print,
      // Only help goes here: what rel alone, or a command without its subcommand, answers.
      writeErr: print,
      outputError: () => undefined,
      // Help has no colours; to find out whether it may, commander would open the streams.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
    });
  for (const inner of command.commands) guard(inner, world);
}

const DATES: ReadonlySet<string> = new Set(['--by', '--due', '--on', '--to', '--until', '--since']);

/** The options of a command that take a date. */
const datesOf = ({ options }: Command): readonly string[] =>
  options.flatMap(({ flags, long }) =>
    typeof long === 'string' && /<date(\.\.\.)?>$/.test(flags) ? [long] : [],
  );

function usage(
  error: CommanderError,
  { called, commands }: Program,
  words: readonly string[],
  dates: readonly string[],
): RelError {
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const name = called === undefined ? 'rel' : `rel ${called.name}`;
  const help = `see: ${name} --help`;
  const [, lacking] = /^missing required argument '(.*)'$/.exec(message) ?? [];
  if (lacking !== undefined) return new RelError('usage', `${name} needs ${one(lacking)}`, help);
  const log = `if it is a customer: rel log ${words.join(' ')}`;
  const later = commands.find((command) => words.indexOf(command.name) > 0);
  const behind = `options stand behind the command: rel ${later?.name ?? ''} …`;
  const first = called === undefined && later !== undefined ? behind : help;
  const hint = error.code === 'commander.unknownCommand' && words[0] !== '' ? log : first;
  const [, option = ''] = /^unknown option '(--[a-z]+)'$/.exec(message) ?? [];
  if (DATES.has(option) && dates.length > 0)
    return new RelError('usage', message, `the dates here are ${dates.join(' and ')}; ${help}`);
  return new RelError('usage', message, suggestion?.replace(/^\(D(.*)\)$/, 'd$1') ?? hint);
}

/** An argument as its usage names it, in a sentence. */
function one(argument: string): string {
  if (argument === 'what') return 'to know what';
  const words = argument.replaceAll('-', ' ');
  return words.endsWith('s') ? words : `a ${words}`;
}
