import { Command, Option } from 'commander';
import { formatDay } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { type ListedCustomer, listText } from '../render/list-text.ts';
import { compareNames, reviewOf } from '../verdict/review.ts';
import { readBook } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';
import { readingFrom } from './opening.ts';

interface Options extends JournalOption {
  readonly format: 'text' | 'json';
  readonly json?: boolean;
}

export function listCommand(world: World): Command {
  const command = withJournal(new Command('list'))
    .description('all customers by name: verdict, tier, stage, last touch, value')
    .addOption(
      new Option('--format <form>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .action((options: Options) => list(world, options));
  return withExamples(command, 'rel list', 'rel list --json');
}

async function list(world: World, options: Options): Promise<void> {
  const book = readingFrom(world, options.db, readBook);
  const { customers } = reviewOf(book.accounts, book.settings, world.clock.today());
  const listed = customers
    .map(({ judgement, relationship, value }): ListedCustomer => ({
      name: relationship.customer.name,
      verdict: judgement.verdict,
      tier: relationship.customer.tier ?? 'B',
      stage: judgement.standing.stage,
      lastEntry: relationship.entries.at(-1)?.on,
      entries: relationship.entries.length,
      value,
    }))
    .sort((a, b) => compareNames(a.name, b.name));
  if (options.json === true || options.format === 'json') {
    const rows = listed.map((each) => ({
      ...each,
      lastEntry: each.lastEntry === undefined ? null : formatDay(each.lastEntry),
    }));
    world.print(`${JSON.stringify({ schema: 1, customers: rows })}\n`);
    return;
  }
  world.print(listed.length === 0 ? `${EMPTY_JOURNAL}\n` : listText(listed, await world.page()));
}
