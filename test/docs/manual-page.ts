import { Command, type Option } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { COMMANDS, GROUPS, type Listed } from '../../src/commands/catalogue.ts';
import { LOG_WORDS } from '../../src/grammar/log-words.ts';
import { systemWorld } from '../../src/platform/world.ts';

const DESCRIPTION = [
  'rel keeps a journal of what happens between you and your customers, in one file on your own disk, and judges each relationship from it: KEEP, FIX, REBUILD or DROP, with the evidence.',
  'A command is one line. The words of rel log are free: a customer, then how, how long and when, then the note; see WORDS below.',
];

const ENVIRONMENT: readonly (readonly [string, string])[] = [
  ['REL_DB', 'the journal, where --db does not name another'],
  ['REL_TODAY', 'what today is, as YYYY-MM-DD'],
  ['VISUAL, EDITOR', 'the editor of rel log --edit and rel edit'],
  ['NO_COLOR, FORCE_COLOR', 'no colour; colour in any case'],
];

const EXITS: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'what --fail-on asked for was found'],
  ['2', 'not done, because of what was typed or what is in the data'],
  ['3', 'the journal cannot be used, or failed in the last step of a change'],
  ['4', 'the output could not be written'],
  ['70', 'a bug in rel'],
  ['129, 130, 143', 'ended by a signal, or left with Ctrl-C'],
];

/** The manual page rel(1) in roff, from the tables of the program. */
export async function manualPage(): Promise<string> {
  const lines = [
    `.TH REL 1 "" "rel ${roff(manifest.version)}" "User Commands"`,
    ...section(
      'NAME',
      'rel \\- a journal of customer relationships that says which to keep, and why',
    ),
    '.SH SYNOPSIS',
    '.B rel',
    '.I COMMAND',
    '[\\fIWORDS\\fR...]',
    '.SH DESCRIPTION',
    ...DESCRIPTION.flatMap((text) => ['.PP', roff(text)]),
    '.SH COMMANDS',
    ...(await commandLines()),
    '.SH WORDS',
    ...LOG_WORDS.flatMap(({ example, means }) => tagged(example, means)),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([name, means]) => tagged(name, means)),
    '.SH FILES',
    ...tagged('~/.local/share/rel/journal.db', 'the journal, where nothing else is said'),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, means]) => tagged(code, means)),
  ];
  return `${lines.join('\n')}\n`;
}

const section = (title: string, text: string): readonly string[] => [`.SH ${title}`, text];

const tagged = (term: string, means: string): readonly string[] => [
  '.TP',
  `\\fB${roff(term)}\\fR`,
  roff(means),
];

async function commandLines(): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const [group, title] of Object.entries(GROUPS)) {
    lines.push(`.SS ${title}`);
    for (const listed of COMMANDS.filter((each) => each.group === group))
      lines.push(...(await linesOf(listed)));
  }
  return lines;
}

async function linesOf(listed: Listed): Promise<readonly string[]> {
  const command = (await listed.load())(systemWorld());
  new Command('rel').addCommand(command);
  const parts = command.commands.length > 0 ? command.commands : [command];
  return parts.flatMap((part) => {
    const name = part === command ? listed.name : `${listed.name} ${part.name()}`;
    const summary = part === command ? listed.summary : part.description();
    return [
      '.TP',
      `\\fBrel ${roff(name)}\\fR ${roff(argumentsOf(part))}`.trimEnd(),
      roff(summary),
      ...options(part.options),
    ];
  });
}

/** Without the options, which follow in lines of their own. */
const argumentsOf = (command: Command): string =>
  command
    .usage()
    .replace(/\[options\] ?/, '')
    .trim();

function options(all: readonly Option[]): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ flags, description }) => tagged(flags, description));
  return ['.RS', ...lines, '.RE'];
}

/** Text as roff takes it: no word of it is a request, every dash one that can be typed. */
function roff(text: string): string {
  const escaped = text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/…/g, '...')
    .replace(/[^\0-\x7f]/gu, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return `\\[u${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    });
  return escaped.replace(/^(?=[.'])/, '\\&');
}
