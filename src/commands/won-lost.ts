import { Command } from 'commander';
import { addDays } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Standing } from '../journal/stage.ts';
import type { World } from '../platform/world.ts';
import { beginningOf } from '../practice/beginning.ts';
import { BILLED } from '../practice/ledger.ts';
import { forecastWords, nextOnTheList } from '../practice/next-on-the-list.ts';
import { openConditions, refusalOf, type TurnPoint } from '../practice/turn-points.ts';
import { money } from '../journal/amount-words.ts';
import { quotedName } from '../render/quoted.ts';
import type { OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { freedIn } from './freed.ts';
import { beginsWithSum, sumOf, termsOf } from './money-words.ts';
import {
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';

/** Refuses a turn point that would do nothing on the day it is dated. */
export function unlessIdle(turn: TurnPoint, { standing }: Scene, { customer }: OfCustomer): void {
  const refusal = refusalOf(turn, { standing, name: customer, typed: quotedName(customer) });
  if (refusal !== undefined) throw new RelError('usage', refusal.message, refusal.hint);
}

interface WonOptions extends TurnOptions {
  readonly priceAlone?: boolean;
  readonly billed?: boolean;
}

export function wonCommand(world: World): Command {
  const command = withTurnOptions(new Command('won'))
    .description('they bought: a prospect becomes active, a lost customer is rebuilt')
    .usage('[options] CUSTOMER [AMOUNT] [WORDS…]')
    .argument('[customer...]', 'who, then the amount, then words for a note')
    .option('--price-alone', 'nothing but the price decided')
    .option('--billed', 'writes the invoice too; its payment is no income again')
    .action((words: readonly string[], options: WonOptions) => won(world, words, options));
  return withExamples(
    command,
    'rel won brazos 12,000',
    'rel won harlan 1.2k --price-alone',
    'rel won acme 4500 --billed --on fri',
  );
}

function won(world: World, words: readonly string[], options: WonOptions): Promise<void> {
  return recordTurn(world, options, ofCustomer(world, words, options), (scene, found) => {
    const { settings } = scene.before.relationship;
    const { amount, others } = beginsWithSum(found.rest)
      ? sumOf(found.rest, settings)
      : { amount: undefined, others: found.rest };
    if (options.billed === true && amount === undefined) {
      const hint = `type it: rel won ${quotedName(found.customer)} 1200 --billed`;
      throw new RelError('usage', '--billed needs the amount of the invoice', hint);
    }
    if (amount === undefined && options.priceAlone !== true) unlessIdle('won', scene, found);
    const entry = scene.add({
      type: 'won',
      ...(amount === undefined ? {} : { amount }),
      ...(options.priceAlone === true ? { onPriceAlone: true } : {}),
      ...noted(others),
    });
    const invoice =
      options.billed === true && amount !== undefined ? bill(scene, entry.id, amount) : undefined;
    return ({ history }) => ({
      stage: true,
      says: [
        ...(invoice === undefined
          ? []
          : [invoice.says, 'counted now; its payment is no income again']),
        ...(amount === undefined ? [] : [`income of a year: ${money(history.effort.income)}`]),
        ...listWords(scene),
        ...skippedWords(scene, history),
        ...(options.priceAlone === true
          ? ['won on price is lost on price: find out what else they need']
          : []),
        ...(history.standing.stage === 'dropped'
          ? [
              ...stillOpen(history.standing),
              `still dropped; to take them back: rel return ${quotedName(found.customer)}`,
            ]
          : []),
      ],
      ...(invoice === undefined ? {} : { next: `rel paid ${invoice.seq}` }),
    });
  });
}

const stillOpen = (standing: Standing): readonly string[] => {
  const open = openConditions(standing);
  return open.length === 0 ? [] : [`no new business was to be taken before: ${open.join(', ')}`];
};
/** Before the first order of somebody who blames every provider: the last moment at which it helps to know. */
function listWords({ before: { history } }: Scene): readonly string[] {
  const forecast = history.standing.stage === 'prospect' ? nextOnTheList(history) : undefined;
  return forecast === undefined ? [] : [forecastWords(forecast)];
}

/** The first order is the last moment to hear that nobody has asked what they need. */
function skippedWords({ before }: Scene, { asOf, ever }: Stand['history']): readonly string[] {
  if (before.history.standing.stage !== 'prospect') return [];
  const slips = beginningOf(ever.entries, asOf)?.slips ?? [];
  return slips.flatMap(({ kind, says }) => (kind === 'business before need' ? [says] : []));
}

function bill(scene: Scene, wonId: string, amount: number) {
  const { days, says } = termsOf(scene.before.relationship.customer);
  const promise = scene.add({
    type: 'promise',
    by: 'them',
    due: addDays(scene.on, days),
    kind: 'payment',
    amount,
    source: { importer: BILLED, key: wonId },
  });
  return { seq: promise.seq, says };
}

export function refuseCommand(world: World): Command {
  const command = withTurnOptions(new Command('refuse'))
    .description('a lost customer said they will not come back')
    .usage('[options] CUSTOMER [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .action((words: readonly string[], options: TurnOptions) => refuse(world, words, options));
  return withExamples(
    command,
    'rel refuse brazos',
    'rel refuse harlan "never again" --on yesterday',
  );
}

function refuse(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  const read = ofCustomer(world, words, options);
  const find = (book: OpenBook) => {
    const found = read(book);
    return { ...found, freed: () => freedIn(world, book, found.customer) };
  };
  return recordTurn(world, options, find, (scene, found) => {
    unlessIdle('refuse', scene, found);
    scene.add({ type: 'refuse', ...noted(found.rest) });
    return () => ({
      stage: true,
      says: [
        `should they come back after all: rel return ${quotedName(found.customer)}`,
        ...found.freed(),
      ],
    });
  });
}
