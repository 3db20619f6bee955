import { COMMANDS, GROUPS } from './commands/catalogue.ts';
import { type ErrorKind, RelError } from './journal/error.ts';
import { configFile } from './platform/config-file.ts';
import { systemWorld, type World } from './platform/world.ts';
import manifest from '../package.json' with { type: 'json' };

const EXIT_USAGE = 2;
const EXIT_BUG = 70;
const EXIT_CODES: Readonly<Record<ErrorKind, number>> = {
  usage: EXIT_USAGE,
  journal: 3,
  output: 4,
};

void main();

/** Runs one command; the only place where errors become exit codes. */
async function main(): Promise<void> {
  let world = systemWorld();
  try {
    const file = configFile();
    if (file !== undefined) {
      const { preferencesIn } = await import('./commands/preferences.ts');
      world = systemWorld(preferencesIn(file));
    }
    await run(world);
  } catch (error) {
    // Who presses the Tab key in the middle of a line wants no message there.
    world.end(world.words[0] === 'complete' ? 0 : await report(world, error));
  }
}

async function run(world: World): Promise<void> {
  const [first, ...rest] = world.words;
  if (first === 'complete') {
    const { complete } = await import('./commands/complete.ts');
    await complete(world, rest);
    return;
  }
  const listed = COMMANDS.find(({ name }) => name === first);
  const asksHelp = rest[0] === '--help' || rest[0] === '-h';
  if (listed?.loadGrammar !== undefined && !asksHelp) {
    const execute = await listed.loadGrammar();
    await execute(world, rest);
    return;
  }
  const { runProgram } = await import('./commands/program.ts');
  await runProgram(world, {
    version: manifest.version,
    commands: COMMANDS,
    groups: GROUPS,
    called: listed,
  });
}

async function report(world: World, error: unknown): Promise<number> {
  if (!(error instanceof RelError)) {
    world.tell(`rel: this is a bug in rel; please report it with these lines\n${trace(error)}`);
    return EXIT_BUG;
  }
  // What was typed or read is repeated here, and may be the text of others.
  const { visible } = await import('./render/visible.ts');
  world.tell(`rel: ${visible(error.message)}`);
  if (error.hint !== undefined) world.tell(`     ${visible(error.hint)}`);
  return EXIT_CODES[error.kind];
}

const trace = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
