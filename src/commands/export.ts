import { Command, Option } from 'commander';
import { csvOf } from '../export/csv.ts';
import { decisionRows } from '../export/decisions.ts';
import { journalOf } from '../export/journal.ts';
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
import type { Day } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { ourPromises, theirPromises } from '../journal/promises.ts';
import { until } from '../journal/order.ts';
import { nearWords } from '../grammar/likeness.ts';
import type { World } from '../platform/world.ts';
import type { Store } from '../store/store.ts';
import type { Account } from '../verdict/book.ts';
import { reviewOf } from '../verdict/review.ts';
import { type Book, namesIn, oneCustomer, readBook } from './book.ts';
import { dateOption, type JournalOption, withExamples, withJournal } from './common.ts';
import { readingFrom } from './opening.ts';
import { onlyName } from './only-name.ts';

interface Options extends JournalOption {
  readonly format?: 'csv' | 'json' | 'jsonl';
  readonly asOf?: string;
  readonly since?: string;
  readonly until?: string;
  readonly customer?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly bom?: boolean;
  readonly spreadsheet?: boolean;
  readonly private?: boolean;
}

type What = Table | 'journal';

export function exportCommand(world: World): Command {
  const command = withJournal(new Command('export'))
    .description(
      'write customers, people, entries, promises, verdicts, findings or decisions as CSV or JSON, or the whole journal',
    )
    .argument(
      '<what>',
      'customers, people, entries (touchpoints), promises, verdicts, findings, decisions, journal',
    )
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
    .option('--output <file>', 'into a file instead of standard output')
    .option('--force', 'replace the file')
    .option('--bom', 'a byte order mark first, for spreadsheets that guess')
    .option('--spreadsheet', 'make cells harmless that a spreadsheet would take for formulas')
    .option('--private', 'the notes of private entries too (the journal always has them)')
    .action((what: string, options: Options) => exportTable(world, what, options));
  return withExamples(
    command,
    'rel export verdicts',
    'rel export entries --since "1 jan" --output touches.csv',
    'rel export journal > journal.jsonl',
  );
}

function exportTable(world: World, given: string, options: Options): void {
  const what = readWhat(given);
  const pieces = readingFrom(world, options.db, (store) =>
    what === 'journal'
      ? [...journalPieces(store, options)]
      : [...tablePieces(world, readBook(store), what, options)],
  );
  if (options.output === undefined || options.output === '-') {
    for (const piece of pieces) world.print(piece);
    return;
  }
  world.writeFile(options.output, pieces.join(''), options.force === true);
}

function readWhat(word: string): What {
  if (word === 'touchpoints') return 'entries';
  const all: readonly What[] = [
    'customers',
    'people',
    'entries',
    'promises',
    'verdicts',
    'findings',
    'decisions',
    'journal',
  ];
  const what = all.find((each) => each === word);
  if (what !== undefined) return what;
  const near = nearWords(word, all);
  throw new RelError(
    'usage',
    `rel cannot export ${word}`,
    `${near.length > 0 ? `did you mean ${near.join(' or ')}? ` : ''}There are ${all.join(', ')}`,
  );
}

function journalPieces(store: Store | undefined, options: Options): Iterable<string> {
  const wrong = (['format', 'customer', 'since', 'until', 'asOf'] as const).find(
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
  return journalOf({
    settings: store.settings(),
    customers: store.customers().map(({ card }) => card),
    people: store.people(),
    entries: store.entries(),
  });
}

const FILTERS: Readonly<Record<'asOf' | 'since' | 'until', readonly Table[]>> = {
  asOf: ['promises', 'verdicts', 'findings', 'decisions'],
  since: ['entries', 'decisions'],
  until: ['entries', 'decisions'],
};

/** A filter that would be ignored is refused: a script believes that it filtered. */
function checkFilters(table: Table, options: Options): void {
  const wrong = (['asOf', 'since', 'until'] as const).find(
    (option) => options[option] !== undefined && !FILTERS[option].includes(table),
  );
  if (wrong === undefined) return;
  throw new RelError(
    'usage',
    `--${wrong === 'asOf' ? 'as-of' : wrong} does not go with ${table}`,
    `it goes with ${FILTERS[wrong].join(', ')}`,
  );
}

function tablePieces(world: World, book: Book, table: Table, options: Options): Iterable<string> {
  checkFilters(table, options);
  const rows = rowsOf(world, book, table, options);
  const columns = COLUMNS[table];
  if (options.format === 'json') return jsonOf(columns, rows);
  if (options.format === 'jsonl') return jsonLinesOf(columns, rows);
  return csvOf(columns, rows, {
    bom: options.bom === true,
    spreadsheet: options.spreadsheet === true,
  });
}

function rowsOf(world: World, book: Book, table: Table, options: Options): readonly Row[] {
  const asOf =
    options.asOf === undefined
      ? world.clock.today()
      : dateOption(world, '--as-of', options.asOf, 'past');
  const name = options.customer === undefined ? undefined : named(book, options.customer);
  const isWanted = (customer: string): boolean => name === undefined || customer === name;
  const accounts = book.accounts.filter(({ customer }) => isWanted(customer.name));
  switch (table) {
    case 'customers':
      return accounts.map(({ customer }) => customerRow(customer));
    case 'people':
      return book.people.filter(({ customer }) => isWanted(customer)).map(personRow);
    case 'entries':
      return entryRows(world, accounts, options);
    case 'decisions':
      return decisionRows(accounts, asOf, {
        isWanted: withinBounds(world, options),
        withPrivate: options.private === true,
      });
    case 'promises':
      return promiseRows(accounts, asOf);
    case 'verdicts':
    case 'findings': {
      const { customers } = reviewOf(book.accounts, book.settings, asOf);
      const wanted = customers.filter(({ relationship }) => isWanted(relationship.customer.name));
      return table === 'verdicts' ? wanted.map(verdictRow) : wanted.flatMap(findingRows);
    }
  }
}

const named = (book: Book, customer: string): string => {
  const words = customer.split(' ');
  return onlyName(words, oneCustomer(words, namesIn(book)));
};

function entryRows(world: World, accounts: readonly Account[], options: Options): readonly Row[] {
  const isWithin = withinBounds(world, options);
  return accounts
    .flatMap(({ entries }) => entries)
    .filter((entry) => isWithin(entry) && (entry.type !== 'mood' || options.private === true))
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => entryRow(entry, options.private === true));
}

/** @returns whether an entry lies between `--since` and `--until` */
function withinBounds(world: World, options: Options): (entry: Recorded) => boolean {
  const bound = (option: 'since' | 'until'): Day | undefined => {
    const given = options[option];
    return given === undefined ? undefined : dateOption(world, `--${option}`, given, 'past');
  };
  const [first, last] = [bound('since'), bound('until')];
  if (first !== undefined && last !== undefined && last < first) {
    throw new RelError('usage', '--until lies before --since', 'swap the two');
  }
  return ({ on }) => on >= (first ?? on) && on <= (last ?? on);
}

/** All promises, those of before a new start too, as their own dates have it. */
function promiseRows(accounts: readonly Account[], asOf: Day): readonly Row[] {
  return accounts
    .flatMap(({ entries }) => {
      const seen = until(entries, asOf);
      return [...ourPromises(seen, asOf), ...theirPromises(seen, undefined, asOf)];
    })
    .sort((a, b) => a.promise.seq - b.promise.seq)
    .map(promiseRow);
}
