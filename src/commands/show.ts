import { Command, Option } from 'commander';
import { formatOf, jsonOption } from './format-option.ts';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { isTwoWay } from '../journal/entry.ts';
import { historyOf } from '../journal/history.ts';
import { writeCustomer, writePerson } from '../journal/line.ts';
import { beginningOf } from '../practice/beginning.ts';
import { lastEnd } from '../practice/end-of-business.ts';
import { keptRate } from '../practice/kept-rates.ts';
import { reasonOf } from '../practice/reason.ts';
import { worthOf } from '../practice/worth.ts';
import type { World } from '../platform/world.ts';
import { beginningJson, beginningLines } from '../render/beginning-text.ts';
import { cardText } from '../render/card-text.ts';
import { endJson, endLines } from '../render/end-of-business-text.ts';
import { entryJson } from '../render/entry-json.ts';
import { lastChanceJson } from '../render/last-chance-json.ts';
import { nextCommand } from '../render/next-command.ts';
import { pictureJson } from '../render/picture/picture-json.ts';
import { pictureText } from '../render/picture/picture-text.ts';
import { promiseJson } from '../render/promise-json.ts';
import { lastChanceOf } from '../verdict/last-chance.ts';
import { worthJson, worthWords } from '../render/worth-text.ts';
import { reviewOf } from '../verdict/review.ts';
import { mediansOf } from '../verdict/track.ts';
import { type Book, oneCustomer, bookIn } from './book.ts';
import { withExamples, withJournal } from './common.ts';
import { KNOWN_HELP } from './known-day.ts';
import { maskOption, shownBook } from './masked.ts';
import { onlyName } from './only-name.ts';
import { checkPage, type PageOptions, withPage } from './page-output.ts';
import { entriesFor, privateOption, tellsPrivate } from './privately.ts';
import { readCount } from './read-count.ts';
import { showEntry } from './show-entry.ts';
import { showHtml } from './show-html.ts';
import { drawnOf } from './show-picture.ts';
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
  const read = bookIn(world, options.db);
  const { among, book, called } = shownBook(read, options.mask);
  const number = words.length === 1 ? ENTRY_NUMBER.exec(words[0] ?? '')?.[1] : undefined;
  if (number !== undefined && !isName(read, words[0] ?? '')) {
    if (format === 'html') throw noPage(`entry #${number}`);
    await showEntry(world, book, Number(number), asJson, privately);
    return;
  }
  const name = called(among((names) => onlyName(words, oneCustomer(words, names))));
  const today = world.clock.today();
  const { customers } = reviewOf(book.accounts, book.settings, today);
  const review = customers.find(({ relationship }) => relationship.customer.name === name);
  if (review === undefined) throw new Error(`${name} has no card`);
  const { judgement, relationship } = review;
  const history = historyOf(relationship, today);
  const people = book.people.filter(({ customer }) => customer === name);
  const promises = [history.ourPromises, history.theirPromises].flatMap((some) =>
    some.filter(({ unresolved }) => unresolved).sort((a, b) => a.due - b.due),
  );
  const shown = entriesFor(relationship.entries, privately);
  const entries = shown.slice(-options.last);
  const rates = { theirs: keptRate(history.theirPromises), ours: keptRate(history.ourPromises) };
  const worth = worthOf(history);
  const beginning = beginningOf(history.ever.entries, today);
  const isGone = history.standing.stage === 'lost' || history.standing.stage === 'dropped';
  const ended = isGone
    ? lastEnd(relationship, today, mediansOf(customers.map((each) => each.relationship)))
    : undefined;
  const draws = options.graph && (asJson || world.graphs !== 'never');
  const drawn = draws ? drawnOf(review, customers, privately) : undefined;
  const shared = { reason: reasonOf(judgement, privately), next: nextCommand(review) };
  if (!asJson) {
    const kept = [...rateText('they keep', rates.theirs), ...rateText('you keep', rates.ours)];
    const lastTalk = history.ever.touches.findLast(isTwoWay);
    const page = await world.page();
    const turning = [
      ...beginningLines(beginning, relationship.customer.standard, today, page),
      ...endLines(ended, page),
    ];
    const card = { kept, lastTalk, people, promises, worth: worthWords(worth, today) };
    if (format === 'html') {
      const picture = drawn?.picture;
      await showHtml(world, { review, customers, book, card, picture, privately }, options);
      return;
    }
    const picture = drawn === undefined ? [] : pictureText(drawn.picture, drawn.shares, page);
    const more = shown.length - entries.length;
    world.print(cardText({ ...shared, ...card, picture, turning, review, entries, more }, page));
    return;
  }
  const json = {
    schema: 1,
    customer: writeCustomer(relationship.customer),
    people: people.map(writePerson),
    verdict: judgement.verdict,
    stage: history.standing.stage,
    asOf: formatDay(today),
    promises: promises.map(promiseJson),
    entries: entries.map(entryJson),
    row: judgement.row.row,
    tooEarly: judgement.tooEarly,
    value: review.value,
    ...shared,
    kept: rates,
    lastChance: lastChanceJson(lastChanceOf(review)),
    worth: worthJson(worth, today),
    beginning: beginningJson(beginning),
    ended: endJson(ended),
    picture: drawn === undefined ? null : pictureJson(drawn.picture, drawn.shares),
  };
  world.print(`${JSON.stringify(json)}\n`);
}

/** The page is of a whole relationship. */
const noPage = (what: string): RelError =>
  new RelError(
    'usage',
    `${what} has no page in HTML`,
    'rel show CUSTOMER --format html has it all',
  );

const isName = ({ accounts }: Book, word: string): boolean =>
  accounts.some(({ customer }) => customer.name === word);

const rateText = (who: string, { kept, settled }: ReturnType<typeof keptRate>) =>
  settled === 0 ? [] : [`${who} ${kept} of ${settled} promises`];
