import { Command } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { formatDay } from '../journal/days.ts';
import { lessonsFor } from '../practice/lessons.ts';
import type { World } from '../platform/world.ts';
import { reasoningOf } from '../practice/reasoning.ts';
import { ruleWhyText } from '../render/rule-why.ts';
import { tracedJson, whyJson } from '../render/why-json.ts';
import { lessonJson, lessonsText } from '../render/lessons-text.ts';
import { whyText } from '../render/why-text.ts';
import { lookingInto, namesIn, oneCustomer, type OpenBook } from './book.ts';
import { dateOption, type JournalOption, withExamples, withJournal } from './common.ts';
import { knownDay, knownLine, KNOWN_HELP } from './known-day.ts';
import { reviewOfOne } from './one-customer.ts';
import { onlyName } from './only-name.ts';
import { knownRule } from './known-rule.ts';

interface Options extends JournalOption, FormatOption {
  readonly asOf?: string;
  readonly rule?: string;
  readonly short?: boolean;
  readonly known?: string;
}

export function whyCommand(world: World): Command {
  const command = withJournal(new Command('why'))
    .description(
      'why a customer has this verdict: findings, next step, what would change it, and all behind it',
    )
    .argument('<customer...>', 'a name, an alias, the beginning of a word of the name, or a person')
    .option('--as-of <date>', 'as it stood at the end of that day')
    .option(
      '--rule <name>',
      'one rule only: what it saw, and what it takes, whether or not it found anything',
    )
    .option('--short', 'the first screen, without the details')
    .option('--known <date>', KNOWN_HELP)
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((words: readonly string[], options: Options) => why(world, words, options));
  return withExamples(
    command,
    'rel why brazos',
    'rel why brazos --as-of 2026-11-13',
    'rel why brazos --rule payment',
    'rel why dana --json',
  );
}

async function why(world: World, words: readonly string[], options: Options): Promise<void> {
  const asOf =
    options.asOf === undefined
      ? world.clock.today()
      : dateOption(world, '--as-of', options.asOf, 'past');
  const rule = options.rule === undefined ? undefined : knownRule(options.rule);
  const known = knownDay(world, options.known);
  const explain = (book: OpenBook) => {
    const customer = onlyName(words, oneCustomer(words, namesIn(book)));
    const alone = reviewOfOne(world, book, customer, asOf);
    const lessons = lessonsFor(alone.review.judgement, book.accounts);
    return { customer, lessons, reasoning: reasoningOf(alone) };
  };
  const { customer, lessons, reasoning } = lookingInto(world, options.db, explain, known);
  const traced = reasoning.rules.find(({ judged }) => judged.rule === rule);
  if (asksJson(options)) {
    const seen = {
      schema: 1,
      asOf: formatDay(asOf),
      known: known === undefined ? null : formatDay(known),
    };
    const json =
      traced === undefined
        ? { ...seen, ...whyJson(reasoning), lessons: lessons.map(lessonJson) }
        : { ...seen, customer, ...tracedJson(traced, reasoning) };
    world.print(`${JSON.stringify(json)}\n`);
    return;
  }
  if (known !== undefined) world.print(knownLine(known));
  const page = await world.page();
  world.print(
    traced === undefined
      ? whyText(reasoning, page, options.short === true) + lessonsText(lessons, page)
      : ruleWhyText(traced, reasoning, page),
  );
}
