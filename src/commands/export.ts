import { Command, Option } from 'commander';
import { csvOf } from '../export/csv.ts';
import { decisionRows } from '../export/decisions.ts';
import { journalOf } from '../export/journal.ts';
import { promisesIn } from '../export/promises-in.ts';
import { jsonLinesOf, jsonOf } from '../export/json.ts';
import {
  COLUMNS,
  customerRow,
  entryRow,
  findingRows,
  personRow,
  promiseRow,
  type Row,
  type Table,
  verdictRow,
} from '../export/tables.ts';
import type { NameBook } from '../grammar/customers.ts';
import { addDays, type Day, WEEK } from '../journal/days.ts';
import type { EntryText } from '../journal/entry-text.ts';
import { RelError } from '../journal/error.ts';
import { nearWords } from '../grammar/likeness.ts';
import { writeReviewLine } from '../journal/past-line.ts';
import type { World } from '../platform/world.ts';
import { pastOf } from '../store/restore-past.ts';
import type { Store } from '../store/store.ts';
import { operationLines } from '../sync/past-lines.ts';
import { oneCustomer, openBook } from './book.ts';
import { dateOption, withExamples, withJournal } from './common.ts';
import { countedAs, countedBy } from './counting.ts';
import { checkFilters, type ExportOptions, hasSignal, inRange } from './export-filters.ts';
import { exportSubject, unnamed } from './export-subject.ts';
import { readingFrom } from './opening.ts';
import { onlyName } from './only-name.ts';
import { openRecentBook } from './recent-book.ts';
import { rowsInOrder, toReview, type ToReview } from './set-review.ts';

type What = Table | 'journal';

export function exportCommand(world: World): Command {
  const command = withJournal(new Command('export'))
    .description(
      'write customers, people, entries, promises, verdicts, findings or decisions as CSV or JSON, or the whole journal',
    )
    .argument(
      '<what>',
      'customers, people, entries (touchpoints), promises, verdicts, findings, decisions, journal, subject',
    )
    .argument('[name...]', 'for subject: the customer or person')
    .addOption(
      new Option('--format <form>', 'csv (default), json, jsonl').choices(['csv', 'json', 'jsonl']),
    )
    .option(
      '--as-of <date>',
      'promises, verdicts, findings and decisions as they stood on that day',
    )
    .option('--since <date>', 'entries and decisions from that day on')
    .option('--until <date>', 'entries and decisions up to that day')
    .option('--customer <name>', 'only this customer')
    .option('--signal <word>', 'entries with this signal: rude, thanks, competitor …')
    .option('--output <file>', 'into a file instead of standard output')
    .option('--force', 'replace the file')
    .option('--bom', 'a byte order mark first, for spreadsheets that guess')
    .option('--spreadsheet', 'make cells harmless that a spreadsheet would take for formulas')
    .option('--private', 'the words of private entries too (the journal always has them)')
    .option('--history', 'with journal: all that was ever done as well, what was deleted too')
    .action((what: string, name: readonly string[], options: ExportOptions) =>
      what === 'subject'
        ? exportSubject(world, name, options)
        : exportTable(world, unnamed(what, name), options),
    );
  return withExamples(
    command,
    'rel export verdicts',
    'rel export entries --since "1 jan" --output touches.csv',
    'rel export journal > journal.jsonl',
    'rel export journal --history --output all.jsonl',
    'rel export subject dana@brazos --output dana.jsonl',
  );
}

async function exportTable(world: World, given: string, options: ExportOptions): Promise<void> {
  const what = readWhat(given);
  const { output, force = false } = options;
  const spool = await world.spool();
  readingFrom(world, options.db, (store) => {
    store?.walkingThrough();
    // A review looks for them itself.
    if (what !== 'verdicts' && what !== 'findings') store?.refuseHiddenRows();
    const pieces = world.counted(
      what === 'journal' ? journalPieces(store, options) : tablePieces(world, store, what, options),
      'rows',
    );
    if (output !== undefined && output !== '-') world.writeFile(output, pieces, force);
    else for (const piece of pieces) spool.add(piece);
  });
  // Printed after the reading: whoever reads slowly must not keep others from writing to the journal.
  spool.pour();
}

function readWhat(word: string): What {
  if (word === 'touchpoints') return 'entries';
  const all: readonly What[] = [...(Object.keys(COLUMNS) as Table[]), 'journal'];
  const what = all.find((each) => each === word);
  if (what !== undefined) return what;
  const near = nearWords(word, all);
  throw new RelError(
    'usage',
    `rel cannot export ${word}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}There are ${all.join(', ')}, subject`,
  );
}

function journalPieces(store: Store | undefined, options: ExportOptions): Iterable<string> {
  const wrong = (['format', 'customer', 'since', 'until', 'asOf', 'signal'] as const).find(
    (option) => options[option] !== undefined,
  );
  if (wrong !== undefined && !(wrong === 'format' && options.format === 'jsonl')) {
    throw new RelError(
      'usage',
      `--${wrong === 'asOf' ? 'as-of' : wrong} does not go with journal, which is always whole`,
      'leave it out, or export entries',
    );
  }
  if (store === undefined) return [];
  const journal = journalOf({
    settings: store.settings(),
    customers: store.customers().map(({ card }) => card),
    people: store.people(),
    entries: store.entryTexts(),
  });
  return options.history === true ? withPast(journal, store) : journal;
}

function* withPast(journal: Iterable<string>, store: Store): Iterable<string> {
  yield* journal;
  const { changes, reviews } = store.readBy(pastOf);
  for (const operation of operationLines(changes)) yield `${JSON.stringify(operation)}\n`;
  for (const { day, at, verdicts } of reviews)
    yield `${JSON.stringify(writeReviewLine({ on: day, at, verdicts }))}\n`;
}

function tablePieces(
  world: World,
  store: Store | undefined,
  table: Table,
  options: ExportOptions,
): Iterable<string> {
  checkFilters(table, options);
  if (options.history === true)
    throw new RelError(
      'usage',
      `--history does not go with ${table}`,
      'the history goes along with the whole journal: rel export journal --history',
    );
  const rows = rowsOf(world, store, table, options);
  const columns = COLUMNS[table];
  if (options.format === 'json') return jsonOf(columns, rows);
  if (options.format === 'jsonl') return jsonLinesOf(columns, rows);
  return csvOf(columns, rows, {
    bom: options.bom === true,
    spreadsheet: options.spreadsheet === true,
  });
}

function rowsOf(
  world: World,
  store: Store | undefined,
  table: Table,
  options: ExportOptions,
): Iterable<Row> {
  const asOf =
    options.asOf === undefined
      ? world.clock.today()
      : dateOption(world, '--as-of', options.asOf, 'past');
  const customers = store?.customers() ?? [];
  const people = store?.people() ?? [];
  const names = { customers: customers.map(({ card }) => card), people };
  const name = options.customer === undefined ? undefined : named(names, options.customer);
  const isWanted = (customer: string): boolean => name === undefined || customer === name;
  const wanted = customers.filter(({ card }) => isWanted(card.name));
  switch (table) {
    case 'customers':
      return wanted.map(({ card }) => customerRow(card));
    case 'people':
      return people.filter(({ customer }) => isWanted(customer)).map(personRow);
    case 'entries': {
      const rows = entryRows(
        store?.entryTexts(name === undefined ? undefined : wanted[0]?.key) ?? [],
        inRange(world, options),
        options.private === true,
      );
      return options.signal === undefined ? rows : only(rows, hasSignal(options));
    }
    case 'decisions':
      return decisionRows(
        wanted.map((customer) => store?.entriesOfTypes(customer, ['decision']) ?? []),
        asOf,
        { isIn: inRange(world, options), withPrivate: options.private === true },
      );
    case 'promises':
      return Array.from(countedAs(world, 'customers read')(wanted), ({ key }) =>
        promisesIn(store?.entriesOf(key) ?? [], asOf),
      )
        .flat()
        .sort((a, b) => a.promise.seq - b.promise.seq)
        .map((promise) => promiseRow(promise, options.private === true));
    case 'verdicts':
      return rowsInOrder(reviewOn(world, store, asOf, false), isWanted, (one) => [verdictRow(one)]);
    case 'findings':
      return rowsInOrder(reviewOn(world, store, asOf, true), isWanted, findingRows);
  }
}

/** @param withIds whether the ids of what a finding rests on are told */
function reviewOn(world: World, store: Store | undefined, asOf: Day, withIds: boolean): ToReview {
  const against = addDays(asOf, -WEEK);
  const book =
    store === undefined ? openBook(store) : openRecentBook(store, against, asOf, withIds);
  return toReview(book, { asOf, against }, [], countedBy(world));
}

const named = (names: NameBook, customer: string): string => {
  const words = customer.split(' ');
  return onlyName(words, oneCustomer(words, names));
};

function* only(rows: Iterable<Row>, isWanted: (row: Row) => boolean): Iterable<Row> {
  for (const row of rows) if (isWanted(row)) yield row;
}

function* entryRows(
  entries: Iterable<EntryText>,
  isIn: (day: Day) => boolean,
  withPrivate: boolean,
): Iterable<Row> {
  for (const entry of entries) {
    if (isIn(entry.on) && (entry.type !== 'mood' || withPrivate))
      yield entryRow(entry, withPrivate);
  }
}
