import { Argument, Command } from 'commander';
import type { World } from '../platform/world.ts';
import { withExamples } from './common.ts';
import { SCRIPTS, SHELLS, type Shell } from './completion-scripts.ts';

export function completionCommand(world: World): Command {
  const command = new Command('completion')
    .description('print what makes the Tab key complete customers, words and options')
    .addArgument(new Argument('<shell>', 'the shell it is for').choices(SHELLS))
    .action((shell: Shell) => world.print(SCRIPTS[shell]));
  return withExamples(
    command,
    `echo 'eval "$(rel completion bash)"' >> ~/.bashrc`,
    `echo 'eval "$(rel completion zsh)"' >> ~/.zshrc`,
    'rel completion fish > ~/.config/fish/completions/rel.fish',
    `rel completion powershell | Out-File -Append $PROFILE`,
  );
}
