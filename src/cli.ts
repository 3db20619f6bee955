import { COMMANDS, GROUPS } from './commands/catalogue.ts';
import { runToTheEnd } from './ended.ts';
import type { World } from './platform/world.ts';
import manifest from '../package.json' with { type: 'json' };

void runToTheEnd(run);

/** Every command but those that have a start of their own. */
async function run(world: World): Promise<void> {
  const [first] = world.words;
  const { runProgram } = await import('./commands/program.ts');
  await runProgram(world, {
    version: manifest.version,
    commands: COMMANDS,
    groups: GROUPS,
    called: COMMANDS.find(({ name }) => name === first),
  });
}
