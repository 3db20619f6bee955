import { type ErrorKind, RelError } from './journal/error.ts';
import { type ConfigFile, configFile } from './platform/config-file.ts';
import { type Preferences, systemWorld, type World } from './platform/world.ts';

const EXIT_USAGE = 2;
const EXIT_BUG = 70;
const EXIT_CODES: Readonly<Record<ErrorKind, number>> = {
  usage: EXIT_USAGE,
  journal: 3,
  unsettled: 3,
  output: 4,
};

/** Runs what was called, to its end; the only place where errors become exit codes. */
export async function runToTheEnd(run: (world: World) => void | Promise<void>): Promise<void> {
  let world = systemWorld();
  try {
    const file = configFile();
    if (file !== undefined) world = systemWorld(await chosenIn(file));
    await run(world);
    await world.settle();
  } catch (error) {
    // Who presses the Tab key in the middle of a line wants no message there.
    world.end(world.words[0] === 'complete' ? 0 : await report(world, error));
  }
}

async function chosenIn(file: ConfigFile): Promise<Preferences> {
  const { preferencesIn } = await import('./commands/preferences.ts');
  const { problem, value } = { value: {}, ...preferencesIn(file) };
  if (problem === undefined) return value;
  throw new RelError('usage', problem, 'mend the file, or delete it: nothing else was done');
}

async function report(world: World, given: unknown): Promise<number> {
  const error = given instanceof RelError ? given : ((await diskErrorIn(given)) ?? given);
  if (!(error instanceof RelError)) {
    world.tell(`rel: this is a bug in rel; please report it with these lines\n${trace(error)}`);
    return EXIT_BUG;
  }
  // What was typed or read is repeated here, and may be the text of others.
  const { errorLines } = await import('./render/error-text.ts');
  const hint = error.kind === 'journal' ? await wayOutOf(world, error) : error.hint;
  const told = { message: error.message, hint, offers: error.offers };
  for (const line of errorLines(told, world.noticeWidth)) world.tell(line);
  return EXIT_CODES[error.kind];
}

async function diskErrorIn(error: unknown): Promise<RelError | undefined> {
  const { diskError } = await import('./platform/disk-error.ts');
  return diskError(error);
}

async function wayOutOf(world: World, error: RelError): Promise<string | undefined> {
  const { wayOut } = await import('./commands/way-out.ts');
  return wayOut(error, world.words) ?? error.hint;
}

const trace = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
