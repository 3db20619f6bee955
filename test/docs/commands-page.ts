import { Command } from 'commander';
import { COMMANDS, GROUPS, type Listed } from '../../src/commands/catalogue.ts';
import { runProgram } from '../../src/commands/program.ts';
import { systemWorld, type World } from '../../src/platform/world.ts';
import { block, page } from './markdown.ts';

const printingTo = (print: (text: string) => void, words: readonly string[]): World => ({
  ...systemWorld(),
  print,
  words: [...words, '--help'],
});

export async function commandsPage(): Promise<string> {
  const sections: string[] = [];
  for (const listed of COMMANDS) {
    const { name, summary } = listed;
    sections.push(`## rel ${name}`, `${summary}.`, block('text', await helpOf([name])));
    for (const [part, help] of await partsOf(listed))
      sections.push(`### rel ${name} ${part}`, block('text', help));
  }
  return page(
    '# Commands',
    'What `--help` says of each. Every command that reads or writes a journal takes `--db FILE`; without it the journal is the one that `REL_DB` names, else the one in your data folder. `REL_TODAY=YYYY-MM-DD` fixes what today is. The words of `rel log` are explained in [grammar.md](grammar.md), exit codes and columns in [export.md](export.md).',
    block('text', await helpOf([])),
    ...sections,
  );
}

async function helpOf(words: readonly string[]): Promise<string> {
  let printed = '';
  const world = printingTo((text) => (printed += text), words);
  await runProgram(world, {
    version: '0.0.0',
    commands: COMMANDS,
    groups: GROUPS,
    called: COMMANDS.find(({ name }) => name === words[0]),
  });
  return printed.trimEnd();
}

/** The help of the commands below a command: `add customer`. */
async function partsOf(
  listed: Listed,
): Promise<readonly (readonly [name: string, help: string])[]> {
  const load = await listed.load();
  const command = load(printingTo(() => undefined, []));
  new Command('rel').addCommand(command);
  return command.commands.map((part) => {
    let printed = '';
    part.configureOutput({ writeOut: (text) => (printed += text), getOutHelpWidth: () => 80 });
    part.outputHelp();
    return [part.name(), printed.trimEnd()];
  });
}
