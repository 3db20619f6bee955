import { Command } from 'commander';
import { type Day, formatDay } from '../journal/days.ts';
import type { Recorded } from '../journal/entry.ts';
import { historyOf } from '../journal/history.ts';
import type { Standing } from '../journal/promises.ts';
import type { World } from '../platform/world.ts';
import { isOverdue, keptRate } from '../practice/kept-rates.ts';
import { ledgerOf } from '../practice/ledger.ts';
import { promiseJson } from '../render/promise-json.ts';
import { type PromiseRow, type PromisesOf, promisesText } from '../render/promises-text.ts';
import { bookOf } from '../verdict/book.ts';
import { compareNames } from '../verdict/review.ts';
import { customersNamed, namesIn, bookIn } from './book.ts';
import { EMPTY_JOURNAL, type JournalOption, withExamples, withJournal } from './common.ts';

interface Options extends JournalOption {
  readonly theirs?: boolean;
  readonly ours?: boolean;
  readonly late?: boolean;
  readonly open?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** What was settled longer ago is only shown when asked for. */
const SETTLED_DAYS = 365;

export function promisesCommand(world: World): Command {
  const command = withJournal(new Command('promises'))
    .description(
      'who promised what, by when, what became of it, and how both sides keep their word',
    )
    .argument('[customers...]', 'only theirs')
    .option('--theirs', 'only what they promised')
    .option('--ours', 'only what you promised')
    .option('--late', 'only what is overdue')
    .option('--open', 'only what is not yet due')
    .option('--all', 'also what was settled more than a year ago')
    .option('--json', 'as JSON')
    .action((words: readonly string[], options: Options) => promises(world, words, options));
  return withExamples(
    command,
    'rel promises',
    'rel promises harlan --all',
    'rel promises --ours --late',
  );
}

async function promises(world: World, words: readonly string[], options: Options): Promise<void> {
  const book = bookIn(world, options.db);
  const today = world.clock.today();
  const named = words.length === 0 ? undefined : new Set(customersNamed(words, namesIn(book)));
  const all = bookOf(book.accounts, book.settings, today)
    .filter(({ customer }) => named?.has(customer.name) !== false)
    .map((relationship) => {
      const { ourPromises, theirPromises } = historyOf(relationship, today);
      const standings = [...ourPromises, ...theirPromises].filter((each) =>
        isWanted(each, today, options),
      );
      return {
        customer: relationship.customer.name,
        theirs: keptRate(theirPromises),
        ours: keptRate(ourPromises),
        rows: standings.sort(byUrgency).map((each) => rowOf(each, relationship.entries)),
      };
    })
    .filter(({ customer, rows }) => rows.length > 0 || named?.has(customer) === true)
    .sort((a, b) => compareNames(a.customer, b.customer));
  if (options.json === true) world.print(jsonOf(all, today));
  else if (book.accounts.length === 0) world.print(`${EMPTY_JOURNAL}\n`);
  else if (all.length === 0) world.print(`No such promises.\n${HOW}`);
  else world.print(promisesText(all, today, await world.page()));
}

const HOW = '   make one: rel log CUSTOMER they:send the list by:fri, or me:quote by:fri\n';

function isWanted(each: Standing, today: Day, options: Options): boolean {
  const { promise, status, unresolved, resolution } = each;
  if (options.theirs !== options.ours && (promise.by === 'us') !== (options.ours === true))
    return false;
  if (options.late === true || options.open === true)
    return (
      (options.late === true && isOverdue(each)) || (options.open === true && status === 'open')
    );
  return (
    unresolved || options.all === true || today - (resolution?.on ?? promise.due) <= SETTLED_DAYS
  );
}

/** What waits first, by its date; then what is settled, the latest first. */
function byUrgency(a: Standing, b: Standing): number {
  if (a.unresolved !== b.unresolved) return a.unresolved ? -1 : 1;
  const order = a.due - b.due || a.promise.seq - b.promise.seq;
  return a.unresolved ? order : -order;
}

function rowOf(standing: Standing, entries: readonly Recorded[]): PromiseRow {
  const { moves, parts } = ledgerOf(entries, standing.promise);
  const last = moves.at(-1);
  return {
    standing,
    asked: last === undefined ? undefined : { to: last.due, agreed: last.agreed === true },
    paid: parts.reduce((sum, { amount }) => sum + amount, 0),
  };
}

function jsonOf(all: readonly PromisesOf[], today: Day): string {
  const json = {
    schema: 1,
    asOf: formatDay(today),
    customers: all.map(({ customer, theirs, ours }) => ({ customer, theirs, ours })),
    promises: all.flatMap(({ rows }) =>
      rows.map(({ standing, asked, paid }) => ({
        ...promiseJson(standing),
        unresolved: standing.unresolved,
        movedTo: asked === undefined ? null : formatDay(asked.to),
        agreed: asked === undefined ? null : asked.agreed,
        paid,
      })),
    ),
  };
  return `${JSON.stringify(json)}\n`;
}
