import { Command, InvalidArgumentError, Option } from 'commander';
import { asksJson, type FormatOption, formatOption, jsonOption } from './format-option.ts';
import { type Day, formatDay } from '../journal/days.ts';
import { isTouch } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';
import { historyOf } from '../journal/history.ts';
import { until } from '../journal/order.ts';
import { type Stage, STAGES } from '../journal/stage.ts';
import { customerSince } from '../journal/tenure.ts';
import { type Tier, TIERS, type Verdict, VERDICTS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import { type Worth, worthOf } from '../practice/worth.ts';
import { type ListedCustomer, listText } from '../render/list-text.ts';
import { worthJson } from '../render/worth-text.ts';
import { compareNames, type CustomerReview, reviewOf, severity } from '../verdict/review.ts';
import { bookIn } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';
import { listBroken } from './list-broken.ts';

interface Options extends JournalOption, FormatOption {
  readonly verdict?: readonly Verdict[];
  readonly stage?: readonly Stage[];
  readonly tier?: readonly Tier[];
  readonly sort: keyof typeof ORDERS;
  readonly broken?: boolean;
}

interface Row extends ListedCustomer {
  readonly review: CustomerReview;
  readonly lastEntry: Day | undefined;
  readonly worth: Worth;
}

/** As one looks for it: `de Groot` beside `Delta`. */
const byName = (a: Row, b: Row): number =>
  compareNames(foldName(a.name), foldName(b.name)) || compareNames(a.name, b.name);
/** What comes first: the first name, the most valuable, the longest silence, the worst verdict. */
const ORDERS = {
  name: byName,
  value: (a: Row, b: Row) => (b.value ?? -1) - (a.value ?? -1) || byName(a, b),
  last: (a: Row, b: Row) => (a.lastTouch ?? -1) - (b.lastTouch ?? -1) || byName(a, b),
  verdict: (a: Row, b: Row) => severity(b.verdict) - severity(a.verdict) || byName(a, b),
} as const;

export function listCommand(world: World): Command {
  const command = withJournal(new Command('list'))
    .description(
      'all customers: verdict, tier, stage, last touch, value, share of income, since when',
    )
    .option('--verdict <word>', 'only these: keep, fix, rebuild, drop', oneOf(VERDICTS))
    .option('--stage <stage>', `only these: ${STAGES.join(', ')}`, oneOf(STAGES))
    .option('--tier <tier>', 'only these: A, B, C', oneOf(TIERS))
    .addOption(
      new Option('--sort <by>', 'by name, by value, by the longest silence, or worst first')
        .choices(Object.keys(ORDERS))
        .default('name'),
    )
    .option('--broken', 'whom you could win back: the next step and what to say to each')
    .addOption(formatOption())
    .addOption(jsonOption())
    .action((options: Options) => list(world, options));
  return withExamples(
    command,
    'rel list',
    'rel list --tier A --sort last',
    'rel list --broken',
    'rel list --verdict drop,rebuild --json',
  );
}

async function list(world: World, options: Options): Promise<void> {
  const today = world.clock.today();
  const book = bookIn(world, options.db);
  const { customers } = reviewOf(book.accounts, book.settings, today);
  const rows = customers.map((review): Row => rowOf(review, today));
  const { verdict, stage, tier } = options;
  const listed = rows
    .filter((each) => verdict === undefined || verdict.includes(each.verdict))
    .filter((each) => stage === undefined || stage.includes(each.stage))
    .filter((each) => tier === undefined || tier.includes(each.tier))
    .sort(ORDERS[options.sort]);
  if (options.broken === true && rows.length > 0) {
    const wanted = listed.map((row) => ({ review: row.review, json: rowJson(row, today) }));
    await listBroken(world, wanted, asksJson(options));
  } else if (asksJson(options)) {
    world.print(
      `${JSON.stringify({ schema: 1, customers: listed.map((row) => rowJson(row, today)) })}\n`,
    );
  } else if (rows.length === 0) {
    world.print(`${EMPTY_JOURNAL}\n`);
  } else if (listed.length === 0) {
    world.print(`None of the ${rows.length} customers is like that.\n`);
  } else {
    world.print(listText(listed, rows.length, await world.page()));
  }
}

function rowOf(review: CustomerReview, today: Day): Row {
  const { judgement, relationship, share, value } = review;
  return {
    review,
    name: relationship.customer.name,
    verdict: judgement.verdict,
    tier: relationship.customer.tier ?? 'B',
    stage: judgement.standing.stage,
    lastEntry: relationship.entries.at(-1)?.on,
    lastTouch: until(relationship.entries, today).findLast(isTouch)?.on,
    entries: relationship.entries.length,
    value,
    worth: worthOf(historyOf(relationship, today)),
    since: customerSince(until(relationship.entries, today)),
    share,
  };
}

function rowJson({ lastEntry, lastTouch, since, worth, ...row }: Row, today: Day) {
  const { name, verdict, tier, stage, entries, value, share } = row;
  const date = (day: Day | undefined) => (day === undefined ? null : formatDay(day));
  return {
    name,
    verdict,
    tier,
    stage,
    lastEntry: date(lastEntry),
    entries,
    value,
    lastTouch: date(lastTouch),
    since: date(since),
    share,
    ...worthJson(worth, today),
  };
}

/** `a,b`, in any case; may be given again. */
const oneOf =
  <const T extends string>(words: readonly T[]) =>
  (given: string, before: readonly T[] = []): readonly T[] => [
    ...before,
    ...given.split(',').map((word) => {
      const found = words.find((each) => each.toLowerCase() === word.trim().toLowerCase());
      if (found === undefined) throw new InvalidArgumentError(`It is one of ${words.join(', ')}.`);
      return found;
    }),
  ];
