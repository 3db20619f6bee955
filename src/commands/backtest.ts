import { Command } from 'commander';
import { RelError } from '../journal/error.ts';
import { spokenDay } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { backtest } from '../practice/backtest.ts';
import { backtestJson } from '../render/backtest-json.ts';
import { backtestText } from '../render/backtest-text.ts';
import { bookOf } from '../verdict/book.ts';
import { bookIn } from './book.ts';
import {
  dateOption,
  EMPTY_JOURNAL,
  type JournalOption,
  withExamples,
  withJournal,
} from './common.ts';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';

interface Options extends JournalOption, FormatOption {
  readonly since?: string;
  readonly until?: string;
}

const MEANING = `
Each Friday is reviewed with the entries dated by then, and held against what
came:
  losses warned of  the last review before the loss warned; the rest are misses
  ahead             days from the beginning of that warning to the loss: the
                    median
  false alarms      a run of warned weeks, and nobody left or was dropped within
                    180 days after it; runs that are younger are not counted
  weeks             the part of all weeks in which it warned
In brackets: what the true share may be, 95 % sure on each side.`;

export function backtestCommand(world: World): Command {
  const command = withJournal(new Command('backtest'))
    .description('how early the reviews of past weeks warned, and how often they were wrong')
    .option('--since <date>', 'losses and warnings from that day on (default: the first entry)')
    .option('--until <date>', 'as if that day were today')
    .addOption(formatOption())
    .addOption(jsonOption())
    .addHelpText('after', MEANING)
    .action((options: Options) => replay(world, options));
  return withExamples(
    command,
    'rel backtest',
    'rel backtest --since 2025-01-01',
    'rel backtest --json',
  );
}

async function replay(world: World, options: Options): Promise<void> {
  const today = world.clock.today();
  const until =
    options.until === undefined ? today : dateOption(world, '--until', options.until, 'past');
  const since =
    options.since === undefined ? undefined : dateOption(world, '--since', options.since, 'past');
  if (until > today)
    throw new RelError(
      'usage',
      `--until ${spokenDay(until)} lies in the future`,
      'type a day that has been, or leave it out',
    );
  if (since !== undefined && since > until)
    throw new RelError(
      'usage',
      `--since ${spokenDay(since)} lies after ${spokenDay(until)}`,
      'type an earlier day',
    );
  const book = bookIn(world, options.db);
  const relationships = bookOf(book.accounts, book.settings, until);
  const tested = backtest(relationships, { since, until }, (each) =>
    world.counted(each, 'customers replayed'),
  );
  if (asksJson(options)) world.print(`${JSON.stringify(backtestJson(tested))}\n`);
  else if (book.accounts.length === 0) world.print(`${EMPTY_JOURNAL}\n`);
  else world.print(backtestText(tested, await world.page()));
}
