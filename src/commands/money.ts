import { counted } from '../journal/counted.ts';
import { Command } from 'commander';
import { addDays, type Day, spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Settings } from '../journal/settings.ts';
import type { World } from '../platform/world.ts';
import { BILLED, inCents, type Ledger, ledgerOf } from '../practice/ledger.ts';
import { money } from '../journal/amount-words.ts';
import { promiseText } from '../journal/promise-text.ts';
import { quotedName } from '../render/quoted.ts';
import { bareDatesAtEnd, contextOf } from './bare-dates.ts';
import { withExamples } from './common.ts';
import { promiseTelling, standingOfPromise, unlessSettled } from './kept.ts';
import { amountThen, beginsWithSum, sumOf, termsOf } from './money-words.ts';
import { ofPromise, sameText } from './promise-number.ts';
import {
  dueDay,
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { ofCustomer } from './turn-words.ts';

interface InvoiceOptions extends TurnOptions {
  readonly number?: string;
  readonly due?: readonly string[];
}

export function invoiceCommand(world: World): Command {
  const command = withTurnOptions(new Command('invoice'))
    .description('an invoice went out: they owe the amount until its due date')
    .usage('[options] CUSTOMER AMOUNT [WORDS…]')
    .argument('[customer...]', 'who, then the amount, then what it is for')
    .option('--number <number>', 'the number on the invoice')
    .option('--due <date...>', 'when it is due (default: the terms on the card, else 30 days)')
    .action((words: readonly string[], options: InvoiceOptions) => invoice(world, words, options));
  return withExamples(
    command,
    'rel invoice brazos 1,200.50 --number R-12',
    'rel invoice harlan 1.2k scissor lifts in May due end of month',
  );
}

const DUE = { due: 'future' } as const;

function invoice(world: World, words: readonly string[], options: InvoiceOptions): Promise<void> {
  const number = options.number?.trim();
  if (number === '') throw new RelError('usage', '--number is empty', 'type --number R-12');
  const find = ofCustomer(world, words, { ...options }, DUE);
  return recordTurn(world, options, find, (scene, found) => {
    const name = quotedName(found.customer);
    const { amount, others } = amountThen(
      found.rest,
      scene.before.relationship,
      `rel invoice ${name} 1,200.50 --number R-12`,
    );
    const terms = termsOf(scene.before.relationship.customer);
    const about = bareDatesAtEnd({ rest: others, days: found.days }, 'due', contextOf(world, DUE));
    const said = about.days.due;
    const due = said === undefined ? addDays(scene.on, terms.days) : dueDay(said, scene.on);
    if (due < scene.on) {
      const message = `due ${spokenDay(due)} lies before the invoice of ${spokenDay(scene.on)}`;
      throw new RelError('usage', message, 'type a later day: --due "in 30 days"');
    }
    refuseTwice(scene, number);
    const counted = countedAlready(scene, amount);
    const { note: what } = noted(about.rest);
    const promise = scene.add({
      type: 'promise',
      by: 'them',
      ...(what === undefined ? {} : { what }),
      due,
      kind: 'payment',
      amount,
      ...(number === undefined ? {} : { number: number.normalize('NFC') }),
    });
    return () => ({
      stage: false,
      says: [
        `${said === undefined ? terms.says : 'due as you said'}: ${spokenWeekday(due)} ${spokenDay(due)}`,
        ...counted,
      ],
      next: `rel paid ${promise.seq}`,
    });
  });
}

function refuseTwice({ entries }: Scene, number: string | undefined): void {
  if (number === undefined) return;
  const known = entries.find((each) => each.type === 'promise' && sameText(each.number, number));
  if (known === undefined) return;
  throw new RelError(
    'usage',
    `invoice ${number} is #${known.seq} already`,
    `see it: rel show ${known.seq}; another invoice needs another number`,
  );
}

/** An order and its invoice, each entered by itself, would be counted twice once it is paid. */
function countedAlready({ entries }: Scene, amount: number): readonly string[] {
  const billed = new Set(
    entries.flatMap(({ source }) => (source?.importer === BILLED ? [source.key] : [])),
  );
  const won = entries.findLast(
    (entry) => entry.type === 'won' && entry.amount === amount && !billed.has(entry.id),
  );
  if (won === undefined) return [];
  return [
    `#${won.seq} counts ${money(amount)} already; if this is its invoice, let only the payment count:`,
    `rel edit ${won.seq} amount:`,
  ];
}

export function paidCommand(world: World): Command {
  const command = withTurnOptions(new Command('paid'))
    .description('money came for an invoice: all that is open, or a part of it')
    .usage('[options] N|CUSTOMER [AMOUNT] [WORDS…]')
    .argument('[invoice...]', 'its number, or a customer with one open invoice; then the amount')
    .action((words: readonly string[], options: TurnOptions) => paid(world, words, options));
  return withExamples(
    command,
    'rel paid 12',
    'rel paid brazos 400 --on yesterday',
    'rel paid R-12',
  );
}

function paid(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  const on = options.on === undefined ? {} : { on: options.on };
  const find = ofPromise(world, words, { verb: 'paid', only: 'payment', options: on });
  return recordTurn(world, options, find, (scene, found) => {
    const { ledger, rest } = found;
    unlessSettled(found, 'done');
    const { amount, others } = amountPaid(ledger, rest, scene.before.relationship.settings);
    const isAll = ledger.owed === undefined || amount >= ledger.owed;
    const note = noted(others);
    const { promise, countedBy } = ledger;
    const settle = isAll
      ? ({ type: 'done', ref: promise.id, ...note } as const)
      : ({ type: 'paid', ref: promise.id, amount, ...note } as const);
    // A payment already counted by the order it belongs to is no income again.
    if (countedBy === undefined) scene.add({ type: 'income', amount });
    scene.add(settle, isAll ? lastPart(ledger, scene.on) : scene.on);
    return (after) => ({
      ...promiseTelling(ledger, after, [
        paidText(ledger, after, amount),
        ...(countedBy === undefined ? [] : [`#${countedBy.seq} counted it; no income again`]),
      ]),
      ...(isAll ? {} : { next: `rel paid ${promise.seq}` }),
    });
  });
}

/** The day on which the sum was reached, in whatever order its parts were entered. */
const lastPart = ({ parts }: Ledger, on: Day): Day =>
  parts.reduce<Day>((last, part) => (part.on > last ? part.on : last), on);

function amountPaid({ promise, owed }: Ledger, words: readonly string[], settings: Settings) {
  if (beginsWithSum(words)) {
    const { amount, others } = sumOf(words, settings);
    if (owed === undefined || amount <= owed) return { amount, others };
    const rest = inCents(amount - owed);
    throw new RelError(
      'usage',
      `only ${money(owed)} of #${promise.seq} is open, not ${money(amount)}`,
      `rel paid ${promise.seq}, and for the other ${money(rest)}: rel income ${quotedName(promise.customer)} ${rest}`,
    );
  }
  if (owed !== undefined && owed > 0) return { amount: owed, others: words };
  throw new RelError(
    'usage',
    `#${promise.seq} names no amount that is open`,
    `say what came: rel paid ${promise.seq} 1200`,
  );
}

function paidText(ledger: Ledger, after: Stand, amount: number): string {
  const { promise } = ledger;
  const shown = `#${promise.seq} ${promiseText(promise)}`;
  const { owed } = ledgerOf(after.relationship.entries, promise);
  const standing = standingOfPromise(ledger, after);
  if (standing === undefined) return `${shown}: given before the new start, it counts no more`;
  const { due, lateness, unresolved } = standing;
  if (unresolved)
    return `${shown}, due ${spokenDay(due)}: ${money(amount)} came, ${money(owed ?? 0)} is open`;
  return `${shown}, due ${spokenDay(due)}: paid ${lateness === 0 ? 'in time' : `${counted(lateness, 'day')} late`}`;
}

export function incomeCommand(world: World): Command {
  const command = withTurnOptions(new Command('income'))
    .description('money earned with a customer, without an invoice here')
    .usage('[options] CUSTOMER AMOUNT [WORDS…]')
    .argument('[customer...]', 'who, then the amount, then words for a note')
    .action((words: readonly string[], options: TurnOptions) => income(world, words, options));
  return withExamples(
    command,
    'rel income brazos 1,200.50',
    'rel income harlan 3k --on "31 oct" october',
  );
}

function income(world: World, words: readonly string[], options: TurnOptions): Promise<void> {
  return recordTurn(world, options, ofCustomer(world, words, options), (scene, found) => {
    const name = quotedName(found.customer);
    const { relationship } = scene.before;
    const { amount, others } = amountThen(found.rest, relationship, `rel income ${name} 1200`);
    scene.add({ type: 'income', amount, ...noted(others) });
    return ({ history: { effort } }) => ({
      stage: false,
      says: [
        `income of a year: ${money(effort.income)}`,
        ...(effort.minutes >= 60
          ? [`${money(Math.round((effort.income * 60) / effort.minutes))} for an hour of yours`]
          : []),
      ],
      next: `rel show ${name}`,
    });
  });
}
