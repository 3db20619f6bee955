import { Command } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { formatDay } from '../journal/days.ts';
import { lessonsFor } from '../practice/lessons.ts';
import type { World } from '../platform/world.ts';
import { customerJson, findingJson } from '../render/review-json.ts';
import { lessonJson, lessonsText } from '../render/lessons-text.ts';
import { whyText } from '../render/why-text.ts';
import { hangsOn } from '../verdict/hangs-on.ts';
import { reviewOf } from '../verdict/review.ts';
import { belongs, TABLE } from '../verdict/table.ts';
import { namesIn, oneCustomer, readBook } from './book.ts';
import { dateOption, type JournalOption, withExamples, withJournal } from './common.ts';
import { knownDay, knownLine, KNOWN_HELP } from './known-day.ts';
import { readingFrom } from './opening.ts';
import { onlyName } from './only-name.ts';

interface Options extends JournalOption, FormatOption {
  readonly asOf?: string;
  readonly known?: string;
}

export function whyCommand(world: World): Command {
  const command = withJournal(new Command('why'))
    .description(
      'why a customer has this verdict: the row of the table, each finding, what it hangs on',
    )
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--as-of <date>', 'as it stood at the end of that day')
    .option('--known <date>', KNOWN_HELP)
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => why(world, words, options));
  return withExamples(
    command,
    'rel why brazos',
    'rel why brazos --as-of 2026-11-13',
    'rel why dana --json',
  );
}

async function why(world: World, words: readonly string[], options: Options): Promise<void> {
  const asOf =
    options.asOf === undefined
      ? world.clock.today()
      : dateOption(world, '--as-of', options.asOf, 'past');
  const known = knownDay(world, options.known);
  const book = readingFrom(world, options.db, (store) => readBook(store, known));
  const customer = onlyName(words, oneCustomer(words, namesIn(book)));
  const { customers } = reviewOf(book.accounts, book.settings, asOf);
  const review = customers.find(({ relationship }) => relationship.customer.name === customer);
  if (review === undefined) throw new Error(`${customer} has no review`);
  const hinges = hangsOn(review.relationship, review.judgement);
  const { judgement } = review;
  const lessons = lessonsFor(judgement, book.accounts);
  if (!asksJson(options)) {
    if (known !== undefined) world.print(knownLine(known));
    const page = await world.page();
    world.print(whyText(review, hinges, page) + lessonsText(lessons, page));
    return;
  }
  const above = TABLE.slice(0, TABLE.indexOf(judgement.row)).filter((row) =>
    belongs(row, judgement.standing.stage),
  );
  const json = {
    schema: 1,
    asOf: formatDay(asOf),
    known: known === undefined ? null : formatDay(known),
    ...customerJson(review, { hinges: () => hinges, allRules: true }),
    condition: judgement.row.condition,
    notRows: above.map(({ row, verdict, condition }) => ({ row, verdict, condition })),
    reset: judgement.standing.reset === undefined ? null : formatDay(judgement.standing.reset),
    lessons: lessons.map(lessonJson),
    firm: hinges.length === 0,
    findings: judgement.rules.map((each) => ({
      ...findingJson(each),
      thresholds: each.rule.thresholds,
    })),
  };
  world.print(`${JSON.stringify(json)}\n`);
}
