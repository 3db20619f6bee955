import { counted } from '../journal/counted.ts';
import { Command } from 'commander';
import { spokenDay } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import type { Standing } from '../journal/promises.ts';
import type { World } from '../platform/world.ts';
import { keptRate } from '../practice/kept-rates.ts';
import { isSettled, type Ledger, unsettled } from '../practice/ledger.ts';
import { promiseText } from '../journal/promise-text.ts';
import { keptRateText } from '../render/promises-text.ts';
import { quotedName } from '../render/quoted.ts';
import { withExamples } from './common.ts';
import { ofPromise, type OfPromise } from './promise-number.ts';
import {
  noted,
  recordTurn,
  type Stand,
  type Telling,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';

type Settling = 'done' | 'broken' | 'waived';

const VERBS: Readonly<Record<Settling, string>> = {
  done: 'kept',
  broken: 'broke',
  waived: 'waive',
};
const SETTLED: Readonly<Record<Settling, string>> = {
  done: 'kept',
  broken: 'broken',
  waived: 'waived',
};

function settlingCommand(
  world: World,
  type: Settling,
  description: string,
  examples: readonly string[],
): Command {
  const command = withTurnOptions(new Command(VERBS[type]))
    .description(description)
    .usage('[options] N|CUSTOMER [on:DATE] [WORDS…]')
    .argument('[promise...]', 'its number, or a customer with one open promise; then a note')
    .action((words: readonly string[], options: TurnOptions) =>
      settle(world, type, words, options),
    );
  return withExamples(command, ...examples);
}

export const keptCommand = (world: World): Command =>
  settlingCommand(world, 'done', 'a promise was kept, theirs or ours', [
    'rel kept 12',
    'rel kept harlan on:yesterday',
    'rel kept 12 on:fri came with the list in person',
  ]);

export const brokeCommand = (world: World): Command =>
  settlingCommand(world, 'broken', 'a promise was broken, theirs or ours', [
    'rel broke 12',
    'rel broke harlan on:fri never came',
  ]);

export const waiveCommand = (world: World): Command =>
  settlingCommand(world, 'waived', 'a promise need not be kept any more; it counts for nothing', [
    'rel waive 12',
    'rel waive harlan the order was cancelled',
  ]);

function settle(
  world: World,
  type: Settling,
  words: readonly string[],
  options: TurnOptions,
): Promise<void> {
  const find = ofPromise(world, words, { verb: VERBS[type], only: 'any', options: on(options) });
  return recordTurn(world, options, find, (scene, found) => {
    unlessSettled(found, type);
    refuseSecondNumber(found);
    scene.add({ type, ref: found.ledger.promise.id, ...noted(found.rest) });
    return (after) => promiseTelling(found.ledger, after, [becomes(type, found.ledger, after)]);
  });
}

export const on = ({ on: given }: TurnOptions) => (given === undefined ? {} : { on: given });

/** Refuses to settle twice. What is broken may still be kept, or waived. */
export function unlessSettled({ ledger, on: day }: OfPromise, type: Settling | 'moved'): void {
  const { promise, resolution } = ledger;
  if (resolution === undefined) return;
  const reopens = resolution.type === 'broken' && (type === 'done' || type === 'waived');
  if (!isSettled(ledger) || reopens) {
    if (resolution.on <= day && resolution.type !== type) return;
  }
  throw new RelError(
    'usage',
    `#${promise.seq} ${promiseText(promise)} is ${promise.kind === 'payment' && resolution.type === 'done' ? 'paid' : SETTLED[resolution.type]} since ${spokenDay(resolution.on)} (#${resolution.seq})`,
    `if that is wrong, take it back first: rel delete ${resolution.seq}`,
  );
}

export function refuseSecondNumber({
  ledger,
  rest: [first = ''],
}: Pick<OfPromise, 'ledger' | 'rest'>): void {
  if (!/^#?\d+$/.test(first)) return;
  throw new RelError(
    'usage',
    `“${first}” after #${ledger.promise.seq}: one promise at a time`,
    'give one number; nothing was written',
  );
}

/** As the rules see it; undefined where they do not look at it since a new start. */
export const standingOfPromise = ({ promise }: Ledger, { history }: Stand): Standing | undefined =>
  [...history.ourPromises, ...history.theirPromises].find((each) => each.promise.id === promise.id);

function becomes(type: Settling, ledger: Ledger, after: Stand): string {
  const { promise } = ledger;
  const shown = `#${promise.seq} ${promiseText(promise)}`;
  const standing = standingOfPromise(ledger, after);
  if (standing === undefined) return `${shown}: given before the new start, it counts no more`;
  const due = `due ${spokenDay(standing.due)}`;
  const days = counted(standing.lateness, 'day');
  if (type === 'waived') return `${shown}, ${due}: counts for nothing now`;
  if (type === 'broken')
    return `${shown}, ${due}: broken${promise.kind === 'payment' ? '; it is still owed' : ''}`;
  const unpaid = promise.kind === 'payment' ? `; no income is counted here` : '';
  if (standing.status === 'late')
    return `${shown}, ${due}: ${days} late, so it does not count as kept${unpaid}`;
  return standing.lateness > 0
    ? `${shown}, ${due}: ${days} late, which still counts as kept${unpaid}`
    : `${shown}, ${due}: kept in time${unpaid}`;
}

/** What was said of one promise, how its side keeps its word by now, and what is still open. */
export function promiseTelling(
  { promise }: Ledger,
  { history, relationship }: Stand,
  says: readonly string[],
): Telling {
  const { name } = relationship.customer;
  const ours = promise.by === 'us';
  const rate = keptRate(ours ? history.ourPromises : history.theirPromises);
  const [open] = unsettled(relationship.entries);
  return {
    stage: false,
    says: [...says, keptRateText(ours ? 'you' : name, rate)],
    next: `rel ${open === undefined ? 'show' : 'promises'} ${quotedName(name)}`,
  };
}
