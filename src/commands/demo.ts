import { Command } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { DEMO_DAY, DEMO_JOURNAL } from '../demo/stories.ts';
import { parseDay } from '../journal/days.ts';
import type { World } from '../platform/world.ts';
import { reasoningOf } from '../practice/reasoning.ts';
import { reviewJson } from '../render/review-json.ts';
import { reviewText } from '../render/review-text.ts';
import { wrapped } from '../render/finding-text.ts';
import { whyText } from '../render/why-text.ts';
import { hangsOn } from '../verdict/hangs-on.ts';
import { type CustomerReview, reviewOf } from '../verdict/review.ts';
import { type Book, namesIn, oneCustomer } from './book.ts';
import { readJournalText } from '../import/journal-text.ts';
import { bookFromLines } from '../import/book-from-lines.ts';
import { withExamples } from './common.ts';
import { onlyName } from './only-name.ts';

type Options = FormatOption;

export function demoCommand(world: World): Command {
  const command = new Command('demo')
    .description('review the stories of five sales essays; your own journal is not touched')
    .argument('[customer...]', 'explain one verdict of the demo, as rel why does')
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => demo(world, words, options));
  return withExamples(command, 'rel demo', 'rel demo castellan', 'rel demo --json');
}

async function demo(world: World, words: readonly string[], options: Options): Promise<void> {
  const asOf = parseDay(DEMO_DAY) ?? world.clock.today();
  const book: Book = bookFromLines(readJournalText(DEMO_JOURNAL));
  const review = reviewOf(book.accounts, book.settings, asOf);
  const hinges = ({ relationship, judgement }: CustomerReview) => hangsOn(relationship, judgement);
  const name = words.length === 0 ? undefined : onlyName(words, oneCustomer(words, namesIn(book)));
  const customers = review.customers.filter(
    ({ relationship }) => name === undefined || relationship.customer.name === name,
  );
  const [only] = customers;
  if (asksJson(options)) {
    world.print(
      `${JSON.stringify(reviewJson({ ...review, customers }, { hinges, allRules: false }))}\n`,
    );
  } else if (name !== undefined && only !== undefined) {
    world.print(whyText(reasoningOf(only, book), await world.page()));
  } else {
    const currency = book.settings.currency === undefined ? '' : ` ${book.settings.currency}`;
    const page = await world.page();
    world.print(reviewText(review, { customers, hidden: 0, currency }, page));
    const closing = [
      'These are the stories of five sales essays. Why one of them: rel demo castellan',
      'Begin your own: rel log "Your Customer" --new call :need',
    ];
    world.print(`${closing.flatMap((line) => wrapped(line, page.width)).join('\n')}\n`);
  }
}
