import { Command } from 'commander';
import { formatOf, jsonOption } from './format-option.ts';
import { DEMO_DAY, DEMO_JOURNAL } from '../demo/stories.ts';
import { addDays, parseDay, WEEK } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { reasoningOf } from '../practice/reasoning.ts';
import { wrapped } from '../render/finding-text.ts';
import { whyText } from '../render/why-text.ts';
import { type Remembered, reviewedAlone } from '../verdict/review.ts';
import { type Book, namesIn, oneCustomer, opened } from './book.ts';
import { readJournalText } from '../import/journal-text.ts';
import { bookFromLines } from '../import/book-from-lines.ts';
import { withExamples } from './common.ts';
import { onlyName } from './only-name.ts';
import { withPage } from './page-output.ts';
import {
  checkOutput,
  graphOption,
  type OutputOptions,
  reviewFormatOption,
  weeksShown,
} from './review-output.ts';
import { printPage } from './review-html.ts';
import { heldReview, setReview, toReview } from './set-review.ts';

export function demoCommand(world: World): Command {
  const command = new Command('demo')
    .description('review the stories of five sales essays; your own journal is not touched')
    .argument('[customer...]', 'explain one verdict of the demo, as rel why does')
    .addOption(reviewFormatOption())
    .addOption(jsonOption())
    .addOption(graphOption())
    .action((words: readonly string[], options: OutputOptions) => demo(world, words, options));
  return withExamples(withPage(command), 'rel demo', 'rel demo castellan', 'rel demo --json');
}

async function demo(world: World, words: readonly string[], options: OutputOptions): Promise<void> {
  checkOutput(options);
  const asOf = parseDay(DEMO_DAY) ?? world.clock.today();
  const book: Book = bookFromLines(readJournalText(DEMO_JOURNAL));
  const name = words.length === 0 ? undefined : onlyName(words, oneCustomer(words, namesIn(book)));
  const page = await world.page();
  const isText = formatOf(options) === 'text';
  const isAsked = ({ relationship }: Remembered): boolean =>
    name === undefined || relationship.customer.name === name;
  if (isText && name !== undefined) {
    const alone = reviewedAlone(opened(book).accounts, book.settings, name, asOf);
    world.print(whyText(reasoningOf(alone), page));
    return;
  }
  const { currency } = book.settings;
  const days = { asOf, against: addDays(asOf, -WEEK) };
  const all = toReview(opened(book), days, weeksShown(world, options, asOf, page));
  if (formatOf(options) === 'html') {
    const review = heldReview(all);
    const customers = review.customers.filter(isAsked);
    await printPage(world, { review, customers, currency, known: undefined }, options);
    return;
  }
  const asked = { isAsked, isRead: () => true, named: false, currency, known: undefined };
  world.print(setReview(world, all, asked, options, page).text);
  if (!isText) return;
  const closing = [
    'These are the stories of five sales essays. Why one of them: rel demo castellan',
    'Begin your own: rel log "Your Customer" --new call :need',
  ];
  world.print(`\n${closing.flatMap((line) => wrapped(line, page.width)).join('\n')}\n`);
}
