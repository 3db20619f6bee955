import { looksLikeMoney } from '../grammar/amounts.ts';
import type { Prefer } from '../grammar/dates.ts';
import { type DateKey, readDatedWords } from '../grammar/dated-words.ts';
import type { SaidDate } from '../grammar/said.ts';
import { type Day, spokenDay } from '../journal/days.ts';
import { foldName } from '../journal/fold-name.ts';
import { RelError } from '../journal/error.ts';
import type { World } from '../platform/world.ts';
import { type Given, type Ledger, ledgerOf, unsettled } from '../practice/ledger.ts';
import { entryText } from '../render/entry-text.ts';
import { promiseText } from '../journal/promise-text.ts';
import { quotedName } from '../render/quoted.ts';
import { entriesIn, namesIn, oneCustomer, type OpenBook } from './book.ts';
import { entryNumbered, numberIn } from './entry-number.ts';
import { atLeastOne, dayOf, typed } from './turn.ts';

type DateOptions = Readonly<Partial<Record<DateKey, readonly string[]>>>;

export interface OfPromise {
  readonly customer: string;
  readonly on: Day;
  readonly ledger: Ledger;
  readonly rest: readonly string[];
  readonly days: Readonly<Partial<Record<DateKey, SaidDate>>>;
}

interface Asked {
  /** The command, for hints. */
  readonly verb: string;
  readonly only: 'any' | 'payment';
  readonly options: DateOptions;
  readonly keys?: Readonly<Partial<Record<DateKey, Prefer>>>;
}

const MOST_LISTED = 4;

/**
 * Reads `N|CUSTOMER [WORDS…]`: a promise by its number or the number on the invoice, or the only unsettled one of a
 * customer. Where a customer has several they are listed, and nothing is written.
 */
export function ofPromise(
  world: World,
  words: readonly string[],
  { verb, only, options, keys = {} }: Asked,
): (book: OpenBook) => OfPromise {
  const today = world.clock.today();
  const read = readDatedWords(typed(world, words, options), { on: 'past', ...keys }, today);
  const what = only === 'payment' ? 'an invoice' : 'a promise';
  atLeastOne(world, read.words, `${what}, by its number, or a customer`);
  const on = dayOf(read, today);
  return (book) => {
    const { promise, rest } = promiseMeant(book, read.words, { verb, only });
    const ledger = ledgerOf(entriesIn(book, promise.customer), promise);
    return { customer: promise.customer, on, ledger, rest, days: read.days };
  };
}

type Wanted = Pick<Asked, 'verb' | 'only'>;

function promiseMeant(book: OpenBook, words: readonly string[], wanted: Wanted) {
  const [first = '', ...rest] = words;
  if (book.accounts.some(({ customer }) => foldName(customer.name) === foldName(first)))
    return onlyOneOf(book, words, wanted);
  const number = numberIn(first);
  if (number !== undefined) return { promise: numbered(book, number, wanted), rest };
  const invoices = book.accounts
    .flatMap(({ ofTypes }) => ofTypes(['promise']))
    .filter((entry) => entry.type === 'promise' && sameText(entry.number, first));
  const [invoice, other] = invoices;
  if (invoice?.type === 'promise' && other === undefined) return { promise: invoice, rest };
  return onlyOneOf(book, words, wanted);
}

export const sameText = (left: string | undefined, right: string): boolean =>
  left !== undefined && foldName(left) === foldName(right);

function numbered(book: OpenBook, number: number, { verb, only }: Wanted): Given {
  const entry = entryNumbered(book, number);
  const hint = `the numbers are in: rel promises ${quotedName(entry.customer)}`;
  if (entry.type !== 'promise') {
    const message = `#${number} is no promise of ${entry.customer} but: ${entryText(entry)}`;
    throw new RelError('usage', message, hint);
  }
  if (only === 'any' || entry.kind === 'payment') return entry;
  throw new RelError(
    'usage',
    `#${number} is no invoice but a promise: ${promiseText(entry)}`,
    `rel ${verb} is for invoices; a promise that was kept: rel kept ${number}`,
  );
}

function onlyOneOf(book: OpenBook, words: readonly string[], { verb, only }: Wanted) {
  const { customer, taken } = oneCustomer(words, namesIn(book));
  const open = unsettled(entriesIn(book, customer)).filter(
    ({ promise }) => only === 'any' || promise.kind === 'payment',
  );
  const [first, second] = open;
  if (first !== undefined && second === undefined)
    return { promise: first.promise, rest: words.slice(taken) };
  const name = quotedName(customer);
  const what = only === 'payment' ? 'invoice' : 'promise';
  if (first === undefined) {
    const sum = words.slice(taken).find(looksLikeMoney) ?? '1200';
    const made =
      only === 'payment'
        ? `write one: rel invoice ${name} ${sum}; for money without one: rel income ${name} ${sum}`
        : `see them all: rel promises ${name} --all`;
    throw new RelError('usage', `${customer} has no open ${what}; nothing was written`, made);
  }
  const listed = open.slice(0, MOST_LISTED).map(({ promise }) => listedPromise(promise));
  const more = open.length > MOST_LISTED ? `; ${open.length - MOST_LISTED} more` : '';
  throw new RelError(
    'usage',
    `${customer} has ${open.length} open ${what}s: ${listed.join('; ')}${more}`,
    `say which: rel ${verb} ${first.promise.seq}; nothing was written`,
  );
}

const listedPromise = (promise: Given): string =>
  `#${promise.seq} ${promise.by === 'us' ? 'ours: ' : ''}${promiseText(promise)}, due ${spokenDay(promise.due)}`;
