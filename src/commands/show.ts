import { Command, InvalidArgumentError, Option } from 'commander';
import { formatDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { writeCustomer, writeEntry, writePerson } from '../journal/line.ts';
import type { World } from '../platform/world.ts';
import { cardText, oneEntryText } from '../render/card-text.ts';
import { promiseJson } from '../render/promise-json.ts';
import { reviewOf } from '../verdict/review.ts';
import { type Book, namesIn, oneCustomer, readBook } from './book.ts';
import { type JournalOption, withExamples, withJournal } from './common.ts';
import { readingFrom } from './opening.ts';
import { onlyName } from './only-name.ts';
import { historyOf } from '../journal/history.ts';

interface Options extends JournalOption {
  readonly last: number;
  readonly format: 'text' | 'json';
  readonly json?: boolean;
}

const ENTRY_NUMBER = /^#?(\d+)$/;

export function showCommand(world: World): Command {
  const command = withJournal(new Command('show'))
    .description(
      'one customer: card, people, promises, the last entries; or one entry by its number',
    )
    .argument('<customer-or-number...>', 'a customer, or the number of an entry')
    .option('--last <count>', 'how many entries', readCount, 10)
    .addOption(
      new Option('--format <form>', 'how to print it').choices(['text', 'json']).default('text'),
    )
    .option('--json', 'the same as --format json')
    .action((words: readonly string[], options: Options) => show(world, words, options));
  return withExamples(
    command,
    'rel show harlan',
    'rel show 12',
    'rel show harlan --last 50 --json',
  );
}

function readCount(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  return count;
}

async function show(world: World, words: readonly string[], options: Options): Promise<void> {
  const book = readingFrom(world, options.db, readBook);
  const number = words.length === 1 ? ENTRY_NUMBER.exec(words[0] ?? '')?.[1] : undefined;
  if (number !== undefined && !isName(book, words[0] ?? '')) {
    showEntry(world, book, Number(number), options.json === true || options.format === 'json');
    return;
  }
  const name = onlyName(words, oneCustomer(words, namesIn(book)));
  const today = world.clock.today();
  const review = reviewOf(book.accounts, book.settings, today).customers.find(
    ({ relationship }) => relationship.customer.name === name,
  );
  if (review === undefined) throw new Error(`${name} has no card`);
  const { relationship } = review;
  const history = historyOf(relationship, today);
  const people = book.people.filter(({ customer }) => customer === name);
  const promises = [...history.ourPromises, ...history.theirPromises].filter(
    ({ status, unresolved }) => unresolved && status !== 'waived',
  );
  const entries = relationship.entries.slice(-options.last);
  if (options.json !== true && options.format === 'text') {
    const more = relationship.entries.length - entries.length;
    world.print(cardText({ review, people, promises, entries, more }, await world.page()));
    return;
  }
  const json = {
    schema: 1,
    customer: writeCustomer(relationship.customer),
    people: people.map(writePerson),
    verdict: review.judgement.verdict,
    stage: history.standing.stage,
    asOf: formatDay(today),
    promises: promises.map(promiseJson),
    entries: entries.map((entry) => ({ number: entry.seq, ...writeEntry(entry) })),
  };
  world.print(`${JSON.stringify(json)}\n`);
}

const isName = ({ accounts }: Book, word: string): boolean =>
  accounts.some(({ customer }) => customer.name === word);

function showEntry(world: World, { accounts }: Book, number: number, json: boolean): void {
  const entry = accounts.flatMap(({ entries }) => entries).find(({ seq }) => seq === number);
  if (entry === undefined)
    throw new RelError(
      'usage',
      `there is no entry #${number}`,
      'rel show CUSTOMER lists the numbers',
    );
  const fields = { number: entry.seq, ...writeEntry(entry) };
  world.print(json ? `${JSON.stringify({ schema: 1, ...fields })}\n` : oneEntryText(entry, fields));
}
