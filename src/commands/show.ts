import { Command, Option } from 'commander';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { lookingInto, oneCustomer, type OpenBook } from './book.ts';
import { withExamples, withJournal } from './common.ts';
import { countedAs } from './counting.ts';
import { formatOf, jsonOption } from './format-option.ts';
import { KNOWN_HELP } from './known-day.ts';
import { maskOption, shownBook } from './masked.ts';
import { reviewOfOne } from './one-customer.ts';
import { onlyName } from './only-name.ts';
import { checkPage, type PageOptions, withPage } from './page-output.ts';
import { privateOption, tellsPrivate } from './privately.ts';
import { readCount } from './read-count.ts';
import { cardOf, customerJson, customerShown, customerText } from './show-customer.ts';
import { entryShown, printEntry } from './show-entry.ts';
import { showHtml } from './show-html.ts';
import { refuseWithoutVerdicts, showVerdicts, type VerdictsOptions } from './show-verdicts.ts';

interface Options extends Omit<VerdictsOptions, 'format'>, PageOptions {
  readonly format: 'text' | 'json' | 'html';
  readonly last: number;
  readonly graph: boolean;
  readonly private?: boolean;
}

const ENTRY_NUMBER = /^#?(\d+)$/;

export function showCommand(world: World): Command {
  const command = withJournal(new Command('show'))
    .description(
      'one customer: card, people, promises, the last entries; or one entry by its number',
    )
    .argument('<customer-or-number...>', 'a customer, or the number of an entry')
    .option('--last <count>', 'how many entries', readCount, 10)
    .option('--no-graph', 'without the picture: for scripts and screen readers')
    .option('--verdicts', 'what the verdict was, week by week (26 weeks)')
    .option('--since <date>', 'with --verdicts: from that day on')
    .option('--as-of <date>', 'with --verdicts: up to that day')
    .option('--known <date>', `with --verdicts: ${KNOWN_HELP}`)
    .addOption(privateOption('in a page, or behind a mask'))
    .addOption(maskOption())
    .addOption(
      new Option('--format <form>', 'how to print it; html is one page with pictures')
        .choices(['text', 'json', 'html'])
        .default('text'),
    )
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => show(world, words, options));
  return withExamples(
    withPage(command),
    'rel show harlan',
    'rel show 12',
    'rel show harlan --verdicts --since "1 jan"',
    'rel show harlan --last 50 --json',
    'rel show harlan --open',
  );
}

async function show(world: World, words: readonly string[], options: Options): Promise<void> {
  const format = formatOf(options);
  checkPage(options, format);
  if (options.verdicts === true) {
    if (format === 'html') throw noPage('--verdicts');
    await showVerdicts(world, words, { ...options, format });
    return;
  }
  refuseWithoutVerdicts(options);
  const asJson = format === 'json';
  const privately = tellsPrivate(options, format === 'html');
  const today = world.clock.today();
  const shown = lookingInto(world, options.db, (open) => {
    const watch = countedAs(world, 'customers read');
    const { among, book, called } = shownBook(open, options.mask, watch);
    const number = words.length === 1 ? ENTRY_NUMBER.exec(words[0] ?? '')?.[1] : undefined;
    if (number !== undefined && !isName(open, words[0] ?? '')) {
      if (format === 'html') throw noPage(`entry #${number}`);
      return { one: entryShown(book, Number(number), today, privately) };
    }
    const name = called(among((names) => onlyName(words, oneCustomer(words, names))));
    const draws = options.graph && (asJson || world.graphs !== 'never');
    const asked = { draws, explains: format === 'html', last: options.last, privately };
    const alone = reviewOfOne(world, book, name, today);
    return { all: customerShown(book, alone, asked) };
  });
  if (shown.one !== undefined) {
    await printEntry(world, shown.one, asJson);
  } else if (asJson) {
    world.print(`${JSON.stringify(customerJson(shown.all))}\n`);
  } else if (shown.all.explained === undefined) {
    world.print(customerText(shown.all, await world.page()));
  } else {
    const { currency, drawn, explained, review } = shown.all;
    const page = { ...explained, review, currency, picture: drawn?.picture, privately };
    await showHtml(world, { ...page, card: cardOf(shown.all) }, options);
  }
}

/** The page is of a whole relationship. */
const noPage = (what: string): RelError =>
  new RelError(
    'usage',
    `${what} has no page in HTML`,
    'rel show CUSTOMER --format html has it all',
  );

const isName = ({ accounts }: OpenBook, word: string): boolean =>
  accounts.some(({ customer }) => customer.name === word);
