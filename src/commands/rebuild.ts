import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import { STEP_TITLES, STEPS, WAIT } from '../journal/ladder.ts';
import type { World } from '../platform/world.ts';
import { regarding } from '../practice/rebuild/broken.ts';
import { rebuildPage } from '../practice/rebuild/page.ts';
import { rebuildJson } from '../render/rebuild-json.ts';
import { rebuildText } from '../render/rebuild-text.ts';
import { lookingInto, type OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { reviewOfOne } from './one-customer.ts';
import { BY_UNTIL, type RebuildOptions, recordStep } from './rebuild-step.ts';
import { withTurnOptions } from './turn.ts';
import { ofCustomer } from './turn-words.ts';

export function rebuildCommand(world: World): Command {
  const command = withTurnOptions(new Command('rebuild'))
    .description('the way back after something broke: the steps, what comes next, words for it')
    .usage('[options] CUSTOMER [STEP [yes|perhaps|no] [WORDS…]]')
    .argument('[customer...]', 'who; then a step that was taken, the answer, words for a note')
    .option('--by <date...>', 'with asked: until when you have solved it')
    .option('--until <date...>', 'with wait: leave them in peace until then')
    .option('--force', 'though an earlier step is open; needs --reason')
    .option('--reason <text>', 'why all the same')
    .addHelpText('after', `\nSTEP is one of:\n${stepLines()}\n${PEACE}`)
    .action((words: readonly string[], options: RebuildOptions) => rebuild(world, words, options));
  return withExamples(
    command,
    'rel rebuild kettleby',
    'rel rebuild kettleby history read the file, rang Graham',
    'rel rebuild kettleby asked yes the late lorries --by "in 3 weeks"',
  );
}

/** Why they are left in peace for so long. */
const PEACE = `After what you did to them they are left in peace: a month after a small harm, a
quarter after a middling one, half a year after one that is not forgotten. Who
comes sooner has not understood; who comes later has forgotten them. They are
free to come before, a change over there ends it, and wait sets another day.`;

const stepLines = (): string =>
  [...STEPS.map((step) => [step, STEP_TITLES[step]]), [WAIT, 'not yet: leave them in peace']]
    .map(([step = '', title = '']) => `  ${step.padEnd(10)} ${title}\n`)
    .join('');

async function rebuild(
  world: World,
  words: readonly string[],
  options: RebuildOptions,
): Promise<void> {
  if (words.length === 0) {
    const hint = 'whom one could win back: rel list --broken; also: rel rebuild --help';
    throw new RelError('usage', 'rel rebuild needs a customer', hint);
  }
  const read = ofCustomer(world, words, { ...options }, BY_UNTIL);
  const page = lookingInto(world, options.db, (book) => {
    const { customer, days, rest } = read(book);
    if (rest.length > 0) return undefined;
    refuseWithoutStep({ ...options, ...days });
    return pageOf(world, book, customer);
  });
  if (page === undefined) {
    await recordStep(world, read, options);
    return;
  }
  world.print(
    options.json === true
      ? `${JSON.stringify(rebuildJson(page))}\n`
      : rebuildText(page, await world.page()),
  );
}

/** What belongs to a step would be passed over without a word. */
function refuseWithoutStep({
  by,
  force,
  on,
  reason,
  until,
}: Readonly<Partial<Record<keyof RebuildOptions, unknown>>>): void {
  const given = [by, force, on, reason, until].some((option) => option !== undefined);
  if (!given) return;
  throw new RelError('usage', 'which step was taken?', `one of ${STEPS.join(', ')}, ${WAIT}`);
}

function pageOf(world: World, book: OpenBook, name: string) {
  const { review } = reviewOfOne(world, book, name, world.clock.today());
  return rebuildPage(
    regarding(review),
    book.people.filter(({ customer }) => customer === name),
  );
}
