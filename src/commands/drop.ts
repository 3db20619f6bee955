import { Command } from 'commander';
import { spokenDay, spokenWeekday } from '../journal/days.ts';
import { RelError } from '../journal/error.ts';
import { standingIntents } from '../journal/intent.ts';
import { CONDITIONS } from '../journal/vocabulary.ts';
import type { World } from '../platform/world.ts';
import impatience from '../practice/remarks/impatience.ts';
import openBalance from '../practice/remarks/open-balance.ts';
import { quotedName } from '../render/quoted.ts';
import type { OpenBook } from './book.ts';
import { withExamples } from './common.ts';
import { freedIn } from './freed.ts';
import {
  dueDay,
  noted,
  recordTurn,
  type Scene,
  type Stand,
  type Telling,
  type TurnOptions,
  withTurnOptions,
} from './turn.ts';
import { type OfCustomer, ofCustomer } from './turn-words.ts';
import { unlessIdle } from './won-lost.ts';

interface DropOptions extends TurnOptions {
  readonly now?: boolean;
  readonly by?: readonly string[];
}

export function dropCommand(world: World): Command {
  const command = withTurnOptions(new Command('drop'))
    .description('ends it: the first time records that you mean to, on a later day it drops')
    .usage('[options] CUSTOMER [WORDS…]')
    .argument('[customer...]', 'who, then words for a note')
    .option('--now', 'at once, without sleeping on it')
    .option('--by <date...>', 'not yet: settled one way or another by that day, else it ends')
    .action((words: readonly string[], options: DropOptions) => drop(world, words, options));
  return withExamples(
    command,
    'rel drop brazos',
    'rel drop brazos --now the third forged invoice',
    'rel drop harlan --by fri the big order, one way or another',
  );
}

interface Found extends OfCustomer {
  /** What dropping them frees and costs, in words, as things stand until it is written: it takes a review of others. */
  freed(this: void): readonly string[];
}

function drop(world: World, words: readonly string[], options: DropOptions): Promise<void> {
  const read = ofCustomer(world, words, { ...options }, { by: 'future' });
  const find = (book: OpenBook): Found => {
    const found = read(book);
    return { ...found, freed: () => freedIn(world, book, found.customer) };
  };
  return recordTurn(world, options, find, (scene, found) => {
    unlessIdle('drop', scene, found);
    if (found.days.by !== undefined) return settleBy(scene, found, options.now === true);
    const intent = standingIntents(scene.entries).at(-1);
    const given = intent?.until;
    const rested = intent !== undefined && intent.on < found.on && (given ?? found.on) <= found.on;
    if (options.now === true || rested) return end(scene, found);
    if (intent === undefined) return sleepOnIt(scene, found);
    const name = quotedName(found.customer);
    throw given === undefined || given <= found.on
      ? new RelError(
          'usage',
          `#${intent.seq} says since ${spokenDay(intent.on)} that you mean to drop ${found.customer}`,
          `sleep on it: the same command on a later day drops; at once: rel drop ${name} --now`,
        )
      : new RelError(
          'usage',
          `you gave ${found.customer} until ${spokenDay(given)} (#${intent.seq})`,
          `from that day on: rel drop ${name}; at once: rel drop ${name} --now`,
        );
  });
}

type Told = (after: Stand) => Telling;

function end(scene: Scene, { customer, freed, rest }: Found): Told {
  const name = quotedName(customer);
  const frees = freed();
  scene.add({ type: 'drop', ...noted(rest) });
  return (after) => {
    const owed = openBalance.observe(after);
    return {
      stage: true,
      says: [
        'service the existing account, take no new business',
        after.history.standing.once
          ? 'the second time: there is no further chance'
          : `the way back, when they bring it: ${CONDITIONS.join(', ')}`,
        ...(owed === undefined ? [] : [owed.says]),
        ...frees,
      ],
      next: owed === undefined ? `rel why ${name}` : `rel promises ${name}`,
    };
  };
}

function sleepOnIt(scene: Scene, { customer, freed, rest }: Found): Told {
  const frees = freed();
  scene.add({ type: 'intent', what: 'drop', ...noted(rest) });
  return (after) => ({
    stage: true,
    says: [
      'not dropped yet: sleep on it; the same command on a later day drops',
      ...frees,
      ...[impatience.observe(after)].flatMap((seen) => seen?.says ?? []),
      ...notYetDrop(after, customer),
    ],
    next: `rel why ${quotedName(customer)}`,
  });
}

/** A day by which it is settled, one way or another; a later one does not make the earlier one unsaid. */
function settleBy(scene: Scene, { customer, days, on, rest }: OfCustomer, now: boolean): Told {
  const name = quotedName(customer);
  if (now) throw new RelError('usage', '--now and --by are two things', 'leave one out');
  const by = days.by === undefined ? on : dueDay(days.by, on);
  if (by < on) {
    const message = `${spokenDay(by)} lies before ${spokenDay(on)}`;
    throw new RelError('usage', message, 'type a later day: --by fri, --by "in 2 weeks"');
  }
  const before = standingIntents(scene.entries).filter(({ until }) => until !== undefined);
  const said = before.at(-1);
  if (said?.until === by)
    throw new RelError(
      'usage',
      `you gave ${customer} until ${spokenDay(by)} already (#${said.seq})`,
      `another day: --by "in 2 weeks"; at once: rel drop ${name} --now`,
    );
  scene.add({ type: 'intent', what: 'drop', until: by, ...noted(rest) });
  return (after) => ({
    stage: true,
    says: [
      `settled by ${spokenWeekday(by)} ${spokenDay(by)}, or it ends: rel today tells what came of it`,
      ...(before.length === 0
        ? []
        : [
            `put off for the ${ordinal(before.length)} time: it was ${before.map(({ until = on }) => spokenDay(until)).join(', then ')}`,
          ]),
      ...notYetDrop(after, customer),
    ],
    next:
      after.judgement.standing.stage === 'lost'
        ? `rel rebuild ${name}`
        : `rel log ${name} call :confronted`,
  });
}

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const ordinal = (count: number): string => ORDINALS[count] ?? `${count}th`;

const notYetDrop = ({ judgement }: Stand, customer: string): readonly string[] => {
  const name = quotedName(customer);
  return [
    ...(judgement.verdict === 'DROP'
      ? []
      : [`the verdict is ${judgement.verdict}, not DROP: rel why ${name}`]),
    ...(judgement.standing.stage === 'active'
      ? [`they have had no notice: rel notice ${name} --by "in 2 weeks"`]
      : []),
  ];
};
